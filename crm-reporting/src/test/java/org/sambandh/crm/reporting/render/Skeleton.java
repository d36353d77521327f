package org.sambandh.crm.reporting.render;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** A page as a parser sees it: its elements in their order, each with its attributes, and the text inside. */
final class Skeleton {

    /**
     * An element.
     *
     * @param name its name
     * @param attributes by name
     * @param path the names of the elements around it and its own
     * @param text all text inside
     */
    record Part(String name, Map<String, String> attributes, String path, String text) {

        /** Returns its name with the names of its attributes: what no text may ever change. */
        String shape() {
            return path + attributes.keySet();
        }
    }

    private Skeleton() {}

    static List<Part> of(String page) {
        List<Part> parts = new ArrayList<>();
        walk(parse(page).getDocumentElement(), "", parts);
        return parts;
    }

    static List<String> shapes(String page) {
        return of(page).stream().map(Part::shape).toList();
    }

    private static void walk(Element element, String above, List<Part> parts) {
        Map<String, String> attributes = new TreeMap<>();
        NamedNodeMap found = element.getAttributes();
        for (int i = 0; i < found.getLength(); i++) {
            attributes.put(found.item(i).getNodeName(), found.item(i).getNodeValue());
        }
        String path = above + "/" + element.getTagName();
        parts.add(new Part(element.getTagName(), attributes, path, element.getTextContent()));
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                walk(inner, path, parts);
            } else if (child.getNodeType() != Node.TEXT_NODE) {
                throw new AssertionError("only elements and text, found a node of type " + child.getNodeType());
            }
        }
    }

    private static Document parse(String page) {
        try {
            var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setErrorHandler(new Silent());
            return builder.parse(new InputSource(new StringReader(page)));
        } catch (SAXException | java.io.IOException | ParserConfigurationException e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    private static final class Silent implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
