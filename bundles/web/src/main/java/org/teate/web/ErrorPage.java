// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.io.IOException;
import java.util.Optional;
import javax.servlet.RequestDispatcher;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletErrorPage;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;

/** Says in Japanese what a filter or the container refuses before a page is reached. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("error")
@HttpWhiteboardServletErrorPage(errorPage = {"4xx", "5xx"})
public final class ErrorPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Pages pages;

    @Activate
    public ErrorPage(@Reference Pages pages) {
        this.pages = pages;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String text = Optional.ofNullable((String) request.getAttribute(RequestDispatcher.ERROR_MESSAGE))
                .filter(ErrorPage::isJapanese)
                .orElse("前の画面に戻り、もう一度操作してください。続くときは、システム管理者に連絡してください。");
        String title = response.getStatus() == HttpServletResponse.SC_NOT_FOUND ? "ページが見つかりません" : "この操作はできません";
        pages.sendToAnyone(response, title, text);
    }

    /** What the container says by itself is English and for engineers. */
    private static boolean isJapanese(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }
}
