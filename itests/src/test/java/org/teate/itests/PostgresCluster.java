// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL 15 of the test's own, with Debian's programs, in a folder that is deleted afterwards. */
final class PostgresCluster implements AutoCloseable {

    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private final Path folder;
    private final int port;

    private PostgresCluster(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Starts a cluster with a database and a user {@code teate}. */
    static PostgresCluster start(int port) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("teate-postgres");
        if (ROOT) {
            // PostgreSQL refuses to run as root
            run(List.of("chown", "postgres", folder.toString()));
        }
        PostgresCluster cluster = new PostgresCluster(folder, port);
        cluster.program("initdb", "-D", cluster.data(), "-A", "trust", "-E", "UTF8", "--no-locale", "-U", "teate");
        cluster.program(
                "pg_ctl",
                "-D",
                cluster.data(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + port + " -k " + folder + " -c listen_addresses=127.0.0.1 -c max_prepared_transactions=60"
                        + " -c fsync=off",
                "start");
        cluster.program("createdb", "-h", "127.0.0.1", "-p", String.valueOf(port), "-U", "teate", "teate");
        return cluster;
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        try {
            program("pg_ctl", "-D", data(), "-m", "immediate", "stop");
            run(List.of("rm", "-rf", folder.toString()));
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void program(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (ROOT) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(PROGRAMS.resolve(name).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + process.exitValue());
        }
    }
}
