// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import java.io.IOException;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.teate.access.SignIn;
import org.teate.addressing.People;
import org.teate.cases.CaseRegister;
import org.teate.exchange.Imports;
import org.teate.payments.PaymentRuns;

/**
 * Says at {@code /health} whether somebody could sign in: the services are there on which the pages stand, and the page
 * itself. Until then it answers 503. It needs no sign-in and says nothing else.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("health")
@HttpWhiteboardServletPattern("/health")
public final class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** Each reference is a condition of being well. */
    @Activate
    public HealthServlet(
            @Reference SignIn signIn,
            @Reference People people,
            @Reference CaseRegister cases,
            @Reference PaymentRuns runs,
            @Reference Imports imports) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // the servlets are registered one by one, this one perhaps before the other
        boolean well = request.getServletContext().getServletRegistration(SignInPage.NAME) != null;
        response.setStatus(well ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("text/plain; charset=UTF-8");
        response.getWriter().println(well ? "well" : "starting");
    }
}
