// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.connectors.welfare.current;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An answer to a look-up, read strictly: whatever is not exactly as agreed is no answer.
 *
 * @param elements what was found
 */
record Answer(List<Element> elements) {

    private static final XMLInputFactory PARSERS = parsers();

    /**
     * One element with what stands in it.
     *
     * @param inner the elements within, in their order
     */
    record Element(String name, Map<String, String> attributes, List<Element> inner) {

        /** @throws IOException unless the element is called so and has these attributes and no others */
        Element as(String called, Set<String> having) throws IOException {
            if (!name.equals(called) || !attributes.keySet().equals(having)) {
                throw new Trouble("応答の要素 " + name + " が取り決めと異なります。");
            }
            return this;
        }

        String get(String attribute) {
            return attributes.get(attribute);
        }
    }

    /**
     * Reads the answer to one question.
     *
     * @param number the question's
     * @throws IOException if it is anything else than that question's whole answer
     */
    static Answer read(byte[] bytes, String number, String kind) throws IOException {
        Element answer;
        try {
            XMLStreamReader xml = PARSERS.createXMLStreamReader(new StringReader(Cp932.decode(bytes, 0, bytes.length)));
            xml.nextTag();
            answer = element(xml);
            while (xml.hasNext()) {
                // to the very end: half an answer and a second one are errors of the markup
                xml.next();
            }
        } catch (XMLStreamException e) {
            // the parser's message would quote what it has read
            throw new Trouble("応答がXMLとして読めません。");
        }
        answer.as("answer", Set.of("number", "kind", "count"));
        if (!answer.get("number").equals(number) || !answer.get("kind").equals(kind)) {
            throw new Trouble("別の照会への応答が届きました。");
        }
        if (!answer.get("count").equals(Integer.toString(answer.inner().size()))) {
            throw new Trouble("応答の件数が合いません（" + answer.get("count") + "件のはずが"
                    + answer.inner().size() + "件）。");
        }
        return new Answer(answer.inner());
    }

    private static XMLInputFactory parsers() {
        XMLInputFactory parsers = XMLInputFactory.newDefaultFactory();
        parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return parsers;
    }

    /** The element on whose start the parser stands; leaves it on the end. */
    private static Element element(XMLStreamReader xml) throws XMLStreamException {
        String name = xml.getLocalName();
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        List<Element> inner = new ArrayList<>();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            inner.add(element(xml));
        }
        return new Element(name, Map.copyOf(attributes), List.copyOf(inner));
    }

    /** @throws IOException if one value comes twice */
    static void expectDistinct(List<?> values) throws IOException {
        if (new HashSet<>(values).size() < values.size()) {
            throw new Trouble("応答に同じものが重複しています。");
        }
    }
}
