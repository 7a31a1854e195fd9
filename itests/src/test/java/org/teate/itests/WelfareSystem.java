// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.itests;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One of the two welfare systems, as its counterpart plays it. */
enum WelfareSystem {
    /** The current one (現行). */
    CURRENT(
            "welfare-current",
            "org.teate.connectors.welfare.current.line.cfg.loopback",
            "8122",
            "8143",
            "--sftp-port %s --https-port %s start",
            "book.tsv",
            line -> entry(line.split("\t", -1))),
    /** The one that follows (次期). */
    NEXT(
            "welfare-next",
            "org.teate.connectors.welfare.next.cfg",
            "9643",
            "9680",
            "start %s %s",
            "book.jsonl",
            WelfareSystem::entry);

    private final String connector;
    private final String configuration;
    private final String usualPort;
    private final String otherUsualPort;
    private final String start;
    private final String book;
    private final Function<String, ReceivedBook.Entry> reading;

    WelfareSystem(
            String connector,
            String configuration,
            String usualPort,
            String otherUsualPort,
            String start,
            String book,
            Function<String, ReceivedBook.Entry> reading) {
        this.connector = connector;
        this.configuration = configuration;
        this.usualPort = usualPort;
        this.otherUsualPort = otherUsualPort;
        this.start = start;
        this.book = book;
        this.reading = reading;
    }

    /** The connector's name, such as {@code welfare-next}. */
    String connector() {
        return connector;
    }

    /** The name that the connector's bundle has. */
    String symbolicName() {
        return "org.teate.connectors." + connector.replace('-', '.');
    }

    /**
     * Starts the counterpart on ports of its own, so that a server that runs beside is not in the way, and tells the
     * connector of them.
     *
     * @param shell types a command
     */
    void listen(Path etc, Shell shell) throws Exception {
        String port = freePort();
        String otherPort = freePort();
        shell.type("counterpart:" + connector + " " + start.formatted(port, otherPort));
        String line = Files.readString(etc.resolve(configuration))
                .replace(usualPort, port)
                .replace(otherUsualPort, otherPort);
        Files.writeString(etc.resolve(configuration.replace(".loopback", "")), line);
    }

    /** What it has received, by its own book below {@code data}. */
    ReceivedBook book(Path data) throws IOException {
        Path file = data.resolve("counterparts").resolve(connector).resolve(book);
        return new ReceivedBook(Files.readAllLines(file).stream().map(reading).toList());
    }

    private static ReceivedBook.Entry entry(String[] columns) {
        return new ReceivedBook.Entry(columns[2], columns[5], columns[6]);
    }

    private static ReceivedBook.Entry entry(String json) {
        return new ReceivedBook.Entry(value(json, "result"), value(json, "subject"), value(json, "key"));
    }

    /** Of a line of flat JSON whose values need no escapes. */
    private static String value(String json, String name) {
        Matcher value = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        return value.find() ? value.group(1) : "";
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        }
    }

    /** A shell of the server. */
    @FunctionalInterface
    interface Shell {

        void type(String command) throws Exception;
    }
}
