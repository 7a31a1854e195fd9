// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.exchange.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.teate.exchange.Trial;
import org.teate.exchange.Trial.Counts;
import org.teate.exchange.Trial.Group;
import org.teate.exchange.Trial.Kind;
import org.teate.exchange.TrialSample;
import org.teate.kernel.Utc;

/** Trials and what they have found, in the database; works in the connection's transaction. */
final class TrialTable {

    private static final String SELECT = "SELECT TRIAL_NUMBER, SYSTEM_NAME, IN_USE, CANDIDATE, REASON, STARTED_BY,"
            + " STARTED_AT, STOPPED_AT, ASKED_COUNT, EQUAL_COUNT, EXPLAINED_COUNT, DIFFERENT_COUNT, FAILED_COUNT,"
            + " SKIPPED_COUNT FROM TRIAL ";

    /** Enters a trial that starts now; returns its number. */
    long add(Connection database, Trial trial) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement(
                "INSERT INTO TRIAL (SYSTEM_NAME, IN_USE, CANDIDATE, REASON, STARTED_BY, STARTED_AT, ASKED_COUNT,"
                        + " EQUAL_COUNT, EXPLAINED_COUNT, DIFFERENT_COUNT, FAILED_COUNT, SKIPPED_COUNT)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0)",
                Statement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, trial.system());
            insert.setString(2, trial.inUse());
            insert.setString(3, trial.candidate());
            insert.setString(4, trial.reason());
            insert.setString(5, trial.startedBy());
            insert.setTimestamp(6, Utc.timestamp(trial.startedAt()));
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    void stop(Connection database, long number, Instant at) throws SQLException {
        try (PreparedStatement update =
                database.prepareStatement("UPDATE TRIAL SET STOPPED_AT = ? WHERE TRIAL_NUMBER = ?")) {
            update.setTimestamp(1, Utc.timestamp(at));
            update.setLong(2, number);
            update.executeUpdate();
        }
    }

    /** The trials that run, oldest first. */
    List<Trial> running(Connection database) throws SQLException {
        try (PreparedStatement query =
                database.prepareStatement(SELECT + "WHERE STOPPED_AT IS NULL ORDER BY TRIAL_NUMBER")) {
            return all(database, query);
        }
    }

    /** Trials, newest first. */
    List<Trial> newest(Connection database, int limit) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(SELECT + "ORDER BY TRIAL_NUMBER DESC")) {
            query.setMaxRows(limit);
            return all(database, query);
        }
    }

    Optional<Trial> latestOf(Connection database, String candidate) throws SQLException {
        try (PreparedStatement query =
                database.prepareStatement(SELECT + "WHERE CANDIDATE = ? ORDER BY TRIAL_NUMBER DESC")) {
            query.setString(1, candidate);
            query.setMaxRows(1);
            return all(database, query).stream().findFirst();
        }
    }

    Optional<Trial> find(Connection database, long number) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(SELECT + "WHERE TRIAL_NUMBER = ?")) {
            query.setLong(1, number);
            return all(database, query).stream().findFirst();
        }
    }

    private static List<Trial> all(Connection database, PreparedStatement query) throws SQLException {
        List<Trial> trials = new ArrayList<>();
        try (ResultSet result = query.executeQuery()) {
            while (result.next()) {
                trials.add(new Trial(
                        result.getLong(1),
                        result.getString(2),
                        result.getString(3),
                        result.getString(4),
                        result.getString(5),
                        result.getString(6),
                        Utc.instant(result.getTimestamp(7)),
                        Optional.ofNullable(result.getTimestamp(8)).map(Utc::instant),
                        new Counts(
                                result.getLong(9),
                                result.getLong(10),
                                result.getLong(11),
                                result.getLong(12),
                                result.getLong(13),
                                result.getLong(14)),
                        groups(database, result.getLong(1))));
            }
        }
        return trials;
    }

    private static List<Group> groups(Connection database, long trial) throws SQLException {
        try (PreparedStatement query = database.prepareStatement("SELECT G.GROUP_NUMBER, G.QUESTION, G.ANSWER_PATH,"
                + " G.KIND, G.ANSWER_COUNT, (SELECT COUNT(*) FROM TRIAL_SAMPLE S WHERE S.TRIAL_NUMBER ="
                + " G.TRIAL_NUMBER AND S.GROUP_NUMBER = G.GROUP_NUMBER) FROM TRIAL_GROUP G"
                + " WHERE G.TRIAL_NUMBER = ? ORDER BY G.ANSWER_COUNT DESC, G.GROUP_NUMBER")) {
            query.setLong(1, trial);
            List<Group> groups = new ArrayList<>();
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    groups.add(new Group(
                            result.getInt(1),
                            result.getString(2),
                            result.getString(3),
                            Kind.valueOf(result.getString(4)),
                            result.getLong(5),
                            result.getInt(6)));
                }
            }
            return groups;
        }
    }

    List<TrialSample> samples(Connection database, long trial, int group) throws SQLException {
        try (PreparedStatement query = database.prepareStatement("SELECT ARGUMENTS, PLACE, IN_USE_TEXT, CANDIDATE_TEXT,"
                + " SEEN_AT FROM TRIAL_SAMPLE WHERE TRIAL_NUMBER = ? AND GROUP_NUMBER = ? ORDER BY SAMPLE_NUMBER")) {
            query.setLong(1, trial);
            query.setInt(2, group);
            List<TrialSample> samples = new ArrayList<>();
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    samples.add(new TrialSample(
                            result.getString(1),
                            result.getString(2),
                            result.getString(3),
                            result.getString(4),
                            Utc.instant(result.getTimestamp(5))));
                }
            }
            return samples;
        }
    }

    /** Brings a trial up to what was found; doing so again changes nothing. */
    void update(Connection database, long trial, ParallelRun.Found found) throws SQLException {
        updateCounts(database, trial, found.counts());
        for (Group group : found.groups()) {
            updateGroup(database, trial, group);
        }
        for (Group group : found.groups()) {
            List<TrialSample> fresh = found.fresh().getOrDefault(group.number(), List.of());
            addSamples(database, trial, group, fresh);
        }
    }

    private static void updateCounts(Connection database, long trial, Counts counts) throws SQLException {
        try (PreparedStatement update = database.prepareStatement(
                "UPDATE TRIAL SET ASKED_COUNT = ?, EQUAL_COUNT = ?, EXPLAINED_COUNT = ?, DIFFERENT_COUNT = ?,"
                        + " FAILED_COUNT = ?, SKIPPED_COUNT = ? WHERE TRIAL_NUMBER = ?")) {
            update.setLong(1, counts.asked());
            update.setLong(2, counts.equal());
            update.setLong(3, counts.explained());
            update.setLong(4, counts.different());
            update.setLong(5, counts.failed());
            update.setLong(6, counts.skipped());
            update.setLong(7, trial);
            update.executeUpdate();
        }
    }

    private static void updateGroup(Connection database, long trial, Group group) throws SQLException {
        try (PreparedStatement update = database.prepareStatement(
                "UPDATE TRIAL_GROUP SET ANSWER_COUNT = ? WHERE TRIAL_NUMBER = ? AND GROUP_NUMBER = ?")) {
            update.setLong(1, group.answers());
            update.setLong(2, trial);
            update.setInt(3, group.number());
            if (update.executeUpdate() == 1) {
                return;
            }
        }
        try (PreparedStatement insert = database.prepareStatement("INSERT INTO TRIAL_GROUP (TRIAL_NUMBER, GROUP_NUMBER,"
                + " QUESTION, ANSWER_PATH, KIND, ANSWER_COUNT) VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, trial);
            insert.setInt(2, group.number());
            insert.setString(3, group.question());
            insert.setString(4, group.path());
            insert.setString(5, group.kind().name());
            insert.setLong(6, group.answers());
            insert.executeUpdate();
        }
    }

    private static void addSamples(Connection database, long trial, Group group, List<TrialSample> fresh)
            throws SQLException {
        try (PreparedStatement insert =
                database.prepareStatement("INSERT INTO TRIAL_SAMPLE (TRIAL_NUMBER, GROUP_NUMBER,"
                        + " SAMPLE_NUMBER, ARGUMENTS, PLACE, IN_USE_TEXT, CANDIDATE_TEXT, SEEN_AT)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            int number = group.samples() - fresh.size();
            for (TrialSample sample : fresh) {
                insert.setLong(1, trial);
                insert.setInt(2, group.number());
                insert.setInt(3, ++number);
                insert.setString(4, sample.arguments());
                insert.setString(5, sample.place());
                insert.setString(6, sample.inUse());
                insert.setString(7, sample.candidate());
                insert.setTimestamp(8, Utc.timestamp(sample.at()));
                insert.executeUpdate();
            }
        }
    }
}
