// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.current;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import org.junit.Test;

public class AnswerTest {

    private static Answer read(String xml) throws IOException {
        return Answer.read(xml.getBytes(FixedRecords.CP932), "7", "ledgers");
    }

    private static void isNoAnswer(String xml) {
        assertThrows(xml, IOException.class, () -> Findings.ledgers(read(xml)));
    }

    private static final String LEDGER = "<ledger number=\"0000000011\" addressee=\"000000000000012\" status=\"30\""
            + " firstMonth=\"202410\" lastMonth=\"\" reason=\"\" monthly=\"10000\" children=\"1\" paidUpTo=\"\""
            + " lastDecision=\"\"/>";

    @Test
    public void aWholeAnswerIsRead() throws IOException {
        String xml = "<answer number=\"7\" kind=\"ledgers\" count=\"1\">" + LEDGER + "</answer>";

        assertEquals(10_000, Findings.ledgers(read(xml)).get(0).monthly().amount());
    }

    @Test
    public void theAnswerToAnotherQuestionIsNone() {
        isNoAnswer("<answer number=\"6\" kind=\"ledgers\" count=\"0\"/>");
        isNoAnswer("<answer number=\"7\" kind=\"applicant\" count=\"0\"/>");
    }

    @Test
    public void anAnswerThatHoldsLessOrMoreThanItSaysIsNone() {
        isNoAnswer("<answer number=\"7\" kind=\"ledgers\" count=\"2\">" + LEDGER + "</answer>");
        isNoAnswer("<answer number=\"7\" kind=\"ledgers\" count=\"0\">" + LEDGER + "</answer>");
    }

    @Test
    public void anAnswerThatHoldsTheSameTwiceIsNone() {
        isNoAnswer("<answer number=\"7\" kind=\"ledgers\" count=\"2\">" + LEDGER + LEDGER + "</answer>");
    }

    @Test
    public void anAnswerWithAnItemThatTheContractDoesNotNameIsNone() {
        isNoAnswer("<answer number=\"7\" kind=\"ledgers\" count=\"1\">"
                + LEDGER.replace("status=", "individualNumber=\"990000000000\" status=") + "</answer>");
        isNoAnswer("<answer number=\"7\" kind=\"ledgers\" count=\"1\"><applicant/></answer>");
        isNoAnswer("<answer number=\"7\" kind=\"ledgers\" count=\"1\">" + LEDGER + "text</answer>");
    }

    @Test
    public void anAnswerWithAnImpossibleValueIsNone() {
        isNoAnswer("<answer number=\"7\" kind=\"ledgers\" count=\"1\">" + LEDGER.replace("202410", "202413")
                + "</answer>");
        isNoAnswer("<answer number=\"7\" kind=\"ledgers\" count=\"1\">" + LEDGER.replace("0000000011", "0000000012")
                + "</answer>");
        isNoAnswer("<answer number=\"7\" kind=\"ledgers\" count=\"1\">"
                + LEDGER.replace("status=\"30\"", "status=\"99\"") + "</answer>");
    }

    @Test
    public void aDocumentTypeOrAnEntityIsRefused() {
        isNoAnswer("<!DOCTYPE answer [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                + "<answer number=\"7\" kind=\"ledgers\" count=\"1\">&e;</answer>");
        isNoAnswer("<!DOCTYPE answer [<!ENTITY e \"7\">]><answer number=\"&e;\" kind=\"ledgers\" count=\"0\"/>");
    }

    @Test
    public void bytesThatAreNoCharacterMakeItNoAnswer() {
        byte[] xml = "<answer number=\"7\" kind=\"ledgers\" count=\"0\"/>".getBytes(FixedRecords.CP932);
        xml[xml.length - 2] = (byte) 0xFF;

        assertThrows(IOException.class, () -> Answer.read(xml, "7", "ledgers"));
    }
}
