// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.itests;

import static org.ops4j.pax.exam.CoreOptions.options;
import static org.ops4j.pax.exam.CoreOptions.systemTimeout;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.OptionUtils.combine;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.logLevel;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.karaf.features.BootFinished;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.CoreOptions;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.karaf.options.LogLevelOption.LogLevel;
import org.ops4j.pax.exam.util.Filter;

/** Runs a test inside the very distribution that is delivered. */
public abstract class DistributionSupport {

    /** Fixed, so that no test turns red as the calendar moves. */
    static final String BUSINESS_DATE = "2026-11-24";

    /** The same for all classes: a container is shared only by classes with equal options. */
    private static final String HTTP_PORT = freePort();

    private static final String SSH_PORT = freePort();

    private static final String KARAF = System.getProperty("karaf.version", "");

    /** Injected only when every boot feature is there, so no test starts early. */
    @Inject
    @Filter(timeout = 120_000)
    protected BootFinished bootFinished;

    @Configuration
    public Option[] distribution() {
        String repository = System.getProperty("org.ops4j.pax.url.mvn.localRepository");
        return combine(
                options(
                        karafDistributionConfiguration()
                                .frameworkUrl(new File(System.getProperty("teate.distribution"))
                                        .toURI()
                                        .toString())
                                .name("Teate")
                                .karafVersion(KARAF)
                                .unpackDirectory(new File("target/exam"))
                                .useDeployFolder(false),
                        keepRuntimeFolder(),
                        systemTimeout(120_000),
                        configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
                        logLevel(LogLevel.WARN),
                        CoreOptions.systemProperty("teate.http.port").value(HTTP_PORT),
                        CoreOptions.systemProperty("teate.readme").value(System.getProperty("teate.readme")),
                        editConfigurationFilePut("etc/org.teate.clock.cfg", "businessDate", BUSINESS_DATE),
                        editConfigurationFilePut(
                                "etc/org.ops4j.pax.web.cfg", "org.osgi.service.http.secure.enabled", "false"),
                        editConfigurationFilePut("etc/org.ops4j.pax.web.cfg", "org.osgi.service.http.port", HTTP_PORT),
                        editConfigurationFilePut("etc/org.apache.karaf.shell.cfg", "sshPort", SSH_PORT),
                        // Pax Exam's own bundles are fetched from here
                        editConfigurationFilePut(
                                "etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.localRepository", repository)),
                vmOptions());
    }

    /** What bin/karaf passes to the JVM, which Pax Exam starts by itself. */
    private static Option[] vmOptions() {
        return Stream.of(
                        "--add-reads=java.xml=java.logging",
                        "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
                        "--patch-module",
                        "java.base=lib/endorsed/org.apache.karaf.specs.locator-" + KARAF + ".jar",
                        "--patch-module",
                        "java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-" + KARAF + ".jar",
                        "--add-opens",
                        "java.base/java.security=ALL-UNNAMED",
                        "--add-opens",
                        "java.base/java.net=ALL-UNNAMED",
                        "--add-opens",
                        "java.base/java.lang=ALL-UNNAMED",
                        "--add-opens",
                        "java.base/java.util=ALL-UNNAMED",
                        "--add-opens",
                        "java.naming/javax.naming.spi=ALL-UNNAMED",
                        "--add-opens",
                        "java.rmi/sun.rmi.transport.tcp=ALL-UNNAMED",
                        "--add-exports=java.base/sun.net.www.protocol.http=ALL-UNNAMED",
                        "--add-exports=java.base/sun.net.www.protocol.https=ALL-UNNAMED",
                        "--add-exports=java.base/sun.net.www.protocol.jar=ALL-UNNAMED",
                        "--add-exports=java.base/sun.net.www.protocol.file=ALL-UNNAMED",
                        "--add-exports=java.base/sun.net.www.content.text=ALL-UNNAMED",
                        "--add-exports=jdk.naming.rmi/com.sun.jndi.url.rmi=ALL-UNNAMED",
                        "-Dfile.encoding=UTF-8",
                        "-Duser.timezone=Asia/Tokyo",
                        "-Xmx1g")
                .map(option -> vmOption(option))
                .toArray(Option[]::new);
    }

    /** Where the pages are, asked inside the container. */
    static URI pages() {
        return URI.create("http://localhost:" + System.getProperty("teate.http.port") + "/");
    }

    private static String freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
