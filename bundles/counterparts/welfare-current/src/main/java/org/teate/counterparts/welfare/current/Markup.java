// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

/** Markup out of text. Stateless. */
final class Markup {

    private Markup() {}

    /** One attribute with a blank before it. */
    static String attribute(String name, Object value) {
        return " " + name + "=\"" + escape(value.toString()) + "\"";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
