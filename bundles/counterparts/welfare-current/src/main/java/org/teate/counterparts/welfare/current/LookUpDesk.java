// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.counterparts.welfare.current;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.teate.counterparts.town.Gaiji;

/** Answers look-ups in XML (照会). Thread-safe. */
final class LookUpDesk {

    private static final int LONGEST_PAGE = 1_000;

    private final XMLInputFactory parsers = XMLInputFactory.newDefaultFactory();
    private final Registers registers;

    LookUpDesk(Registers registers) {
        this.registers = registers;
        parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /** The answer, empty if the question is not as agreed. */
    Optional<String> answer(byte[] question) {
        try {
            Map<String, String> asked = read(question);
            String kind = asked.getOrDefault("kind", "");
            String addressee = asked.getOrDefault("addressee", "");
            return switch (kind) {
                case "ping" -> Optional.of(answer(asked, List.of()));
                case "ledgers" -> Optional.of(answer(
                        asked,
                        registers.of(addressee).stream()
                                .sorted(Comparator.comparing(Holding::ledger).reversed())
                                .map(LookUpDesk::element)
                                .toList()));
                case "applicant" -> Optional.of(answer(
                        asked,
                        registers.inhabitant(addressee).map(LookUpDesk::element).stream()
                                .toList()));
                case "page" -> page(asked);
                default -> Optional.empty();
            };
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    private Map<String, String> read(byte[] question) throws XMLStreamException {
        XMLStreamReader xml =
                parsers.createXMLStreamReader(new InputStreamReader(new ByteArrayInputStream(question), Gaiji.MS932));
        Map<String, String> attributes = new HashMap<>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("lookup")) {
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
                }
            }
        }
        return attributes;
    }

    private Optional<String> page(Map<String, String> asked) {
        String limit = asked.getOrDefault("limit", "");
        if (!limit.matches("[1-9]\\d{0,3}") || Integer.parseInt(limit) > LONGEST_PAGE) {
            return Optional.empty();
        }
        return Optional.of(answer(
                asked,
                registers.after(asked.getOrDefault("after", ""), Integer.parseInt(limit)).stream()
                        .map(LookUpDesk::element)
                        .toList()));
    }

    private static String answer(Map<String, String> asked, List<String> elements) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>\n<answer")
                .append(Markup.attribute("number", asked.getOrDefault("number", "")))
                .append(Markup.attribute("kind", asked.get("kind")))
                .append(Markup.attribute("count", elements.size()))
                .append(">\n");
        elements.forEach(xml::append);
        return xml.append("</answer>\n").toString();
    }

    private static String element(Holding ledger) {
        return "<ledger" + Markup.attribute("number", ledger.ledger())
                + Markup.attribute("addressee", ledger.recipient())
                + Markup.attribute("status", ledger.status())
                + Markup.attribute("firstMonth", ledger.firstMonth())
                + Markup.attribute("lastMonth", ledger.lastMonth())
                + Markup.attribute("reason", ledger.reason())
                + Markup.attribute("monthly", ledger.monthly())
                + Markup.attribute("children", ledger.children())
                + Markup.attribute("paidUpTo", ledger.paidUpTo())
                + Markup.attribute("lastDecision", ledger.lastDecision())
                + "/>\n";
    }

    private static String element(Inhabitant person) {
        StringBuilder xml = new StringBuilder("<applicant")
                .append(Markup.attribute("addressee", person.number()))
                .append(Markup.attribute("name", person.name()))
                .append(Markup.attribute("kana", person.kana()))
                .append(Markup.attribute("birth", person.birth()))
                .append(">\n");
        person.household().forEach(other -> xml.append("<member")
                .append(Markup.attribute("addressee", other.number()))
                .append(Markup.attribute("name", other.name()))
                .append(Markup.attribute("relation", other.relation()))
                .append("/>\n"));
        person.incomes().forEach(income -> xml.append("<income")
                .append(Markup.attribute("year", income.year()))
                .append(Markup.attribute("judged", income.judged()))
                .append("/>\n"));
        person.account().ifPresent(account -> xml.append("<account")
                .append(Markup.attribute("bank", account.bank()))
                .append(Markup.attribute("branch", account.branch()))
                .append(Markup.attribute("type", account.type()))
                .append(Markup.attribute("number", account.number()))
                .append(Markup.attribute("holder", account.kana()))
                .append("/>\n"));
        return xml.append("</applicant>\n").toString();
    }
}
