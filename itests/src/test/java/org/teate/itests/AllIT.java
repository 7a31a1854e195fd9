// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.itests;

import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/**
 * One container for every class: the suite makes all runners first, so the shared container stays up between them. The
 * rules of dependency come last, as they install every feature.
 */
@RunWith(Suite.class)
@Suite.SuiteClasses({ConnectorFeatureIT.class, DecisionAndOutboxIT.class, DependencyRuleIT.class})
public class AllIT {}
