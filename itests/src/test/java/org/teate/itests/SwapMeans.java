// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.karaf.features.FeaturesService;

/** How an operator brings a connector into the running server and takes it out again. */
enum SwapMeans {
    /** {@code feature:install} and {@code feature:uninstall}. */
    FEATURE {
        @Override
        void in(String connector, FeaturesService features) throws Exception {
            features.installFeature("teate-connector-" + connector);
        }

        @Override
        void out(String connector, FeaturesService features) throws Exception {
            features.uninstallFeature("teate-connector-" + connector);
        }

        @Override
        boolean holds(String connector, FeaturesService features) throws Exception {
            return features.isInstalled(features.getFeature("teate-connector-" + connector));
        }
    },
    /** A KAR dropped into {@code deploy/} and deleted there. */
    KAR {
        @Override
        void in(String connector, FeaturesService features) throws IOException {
            drop(archive("kar-" + connector, "kar"), connector + ".kar");
        }

        @Override
        void out(String connector, FeaturesService features) throws IOException {
            Files.delete(DEPLOY.resolve(connector + ".kar"));
        }

        /** As {@code kar:list} tells; the folder is the last thing that Karaf takes away. */
        @Override
        boolean holds(String connector, FeaturesService features) {
            return Files.exists(KARS.resolve(connector));
        }
    },
    /** The bundle itself dropped into {@code deploy/} and deleted there. */
    JAR {
        @Override
        void in(String connector, FeaturesService features) throws IOException {
            drop(archive("connectors-" + connector, "jar"), connector + ".jar");
        }

        @Override
        void out(String connector, FeaturesService features) throws IOException {
            Files.delete(DEPLOY.resolve(connector + ".jar"));
        }

        @Override
        boolean holds(String connector, FeaturesService features) {
            return Files.exists(DEPLOY.resolve(connector + ".jar"));
        }
    };

    private static final Path DEPLOY = Path.of(System.getProperty("karaf.base", "."), "deploy");
    private static final Path KARS = Path.of(System.getProperty("karaf.data", "."), "kar");
    private static final String VERSION = System.getProperty("teate.version", "");

    abstract void in(String connector, FeaturesService features) throws Exception;

    abstract void out(String connector, FeaturesService features) throws Exception;

    /**
     * Whether Karaf still knows the connector by this means. Karaf may not be asked for anything else before that is over:
     * what is asked for meanwhile is carried out upon what was installed when it was asked.
     */
    abstract boolean holds(String connector, FeaturesService features) throws Exception;

    private static Path archive(String artifact, String type) {
        String folder = type.equals("kar")
                ? System.getProperty("teate.kars")
                : System.getProperty("karaf.home") + "/system/org/teate";
        String name = artifact + "-" + VERSION + "." + type;
        return type.equals("kar")
                ? Path.of(folder, artifact.substring("kar-".length()), "target", name)
                : Path.of(folder, artifact, VERSION, name);
    }

    /** Whole at once, so that nobody installs half a file. */
    private static void drop(Path archive, String name) throws IOException {
        Path part = DEPLOY.resolveSibling(name + ".part");
        Files.copy(archive, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, DEPLOY.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
