// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.payments.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.teate.access.Guard;
import org.teate.kernel.BankKana;
import org.teate.kernel.BankKanaField;
import org.teate.kernel.BankKanaResult;
import org.teate.payments.Banks;

/**
 * The master of banks and branches, kept in memory as the tables hold it.
 *
 * <p>A server whose tables are empty begins with the master that ships with this bundle. Thread-safe.
 */
@Component(service = {Banks.class, BankMaster.class})
public final class BankMaster implements Banks {

    /** The longest name of a bank or a branch in a bank file. */
    static final int LONGEST_KANA = 15;

    private static final String BANKS = "SELECT BANK_CODE, BANK_NAME, KANA, CLOSED_ON FROM BANK ORDER BY BANK_CODE";
    private static final String BRANCHES = "SELECT BANK_CODE, BRANCH_CODE, BRANCH_NAME, KANA, CLOSED_ON FROM BRANCH"
            + " ORDER BY BANK_CODE, BRANCH_CODE";
    private static final String INSERT_BANK = "INSERT INTO BANK (BANK_CODE, KANA, BANK_NAME) VALUES (?, ?, ?)";
    private static final String INSERT_BRANCH =
            "INSERT INTO BRANCH (BANK_CODE, BRANCH_CODE, KANA, BRANCH_NAME) VALUES (?, ?, ?, ?)";

    private final Database database;
    private final Guard guard;
    private volatile Snapshot known = Snapshot.NOTHING;

    @Activate
    public BankMaster(@Reference Database database, @Reference Guard guard) {
        this.database = database;
        this.guard = guard;
    }

    @Override
    public Optional<Bank> find(String bankCode) {
        guard.actor();
        return Optional.ofNullable(snapshot().banks().get(bankCode));
    }

    @Override
    public Optional<Branch> find(String bankCode, String branchCode) {
        guard.actor();
        return Optional.ofNullable(snapshot().branch(bankCode, branchCode));
    }

    @Override
    public List<Bank> search(String text, int limit) {
        guard.actor();
        Predicate<Bank> matches = bank -> matches(text, bank.code(), bank.name(), bank.kana());
        return found(snapshot().banks().values().stream().filter(Bank::open).filter(matches), limit);
    }

    @Override
    public List<Branch> search(String bankCode, String text, int limit) {
        guard.actor();
        Predicate<Branch> matches = branch -> matches(text, branch.code(), branch.name(), branch.kana());
        return found(
                snapshot().branchesOf(bankCode).values().stream()
                        .filter(Branch::open)
                        .filter(matches),
                limit);
    }

    /** What is known now; the same object until a newer master is taken in. */
    Snapshot snapshot() {
        Snapshot now = known;
        return now == Snapshot.NOTHING ? load() : now;
    }

    /** Has the tables read again when next asked; whoever reads them now is waited for, since it would keep what was. */
    synchronized void forget() {
        known = Snapshot.NOTHING;
    }

    /** A name of the master as a bank file carries it, or why it cannot. A period, which no branch's name may hold, is a space. */
    static BankKanaResult bankForm(String kana) {
        String spaced = kana.replace('．', ' ').replace('.', ' ');
        return BankKana.STRICT.normalize(spaced, BankKanaField.BRANCH, LONGEST_KANA);
    }

    private synchronized Snapshot load() {
        if (known == Snapshot.NOTHING) {
            known = database.apart(BankMaster::read);
        }
        return known;
    }

    private static Snapshot read(Connection connection) throws SQLException {
        Snapshot stored = stored(connection);
        if (!stored.banks().isEmpty()) {
            return stored;
        }
        insert(connection, INSERT_BANK, 1, new BufferedReader(reader("banks.csv")));
        insert(connection, INSERT_BRANCH, 2, new BufferedReader(reader("branches.csv.gz")));
        return stored(connection);
    }

    private static Snapshot stored(Connection connection) throws SQLException {
        Map<String, Bank> banks = new LinkedHashMap<>();
        Map<String, Map<String, Branch>> branches = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(BANKS)) {
                while (rows.next()) {
                    boolean open = rows.getDate(4) == null;
                    banks.put(
                            rows.getString(1), new Bank(rows.getString(1), rows.getString(2), rows.getString(3), open));
                }
            }
            try (ResultSet rows = statement.executeQuery(BRANCHES)) {
                while (rows.next()) {
                    String bank = rows.getString(1);
                    String code = rows.getString(2);
                    boolean open = rows.getDate(5) == null;
                    branches.computeIfAbsent(bank, any -> new LinkedHashMap<>())
                            .put(code, new Branch(bank, code, rows.getString(3), rows.getString(4), open));
                }
            }
        }
        return new Snapshot(banks, branches);
    }

    /** The lines of the shipped master: {@code codes} codes, the kana, the name. */
    private static void insert(Connection connection, String sql, int codes, BufferedReader lines) throws SQLException {
        try (lines;
                PreparedStatement insert = connection.prepareStatement(sql)) {
            List<String> records = lines.lines().skip(1).toList();
            for (String line : records) {
                String[] fields = line.split(",");
                for (int i = 0; i < codes; i++) {
                    insert.setString(i + 1, fields[i]);
                }
                insert.setString(codes + 1, shippedKana(fields[codes]));
                insert.setString(codes + 2, fields[codes + 1]);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shippedKana(String kana) {
        if (bankForm(kana) instanceof BankKanaResult.Normalized form) {
            return form.text();
        }
        throw new IllegalStateException("The shipped master has a name that no bank file can carry: " + kana);
    }

    private static InputStreamReader reader(String name) {
        try {
            InputStream in = Banks.class.getResourceAsStream("master/" + name);
            return new InputStreamReader(name.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean matches(String text, String code, String name, String kana) {
        if (code.startsWith(text) || name.contains(text)) {
            return true;
        }
        return bankForm(text) instanceof BankKanaResult.Normalized form
                && !form.text().isEmpty()
                && kana.startsWith(form.text());
    }

    private static <T> List<T> found(Stream<T> matching, int limit) {
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("A limit of 1 to 1,000 is expected");
        }
        return matching.limit(limit).toList();
    }

    /**
     * The master as it was read.
     *
     * @param banks by code, in the order of the codes
     * @param branches by the code of the bank and then their own, in the order of their own
     */
    record Snapshot(Map<String, Bank> banks, Map<String, Map<String, Branch>> branches) {

        static final Snapshot NOTHING = new Snapshot(Map.of(), Map.of());

        /** Whether money can be sent to the branch. */
        boolean isOpen(String bankCode, String branchCode) {
            Bank bank = banks.get(bankCode);
            Branch branch = branch(bankCode, branchCode);
            return bank != null && bank.open() && branch != null && branch.open();
        }

        Map<String, Branch> branchesOf(String bankCode) {
            return branches.getOrDefault(bankCode, Map.of());
        }

        /** The branch, open or closed, or null if the master does not know it. */
        private Branch branch(String bankCode, String branchCode) {
            return branchesOf(bankCode).get(branchCode);
        }

        String bankName(String bankCode) {
            Bank bank = banks.get(bankCode);
            return bank == null ? bankCode : bank.name();
        }

        /** The bank's name as files carry it, empty if the master does not know it. */
        String bankKana(String bankCode) {
            Bank bank = banks.get(bankCode);
            return bank == null ? "" : bank.kana();
        }

        /** The branch's name as files carry it, empty if the master does not know it. */
        String branchKana(String bankCode, String branchCode) {
            Branch branch = branch(bankCode, branchCode);
            return branch == null ? "" : branch.kana();
        }

        String branchName(String bankCode, String branchCode) {
            Branch branch = branch(bankCode, branchCode);
            return branch == null ? branchCode : branch.name();
        }
    }
}
