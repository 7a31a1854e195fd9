// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import javax.servlet.http.HttpServletRequest;

/**
 * What a page says once about what was just done.
 *
 * @param kind {@code success} or {@code error}, which is also its look; empty if there is nothing to say
 * @param text a Japanese sentence
 */
public record Notice(String kind, String text) {

    static final Notice NONE = new Notice("", "");
    private static final String ATTRIBUTE = Notice.class.getName();

    static void success(HttpServletRequest request, String text) {
        request.getSession().setAttribute(ATTRIBUTE, new Notice("success", text));
    }

    static void error(HttpServletRequest request, String text) {
        request.getSession().setAttribute(ATTRIBUTE, new Notice("error", text));
    }

    /** The notice that waits, which is gone afterwards. */
    static Notice taken(HttpServletRequest request) {
        Notice waiting = (Notice) request.getSession().getAttribute(ATTRIBUTE);
        request.getSession().removeAttribute(ATTRIBUTE);
        return waiting == null ? NONE : waiting;
    }
}
