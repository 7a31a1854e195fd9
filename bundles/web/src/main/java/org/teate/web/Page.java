// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.teate.access.Forbidden;
import org.teate.ports.OutOfService;

/**
 * One area of pages: GET shows and changes nothing, POST does and then sends the browser to a page that shows.
 *
 * <p>Here alone the form token is checked and an exception becomes a sentence.
 */
abstract class Page extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Page.class);

    private final transient Pages pages;

    Page(Pages pages) {
        this.pages = pages;
    }

    /** Shows what {@code path} below the area names; the path is empty or begins with a slash. */
    abstract void show(String path, HttpServletRequest request, HttpServletResponse response) throws IOException;

    /** Does what a form asks for; mostly a page to look at afterwards is the answer. */
    Answer act(String path, HttpServletRequest request) {
        throw new NotFound();
    }

    /** Sends the browser to a page that shows, so that looking again does nothing again. */
    static Answer goTo(String location) {
        return response -> {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", location);
        };
    }

    final Pages pages() {
        return pages;
    }

    @Override
    protected final void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answering(request, response, () -> show(path(request), request, response));
    }

    @Override
    protected final void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding("UTF-8");
        answering(request, response, () -> {
            if (!FormToken.isIn(request)) {
                throw new Forbidden("画面の有効期限が切れました。前の画面に戻り、もう一度操作してください。");
            }
            act(path(request), request).to(response);
        });
    }

    private void answering(HttpServletRequest request, HttpServletResponse response, Work work) throws IOException {
        try {
            work.run();
        } catch (NotFound e) {
            sorry(request, response, HttpServletResponse.SC_NOT_FOUND, "ページが見つかりません", "お探しの情報はありません。番号を確かめてください。");
        } catch (Forbidden e) {
            sorry(request, response, HttpServletResponse.SC_FORBIDDEN, "この操作はできません", e.getMessage());
        } catch (Refusal e) {
            sorry(request, response, HttpServletResponse.SC_BAD_REQUEST, "入力内容を確認してください", e.getMessage());
        } catch (OutOfService e) {
            LOG.warn("A page needs a system that is out of service", e);
            String text = "連携先が応答しません。しばらく待ってから、もう一度操作してください。";
            sorry(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "連携先が停止しています", text);
        } catch (RuntimeException e) {
            String reference = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("Page {} failed, reference {}", request.getServletPath(), reference, e);
            String text = "システムの誤りのため処理できませんでした。システム管理者に、参照番号 " + reference + " を伝えてください。";
            sorry(request, response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "処理できませんでした", text);
        }
    }

    private void sorry(HttpServletRequest request, HttpServletResponse response, int status, String title, String text)
            throws IOException {
        response.reset();
        response.setStatus(status);
        pages.send(request, response, "sorry", Map.of("title", title, "text", text));
    }

    private static String path(HttpServletRequest request) {
        return request.getPathInfo() == null ? "" : request.getPathInfo();
    }

    /**
     * What a form gets: a page to look at, or a page of its own where that shows a secret or follows from one, which belong
     * in no address.
     */
    @FunctionalInterface
    interface Answer {
        void to(HttpServletResponse response) throws IOException;
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    /** There is no such page, or nothing has that number. */
    static final class NotFound extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** A form cannot be accepted as it was filled in. */
    static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** @param message a Japanese sentence that names the field */
        Refusal(String message) {
            super(message);
        }
    }
}
