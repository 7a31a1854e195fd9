/**
 * The Child Allowance Act（児童手当法） as pure functions and dated tables, from the benefit month of April 2012 on.
 *
 * <p>Nothing here knows a clock, a database or a service: the same facts give the same answer on any day. Start at
 * {@link org.teate.rules.Act}.
 */
@Export
@Version("1.0.0")
package org.teate.rules;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
