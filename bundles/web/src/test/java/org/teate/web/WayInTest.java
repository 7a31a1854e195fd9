// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.web;

import static org.junit.Assert.assertEquals;

import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.junit.Test;

public class WayInTest {

    @Test
    public void theWayInIsThePageWithTheLink() {
        assertEquals("検索", wayIn("https://localhost:8443/people?kana=%E3%82%BF"));
        assertEquals("台帳 0000000018", wayIn("https://localhost:8443/cases/0000000018"));
        assertEquals("処理待ち", wayIn("https://localhost:8443/work?kind=resident.birth"));
        assertEquals("支払処理 1", wayIn("https://localhost:8443/payments/1/unpaid"));
    }

    @Test
    public void whateverElseTheBrowserSaysIsNoWayIn() {
        assertEquals("アドレスの指定", wayIn("https://localhost:8443/"));
        assertEquals("アドレスの指定", wayIn("not an address"));
        assertEquals("台帳", wayIn("https://localhost:8443/cases/%3Cb%3E"));
    }

    private static String wayIn(String referer) {
        return WayIn.of(Stub.of(HttpServletRequest.class, Map.of("getHeader", referer)));
    }
}
