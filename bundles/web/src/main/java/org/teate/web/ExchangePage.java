// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teate.access.Guard;
import org.teate.access.Permission;
import org.teate.exchange.ImportedFile;
import org.teate.exchange.Imports;
import org.teate.exchange.Queues;

/** The files of other systems and what became of them, and the messages that wait to be told（連携）. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("exchange")
@HttpWhiteboardServletPattern({"/exchange", "/exchange/*"})
public final class ExchangePage extends Page {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ExchangePage.class);
    private static final int FILES = 100;
    private static final int ALL_FILES = 10_000;
    private static final int ERRORS = 500;

    private final transient Imports imports;
    private final transient Queues queues;
    private final transient Guard guard;
    private final transient ExecutorService worker =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "teate-import"));
    private final AtomicBoolean running = new AtomicBoolean();

    @Activate
    public ExchangePage(
            @Reference Pages pages, @Reference Imports imports, @Reference Queues queues, @Reference Guard guard) {
        super(pages);
        this.imports = imports;
        this.queues = queues;
        this.guard = guard;
    }

    @Deactivate
    void close() {
        worker.shutdown();
    }

    @Override
    void show(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (path) {
            case "", "/" -> list(request, response);
            case "/files" -> files(response);
            default -> file(path.substring(1), request, response);
        }
    }

    @Override
    Answer act(String path, HttpServletRequest request) {
        switch (path) {
            case "/import" -> start(request);
            case "/retry" -> retry(request);
            default -> throw new NotFound();
        }
        return goTo("/exchange");
    }

    /** Starts an import, which may take minutes; the page shows how it goes. */
    private void start(HttpServletRequest request) {
        guard.require(Permission.EXCHANGE_IMPORT);
        Optional<String> only = Optional.of(Form.text(request, "interface")).filter(each -> !each.isEmpty());
        if (running.compareAndSet(false, true)) {
            worker.execute(guard.carrying(() -> takeIn(only)));
            Notice.success(request, "取込みを始めました。");
        } else {
            Notice.error(request, "取込みはすでに始まっています。");
        }
    }

    private void retry(HttpServletRequest request) {
        if (queues.retry(Form.required(request, "key", "通知の番号"), Form.required(request, "reason", "再送の理由"))) {
            Notice.success(request, "もう一度送ります。");
        } else {
            Notice.error(request, "その番号の、相手に断られた通知はありません。");
        }
    }

    private void takeIn(Optional<String> only) {
        try {
            imports.run(only);
        } catch (RuntimeException e) {
            LOG.error("The import that was started from the page has stopped; it goes on with the next one", e);
        } finally {
            running.set(false);
        }
    }

    private void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<ImportedFile> files = imports.list(FILES);
        Map<String, Object> model = new HashMap<>();
        model.put("files", files);
        model.put(
                "interfaces",
                files.stream()
                        .map(ImportedFile::interfaceId)
                        .distinct()
                        .sorted()
                        .toList());
        model.put("running", running.get());
        model.put("mayImport", guard.permits(Permission.EXCHANGE_IMPORT));
        model.put("queues", queues.queues());
        pages().send(request, response, "exchange", model);
    }

    /** The part of the list that the page asks for again and again while files are taken in. */
    private void files(HttpServletResponse response) throws IOException {
        if (!running.get()) {
            response.setHeader("HX-Refresh", "true");
        }
        pages().sendPart(response, "files", Map.of("files", imports.list(FILES), "running", running.get()));
    }

    private void file(String name, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ImportedFile file = imports.list(ALL_FILES).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(NotFound::new);
        pages().send(
                        request,
                        response,
                        "file",
                        Map.of("file", file, "errors", imports.errors(name, ERRORS), "limit", ERRORS));
    }
}
