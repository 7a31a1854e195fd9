/**
 * The ledger of recipients（受給者台帳）: who is entitled, for which children, since when, and what was decided.
 *
 * <p>{@link org.teate.cases.CaseRegister} shows cases, {@link org.teate.cases.Decisions} changes them by decisions of two
 * persons, {@link org.teate.cases.Caseload} reads all of them for a run.
 */
@Export
@Version("1.0.0")
package org.teate.cases;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
