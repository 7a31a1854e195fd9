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
import org.teate.addressing.RegisterComparison;
import org.teate.addressing.RegisterMismatch.Kind;
import org.teate.exchange.ImportedFile;
import org.teate.exchange.ImportedFile.State;
import org.teate.exchange.Imports;

/** The files of other systems and what became of them（連携ファイル）. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("exchange-files")
@HttpWhiteboardServletPattern({FilesPage.PATH, FilesPage.PATH + "/*"})
public final class FilesPage extends Page {

    static final String PATH = "/exchange/files";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(FilesPage.class);
    private static final int FILES = 100;
    private static final int ALL_FILES = 10_000;
    private static final int ERRORS = 500;

    private static final String FULL_REGISTER = "IF-11";
    private static final int MISMATCHES = 500;
    private static final int ALL_MISMATCHES = 100_000;
    private static final String CSV = "/mismatches.csv";

    private final transient Imports imports;
    private final transient RegisterComparison comparison;
    private final transient Guard guard;
    // whoever acts is carried into the work; a thread that inherited would keep the first one's
    private final transient ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(null, work, "teate-import", 0, false);
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean running = new AtomicBoolean();

    @Activate
    public FilesPage(
            @Reference Pages pages,
            @Reference Imports imports,
            @Reference RegisterComparison comparison,
            @Reference Guard guard) {
        super(pages);
        this.imports = imports;
        this.comparison = comparison;
        this.guard = guard;
    }

    @Deactivate
    void close() {
        worker.shutdown();
    }

    /** The page of one file. */
    static String address(String name) {
        return Pager.below(PATH, name);
    }

    @Override
    void show(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (path) {
            case "", "/" -> list(request, response);
            case "/progress" -> progress(response);
            default -> {
                if (path.endsWith(CSV)) {
                    mismatches(path.substring(1, path.length() - CSV.length()), response);
                } else {
                    file(path.substring(1), request, response);
                }
            }
        }
    }

    /** Starts an import, which may take minutes; the page shows how it goes. */
    @Override
    Answer act(String path, HttpServletRequest request) {
        if (!path.isEmpty()) {
            throw new NotFound();
        }
        guard.require(Permission.EXCHANGE_IMPORT);
        Optional<String> only = Optional.of(Form.text(request, "interface")).filter(each -> !each.isEmpty());
        if (running.compareAndSet(false, true)) {
            worker.execute(guard.carrying(() -> takeIn(only)));
            Notice.success(request, "取込みを始めました。");
        } else {
            Notice.error(request, "取込みはすでに始まっています。");
        }
        return goTo(PATH);
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
        model.put("part", false);
        model.put("mayImport", guard.permits(Permission.EXCHANGE_IMPORT));
        model.put("mayMigrate", guard.permits(Permission.MIGRATE));
        pages().send(request, response, "files", model);
    }

    /** The part of the list that the page asks for again and again while files are taken in. */
    private void progress(HttpServletResponse response) throws IOException {
        if (!running.get()) {
            response.setHeader("HX-Refresh", "true");
        }
        List<ImportedFile> files = imports.list(FILES);
        long finished =
                files.stream().filter(file -> file.finishedAt().isPresent()).count();
        pages().sendPart(
                        response,
                        "file-list",
                        Map.of("files", files, "running", running.get(), "part", true, "finished", finished));
    }

    private void file(String name, HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<ImportedFile> files = imports.list(ALL_FILES);
        ImportedFile file = files.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(NotFound::new);
        boolean compared = isCompared(name, files);
        boolean maySeePeople = guard.permits(Permission.PERSON_VIEW);
        Map<String, Object> model = new HashMap<>();
        model.put("file", file);
        model.put("errors", imports.errors(name, ERRORS));
        model.put("limit", ERRORS);
        model.put("compared", compared);
        model.put("maySeePeople", maySeePeople);
        Map<Kind, Long> counts = compared ? comparison.counts() : Map.of();
        model.put("notNamed", counts.getOrDefault(Kind.NOT_NAMED, 0L));
        model.put("different", counts.getOrDefault(Kind.DIFFERENT, 0L));
        model.put("mismatches", counts.isEmpty() || !maySeePeople ? List.of() : comparison.list(MISMATCHES));
        model.put("mismatchLimit", MISMATCHES);
        pages().send(request, response, "file", model);
    }

    /** Whether the list of mismatches is that of this file: it is made anew with every full file that was taken in. */
    private static boolean isCompared(String name, List<ImportedFile> newestFirst) {
        return newestFirst.stream()
                .filter(each -> each.interfaceId().equals(FULL_REGISTER))
                .filter(each -> each.state() == State.ACCEPTED || each.state() == State.PARTIAL)
                .findFirst()
                .filter(each -> each.name().equals(name))
                .isPresent();
    }

    private void mismatches(String name, HttpServletResponse response) throws IOException {
        if (!isCompared(name, imports.list(ALL_FILES))) {
            throw new NotFound();
        }
        Csv csv = new Csv().row("宛名番号", "区分", "異なる項目");
        comparison
                .list(ALL_MISMATCHES)
                .forEach(each -> csv.row(each.number(), each.kind().label(), String.join("、", each.items())));
        csv.send(response, "mismatches.csv");
    }
}
