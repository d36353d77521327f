package org.sambandh.crm.reporting.render;

/**
 * One attribute.
 *
 * @param name one of ours: none takes a script, an address or a style
 * @param value any text; the writer escapes it
 */
record Attr(Name name, String value) {

    /** The attributes a page may have. */
    enum Name {
        LANG("lang"),
        DIR("dir"),
        CHARSET("charset"),
        NAME("name"),
        CONTENT("content"),
        HTTP_EQUIV("http-equiv"),
        ID("id"),
        CLASS("class"),
        ROLE("role"),
        TABINDEX("tabindex"),
        SCOPE("scope"),
        ARIA_LABELLEDBY("aria-labelledby"),
        ARIA_HIDDEN("aria-hidden"),
        X("x"),
        Y("y"),
        X1("x1"),
        Y1("y1"),
        X2("x2"),
        Y2("y2"),
        CX("cx"),
        CY("cy"),
        R("r"),
        DX("dx"),
        WIDTH("width"),
        HEIGHT("height"),
        POINTS("points"),
        VIEW_BOX("viewBox"),
        PRESERVE_ASPECT_RATIO("preserveAspectRatio");

        private final String written;

        Name(String written) {
            this.written = written;
        }

        String written() {
            return written;
        }
    }

    static Attr of(Name name, String value) {
        return new Attr(name, value);
    }

    static Attr cssClass(String names) {
        return new Attr(Name.CLASS, names);
    }

    static Attr id(String id) {
        return new Attr(Name.ID, id);
    }

    /** A length in pixels, or a coordinate in the units of the drawing. */
    static Attr at(Name name, double value) {
        return new Attr(name, Geometry.number(value));
    }

    /** A length or a place in hundredths of the width of the drawing. */
    static Attr percent(Name name, double value) {
        return new Attr(name, Geometry.number(value) + "%");
    }
}
