/** Values that every bundle speaks: money, numbers of persons, months, citations of the law, names. */
@Export
@Version("1.0.0")
package org.teate.kernel;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
