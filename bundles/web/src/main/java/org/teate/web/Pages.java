// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.teate.access.Guard;

/** Makes pages out of templates and what the services say. Thread-safe. */
@Component(service = Pages.class)
public final class Pages {

    private final PebbleEngine engine;
    private final Guard guard;
    private final Clock clock;
    private final boolean simulated;

    /** @param simulatedClock there if the business date is not today's */
    @Activate
    public Pages(
            @Reference Guard guard,
            @Reference Clock clock,
            @Reference(
                            target = "(simulated=true)",
                            cardinality = ReferenceCardinality.OPTIONAL,
                            policyOption = ReferencePolicyOption.GREEDY)
                    Clock simulatedClock) {
        this.guard = guard;
        this.clock = clock;
        this.simulated = simulatedClock != null;
        ClasspathLoader loader = new ClasspathLoader(Pages.class.getClassLoader());
        loader.setPrefix("templates");
        loader.setSuffix(".peb");
        engine = new PebbleEngine.Builder()
                .loader(loader)
                .extension(new PageExtension())
                .strictVariables(true)
                .defaultLocale(Locale.JAPANESE)
                .build();
    }

    /** The day on which the office works. */
    LocalDate today() {
        return LocalDate.now(clock);
    }

    Instant now() {
        return clock.instant();
    }

    /** Sends a whole page. */
    void send(HttpServletRequest request, HttpServletResponse response, String template, Map<String, ?> model)
            throws IOException {
        Map<String, Object> whole = new HashMap<>(model);
        whole.put("menu", Menu.of(guard, request.getServletPath()));
        whole.put("token", FormToken.of(request));
        whole.put("today", today());
        whole.put("simulated", simulated);
        whole.put("notice", Notice.taken(request));
        sendPart(response, template, whole);
    }

    /** Sends a page that says one thing to whoever asks, signed in or not; it starts no session. */
    void sendToAnyone(HttpServletResponse response, String title, String text) throws IOException {
        Map<String, Object> model = new HashMap<>();
        model.put("title", title);
        model.put("text", text);
        model.put("menu", Menu.NONE);
        model.put("token", "");
        model.put("today", today());
        model.put("simulated", simulated);
        model.put("notice", Notice.NONE);
        sendPart(response, "sorry", model);
    }

    /** Sends a part of a page, for a script that puts it in the place of the one shown. */
    void sendPart(HttpServletResponse response, String template, Map<String, Object> model) throws IOException {
        StringWriter text = new StringWriter();
        engine.getTemplate(template).evaluate(text, model);
        response.setContentType("text/html; charset=UTF-8");
        response.getWriter().write(text.toString());
    }
}
