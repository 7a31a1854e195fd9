// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The people of an office on a {@link TeateServer}, who type into its shell. */
final class Office {

    private static final Map<String, String> ROLES = Map.of(
            "hanako", "clerk",
            "taro", "approver",
            "jiro", "operator",
            "saburo", "auditor");

    private final TeateServer server;
    private final Map<String, String> passwords = new HashMap<>();

    private Office(TeateServer server) {
        this.server = server;
    }

    /** Signs in as the first operator and enters a clerk, an approver, an operator and an auditor. */
    static Office open(TeateServer server) throws IOException {
        Office office = new Office(server);
        Path first = server.home().resolve("data/first-password.txt");
        office.takeUp("admin", Files.readString(first).strip());
        for (Map.Entry<String, String> person : ROLES.entrySet()) {
            String command = "staff:add " + person.getKey() + " " + person.getKey() + " " + person.getValue();
            office.takeUp(person.getKey(), office.admin(command).strip());
        }
        return office;
    }

    String admin(String command) throws IOException {
        return as("admin", command);
    }

    String clerk(String command) throws IOException {
        return as("hanako", command);
    }

    String approver(String command) throws IOException {
        return as("taro", command);
    }

    String operator(String command) throws IOException {
        return as("jiro", command);
    }

    String auditor(String command) throws IOException {
        return as("saburo", command);
    }

    /** The password with which one signs in to the pages. */
    String password(String login) {
        return passwords.get(login);
    }

    private String as(String login, String command) throws IOException {
        return server.shell(login, passwords.get(login), command);
    }

    /** Changes the one-time password, as everybody must at first. */
    private void takeUp(String login, String once) throws IOException {
        String own = "Own-Password-Of-" + login.length() + "-" + Integer.toHexString(once.hashCode());
        server.shell(login, once, "staff:password --old " + once + " --new " + own);
        passwords.put(login, own);
    }
}
