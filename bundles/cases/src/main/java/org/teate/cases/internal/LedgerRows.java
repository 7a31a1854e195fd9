// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.cases.internal;

import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.teate.addressing.Coded;
import org.teate.cases.CaseStatus;
import org.teate.cases.Claim;
import org.teate.cases.EmploymentClass;
import org.teate.cases.EndReason;
import org.teate.cases.Entitlement;
import org.teate.cases.ForeignerKind;
import org.teate.cases.Hold;
import org.teate.cases.IncomeAssessment;
import org.teate.cases.IncomeClass;
import org.teate.cases.IncomeRole;
import org.teate.cases.IncomeSource;
import org.teate.cases.Insurance;
import org.teate.cases.Insurer;
import org.teate.cases.Markers;
import org.teate.cases.Occupation;
import org.teate.cases.PaymentMethod;
import org.teate.cases.PensionClass;
import org.teate.cases.ReportState;
import org.teate.cases.Spouse;
import org.teate.cases.SpouseState;
import org.teate.cases.StatusReport;
import org.teate.kernel.AddresseeNumber;
import org.teate.kernel.LedgerNumber;
import org.teate.kernel.Yen;

/** Turns rows of the ledger's tables into what they mean. */
final class LedgerRows {

    /** The columns that {@link #entitlement} reads, by their place: a name would be looked up for every row. */
    static final String COLUMNS = "LEDGER_NUMBER, CERTIFICATE_NUMBER, ADDRESSEE_NUMBER, RECIPIENT_KIND, STATUS,"
            + " PAYMENT_METHOD, VALID_FROM, VALID_TO, ENDED_ON, END_REASON, HOLD_CODE, HOLD_FROM";

    private static final String PAGE_COLUMNS = COLUMNS + ", CLAIMED_ON, EVENT_ON, COMPLETE_ON, PROCESSED_ON,"
            + " CERTIFIED_ON, ENTERED_ON, FOREIGNER_KIND, LAST_REPORT_YEAR, DONATES, SPECIALLY_COLLECTED, COLLECTED";

    private LedgerRows() {}

    /** A page of the ledger. */
    record Page(Entitlement entitlement, Claim claim, Markers markers) {}

    static List<Page> pages(Connection connection, LedgerNumber ledger, KnownAt known) throws SQLException {
        String sql = "SELECT " + PAGE_COLUMNS + " FROM " + IndexHint.byKey("ENTITLEMENT")
                + " WHERE LEDGER_NUMBER = ? AND " + known.condition();
        return Database.list(connection, sql, LedgerRows::page, known.after(ledger.value()));
    }

    static Entitlement entitlement(ResultSet row) throws SQLException {
        return new Entitlement(
                LedgerNumber.of(row.getString(1)),
                row.getString(2),
                AddresseeNumber.of(row.getString(3)),
                RecipientKinds.of(row.getString(4)),
                code(CaseStatus.class, row.getString(5)),
                code(PaymentMethod.class, row.getString(6)),
                Yyyymm.of(row.getString(7)),
                Yyyymm.ofNullable(row.getString(8)),
                Optional.ofNullable(row.getDate(9)).map(Date::toLocalDate),
                optionalCode(EndReason.class, row.getString(10)),
                code(Hold.class, row.getString(11)),
                Yyyymm.ofNullable(row.getString(12)));
    }

    static Page page(ResultSet row) throws SQLException {
        Claim claim = new Claim(
                day(row, "CLAIMED_ON"),
                day(row, "EVENT_ON"),
                day(row, "COMPLETE_ON"),
                day(row, "PROCESSED_ON"),
                day(row, "CERTIFIED_ON"),
                day(row, "ENTERED_ON"));
        int reportYear = row.getInt("LAST_REPORT_YEAR");
        Markers markers = new Markers(
                code(ForeignerKind.class, row.getString("FOREIGNER_KIND")),
                row.wasNull() ? OptionalInt.empty() : OptionalInt.of(reportYear),
                row.getBoolean("DONATES"),
                row.getBoolean("SPECIALLY_COLLECTED"),
                row.getBoolean("COLLECTED"));
        return new Page(entitlement(row), claim, markers);
    }

    static Optional<Spouse> spouse(Connection connection, LedgerNumber ledger, KnownAt known) throws SQLException {
        return latest(
                connection,
                "SPOUSE_FACT",
                ledger,
                known,
                row -> new Spouse(
                        code(SpouseState.class, row.getString("SPOUSE_STATE")),
                        Optional.ofNullable(row.getString("SPOUSE_ADDRESSEE_NUMBER"))
                                .map(AddresseeNumber::of),
                        optionalCode(Occupation.class, row.getString("OCCUPATION"))));
    }

    static Optional<Insurance> insurance(Connection connection, LedgerNumber ledger, KnownAt known)
            throws SQLException {
        return latest(
                connection,
                "INSURANCE_FACT",
                ledger,
                known,
                row -> new Insurance(
                        code(EmploymentClass.class, row.getString("EMPLOYMENT_CLASS")),
                        code(PensionClass.class, row.getString("PENSION_CLASS")),
                        code(Insurer.class, row.getString("INSURER")),
                        orEmpty(row.getString("SYMBOL_AND_NUMBER")),
                        orEmpty(row.getString("EMPLOYER")),
                        orEmpty(row.getString("EMPLOYER_PHONE"))));
    }

    /** The employment class of every ledger from {@code first} to {@code last} that has one, by ledger number. */
    static Map<String, EmploymentClass> employments(Connection connection, LedgerNumber first, LedgerNumber last)
            throws SQLException {
        Map<String, EmploymentClass> employments = new HashMap<>();
        Database.forEach(
                connection,
                "SELECT LEDGER_NUMBER, EMPLOYMENT_CLASS FROM " + IndexHint.forRuns("INSURANCE_FACT")
                        + " WHERE LEDGER_NUMBER >= ?"
                        + " AND LEDGER_NUMBER <= ? AND SUPERSEDED_AT IS NULL ORDER BY LEDGER_NUMBER, VALID_FROM",
                row -> employments.put(row.getString(1), code(EmploymentClass.class, row.getString(2))),
                first.value(),
                last.value());
        return employments;
    }

    static List<IncomeAssessment> incomes(Connection connection, LedgerNumber ledger, KnownAt known)
            throws SQLException {
        String sql = "SELECT * FROM " + IndexHint.by("LEDGER", "INCOME_ASSESSMENT") + " WHERE LEDGER_NUMBER = ? AND "
                + known.condition() + " ORDER BY TAX_YEAR DESC, INCOME_ROLE, ASSESSMENT_NUMBER DESC";
        return Database.list(
                connection,
                sql,
                row -> new IncomeAssessment(
                        AddresseeNumber.of(row.getString("ADDRESSEE_NUMBER")),
                        code(IncomeRole.class, row.getString("INCOME_ROLE")),
                        row.getInt("TAX_YEAR"),
                        row.getInt("ASSESSMENT_NUMBER"),
                        Yen.of(row.getLong("TOTAL_INCOME")),
                        Yen.of(row.getLong("DEDUCTIONS")),
                        Yen.of(row.getLong("JUDGED_INCOME")),
                        code(IncomeClass.class, row.getString("LIMIT_CLASS")),
                        day(row, "JUDGED_ON"),
                        code(IncomeSource.class, row.getString("INCOME_SOURCE"))),
                known.after(ledger.value()));
    }

    static List<StatusReport> reports(Connection connection, LedgerNumber ledger, KnownAt known) throws SQLException {
        String sql = "SELECT * FROM " + IndexHint.byKey("STATUS_REPORT") + " WHERE LEDGER_NUMBER = ? AND "
                + known.condition() + " ORDER BY FISCAL_YEAR DESC";
        return Database.list(
                connection,
                sql,
                row -> new StatusReport(
                        row.getInt("FISCAL_YEAR"),
                        code(ReportState.class, row.getString("STATE")),
                        optionalDay(row, "DUE_ON"),
                        optionalDay(row, "SUBMITTED_ON")),
                known.after(ledger.value()));
    }

    static <E extends Enum<E> & Coded> E code(Class<E> list, String code) {
        return Coded.find(list, code)
                .orElseThrow(() -> new IllegalStateException(list.getSimpleName() + " has no code " + code));
    }

    static <E extends Enum<E> & Coded> Optional<E> optionalCode(Class<E> list, String code) {
        return Optional.ofNullable(code).map(known -> code(list, known));
    }

    private static <T> Optional<T> latest(
            Connection connection, String table, LedgerNumber ledger, KnownAt known, Database.Mapper<T> mapper)
            throws SQLException {
        String sql = "SELECT * FROM " + IndexHint.byKey(table) + " WHERE LEDGER_NUMBER = ? AND " + known.condition()
                + " ORDER BY VALID_FROM DESC";
        return Database.list(connection, sql, mapper, known.after(ledger.value())).stream()
                .findFirst();
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getDate(column).toLocalDate();
    }

    private static Optional<LocalDate> optionalDay(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getDate(column)).map(Date::toLocalDate);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
