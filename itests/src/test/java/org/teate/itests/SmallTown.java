// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the resident register and the old ledger of one small town send to a {@link TeateServer}, right or damaged. */
final class SmallTown {

    private static final String MANIFEST = ".mft.json";

    private final TeateServer server;
    private final Office office;
    private final String plan;
    private final Map<String, Path> right = new HashMap<>();

    private SmallTown(TeateServer server, Office office, String plan) {
        this.server = server;
        this.office = office;
        this.plan = plan;
    }

    /** A town that is the same on every server. */
    static SmallTown beside(TeateServer server, Office office, int people) throws IOException {
        office.admin("feature:install teate-counterpart-residents teate-counterpart-welfare-current");
        for (String system : List.of("residents", "welfare")) {
            Files.createDirectories(inbox(server, system));
        }
        return new SmallTown(
                server,
                office,
                " --people " + people + " --recipients-share 0.33 --date " + DistributionSupport.BUSINESS_DATE);
    }

    /** Sends the register and every set of the ledger, all as they should be. */
    void send() throws IOException {
        write("residents", inbox(server, "residents"), 1, "");
        write("welfare", inbox(server, "welfare"), 1, "");
    }

    /** Sends one file as it should be. */
    void send(String interfaceId, int sequence) throws IOException {
        lay(interfaceId, right(systemOf(interfaceId), sequence));
    }

    /**
     * Sends one file with something wrong.
     *
     * @param damage as the counterparts name it, such as {@code wrong-hash}
     */
    void sendDamaged(String interfaceId, int sequence, String damage) throws IOException {
        Path folder = aside();
        write(systemOf(interfaceId), folder, sequence, " --bad " + damage + ":" + interfaceId);
        lay(interfaceId, folder);
    }

    /** The values of a record of a set as it should be, by the number of its line. */
    List<String> record(String interfaceId, int line) throws IOException {
        Path data = files(interfaceId, right(systemOf(interfaceId), 1)).get(0);
        String text = Files.readAllLines(data).get(line - 1);
        return List.of(text.substring(1, text.length() - 1).split("\",\"", -1));
    }

    /** The counterparts write whole towns, so that these are written aside, and one file of them is laid into the inbox. */
    private void lay(String interfaceId, Path folder) throws IOException {
        for (Path file : files(interfaceId, folder)) {
            Path there = inbox(server, systemOf(interfaceId)).resolve(file.getFileName());
            Files.copy(file, there, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path right(String system, int sequence) throws IOException {
        Path folder = right.get(system + sequence);
        if (folder == null) {
            folder = aside();
            write(system, folder, sequence, "");
            right.put(system + sequence, folder);
        }
        return folder;
    }

    /** The data file and then, if there is one, its manifest. */
    private static List<Path> files(String interfaceId, Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isOf(interfaceId, file))
                    .sorted(Comparator.comparing(SmallTown::isManifest))
                    .toList();
        }
    }

    private void write(String system, Path folder, int sequence, String damage) throws IOException {
        String command = system.equals("residents")
                ? "counterpart:residents-write"
                : "counterpart:ledger-write --passphrase " + TeateServer.PASSPHRASE;
        office.admin(command + plan + " --sequence " + sequence + damage + " --folder " + folder);
    }

    private Path aside() throws IOException {
        return Files.createTempDirectory(server.home().resolve("data"), "sent");
    }

    private static String systemOf(String interfaceId) {
        return interfaceId.startsWith("IF") ? "residents" : "welfare";
    }

    private static boolean isOf(String interfaceId, Path file) {
        return file.getFileName().toString().startsWith(interfaceId.replace("-", "") + "_");
    }

    private static boolean isManifest(Path file) {
        return file.toString().endsWith(MANIFEST);
    }

    private static Path inbox(TeateServer server, String system) {
        return server.home().resolve("data/exchange").resolve(system).resolve("inbox");
    }
}
