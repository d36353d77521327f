package org.sambandh.crm.reporting.render;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes a page, element by element. There is no way to write anything unescaped: elements and attributes come from closed
 * lists, every text and every attribute value goes through the escaper of its place, and the only style sheet is ours.
 * What comes out is HTML and well-formed XML at once.
 */
final class Markup {

    private final StringBuilder out = new StringBuilder(16_384).append("<!DOCTYPE html>\n");
    private final Deque<Tag> open = new ArrayDeque<>();

    Markup open(Tag tag, Attr... attributes) {
        start(tag, attributes);
        out.append('>');
        open.push(tag);
        return this;
    }

    /** Closes the element opened last. */
    Markup close() {
        Tag tag = open.pop();
        out.append("</").append(tag.written()).append('>');
        if (!tag.isDrawing() && tag != Tag.SPAN && tag != Tag.BDI) {
            out.append('\n');
        }
        return this;
    }

    /** Writes an element without content. */
    Markup empty(Tag tag, Attr... attributes) {
        start(tag, attributes);
        out.append("/>");
        return this;
    }

    /** Writes an element that holds only text. */
    Markup element(Tag tag, String text, Attr... attributes) {
        return open(tag, attributes).text(text).close();
    }

    Markup text(String text) {
        Tag tag = open.peek();
        if (tag == null) {
            throw new IllegalStateException("text needs an element around it");
        }
        if (tag.isDrawing()) {
            drawingText(text);
        } else {
            htmlText(text);
        }
        return this;
    }

    /** Writes our style sheet, which no value ever becomes part of. */
    Markup style() {
        out.append("<style>").append(Style.SHEET).append("</style>\n");
        return this;
    }

    /** Returns the page; every element must have been closed. */
    String page() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return out.toString();
    }

    private void start(Tag tag, Attr... attributes) {
        out.append('<').append(tag.written());
        for (Attr attribute : attributes) {
            out.append(' ').append(attribute.name().written()).append("=\"");
            attributeValue(attribute.value());
            out.append('"');
        }
    }

    private void htmlText(String text) {
        String clean = CleanText.of(text);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\r' -> out.append(' ');
                default -> out.append(c);
            }
        }
    }

    /** As HTML text; line ends and tabs become blanks, because a drawing has lines of its own only. */
    private void drawingText(String text) {
        String clean = CleanText.of(text);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\r', '\n', '\t' -> out.append(' ');
                default -> out.append(c);
            }
        }
    }

    private void attributeValue(String value) {
        String clean = CleanText.of(value);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '`' -> out.append("&#96;");
                case '\r', '\n', '\t' -> out.append(' ');
                default -> out.append(c);
            }
        }
    }
}
