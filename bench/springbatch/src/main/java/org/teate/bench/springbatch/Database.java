// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.bench.springbatch;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The embedded Derby database with the town, its payments and Spring Batch's own tables. */
final class Database {

    private static final int BATCH = 2_000;
    private static final int CONNECTIONS = 12;
    /** Derby tells by an exception that it has done as asked. */
    private static final String DERBY_IS_DOWN = "XJ015";

    private Database() {}

    /** Opens the database in {@code folder}, made if need be. */
    static HikariDataSource open(Path folder) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:derby:" + folder.toAbsolutePath() + ";create=true");
        config.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(config);
    }

    /** Makes a database of the town in {@code folder} and shuts it down, so that another virtual machine finds it complete. */
    static void make(Path folder, Town town) throws Exception {
        try (HikariDataSource database = open(folder)) {
            fill(database, town);
        }
        try {
            DriverManager.getConnection("jdbc:derby:;shutdown=true").close();
        } catch (SQLException e) {
            if (!DERBY_IS_DOWN.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    /** Makes all tables and takes the town in. */
    static void fill(DataSource database, Town town) throws Exception {
        new ResourceDatabasePopulator(new ClassPathResource("org/springframework/batch/core/schema-derby.sql"))
                .execute(database);
        JdbcTemplate jdbc = new JdbcTemplate(database);
        jdbc.execute("create table recipient (id int primary key, recipient_key varchar(20) not null,"
                + " bank_code char(4) not null, bank_kana varchar(15) not null, branch_code char(3) not null,"
                + " branch_kana varchar(15) not null, account_type char(1) not null, account_number char(7) not null,"
                + " holder_kana varchar(50) not null)");
        jdbc.execute("create table child (id int primary key, recipient_id int not null references recipient (id),"
                + " birth date not null)");
        jdbc.execute("create index child_of_recipient on child (recipient_id, birth)");
        jdbc.execute("create table payment (run_id bigint not null,"
                + " recipient_id int not null references recipient (id), amount bigint not null,"
                + " first_month int not null, second_month int not null, status varchar(10) not null,"
                + " created timestamp default current_timestamp, primary key (run_id, recipient_id))");
        try (Connection connection = database.getConnection();
                Import rows = new Import(connection)) {
            town.forEach(rows::take);
            rows.flush();
        }
        for (String table : List.of("RECIPIENT", "CHILD")) {
            jdbc.update("call SYSCS_UTIL.SYSCS_UPDATE_STATISTICS('APP', ?, null)", table);
        }
    }

    /** Writes recipients and children in batches, each its own transaction. */
    private static final class Import implements AutoCloseable {

        private final Connection connection;
        private final PreparedStatement recipients;
        private final PreparedStatement children;
        private int childId;

        Import(Connection connection) throws SQLException {
            this.connection = connection;
            connection.setAutoCommit(false);
            recipients = connection.prepareStatement("insert into recipient values (?, ?, ?, ?, ?, ?, ?, ?, ?)");
            children = connection.prepareStatement("insert into child values (?, ?, ?)");
        }

        void take(Town.Line line) {
            try {
                add(line);
                if (line.recipient().id() % BATCH == 0) {
                    flush();
                }
            } catch (SQLException e) {
                throw new IllegalStateException("The town cannot be taken in", e);
            }
        }

        private void add(Town.Line line) throws SQLException {
            Recipient recipient = line.recipient();
            Account account = recipient.account();
            recipients.setInt(1, recipient.id());
            recipients.setString(2, line.key());
            recipients.setString(3, account.bankCode());
            recipients.setString(4, account.bankKana());
            recipients.setString(5, account.branchCode());
            recipients.setString(6, account.branchKana());
            recipients.setString(7, account.type());
            recipients.setString(8, account.number());
            recipients.setString(9, account.holderKana());
            recipients.addBatch();
            for (LocalDate birth : recipient.births()) {
                children.setInt(1, ++childId);
                children.setInt(2, recipient.id());
                children.setDate(3, Date.valueOf(birth));
                children.addBatch();
            }
        }

        void flush() throws SQLException {
            recipients.executeBatch();
            children.executeBatch();
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            recipients.close();
            children.close();
        }
    }
}
