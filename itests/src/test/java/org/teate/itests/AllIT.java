// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.itests;

import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/** One container for every class: the suite makes all runners first, so the shared container stays up between them. */
@RunWith(Suite.class)
@Suite.SuiteClasses({DependencyRuleIT.class, ConnectorFeatureIT.class, DecisionAndOutboxIT.class})
public class AllIT {}
