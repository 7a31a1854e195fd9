// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import static org.junit.Assert.assertEquals;

import java.util.Map;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletResponse;
import org.junit.Test;
import org.teate.access.SignIn;
import org.teate.addressing.People;
import org.teate.cases.CaseRegister;
import org.teate.exchange.Imports;
import org.teate.payments.PaymentRuns;

public class HealthServletTest {

    private final HttpServlet health = new HealthServlet(
            Stub.of(SignIn.class, Map.of()),
            Stub.of(People.class, Map.of()),
            Stub.of(CaseRegister.class, Map.of()),
            Stub.of(PaymentRuns.class, Map.of()),
            Stub.of(Imports.class, Map.of()));

    @Test
    public void theServerIsNotWellBeforeSomebodyCanSignIn() throws Exception {
        Visit visit = Visit.get("/health", "").besides("cases").to(health);

        assertEquals(HttpServletResponse.SC_SERVICE_UNAVAILABLE, visit.status());
        assertEquals("starting", visit.text().strip());
    }

    @Test
    public void theServerIsWellOnceTheSignInPageIsThere() throws Exception {
        Visit visit = Visit.get("/health", "").besides("sign-in").to(health);

        assertEquals(HttpServletResponse.SC_OK, visit.status());
        assertEquals("well", visit.text().strip());
    }
}
