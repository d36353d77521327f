package org.sambandh.crm.reporting.render;

/** The elements a page may have. There is none that runs, loads or links anything. */
enum Tag {
    HTML("html"),
    HEAD("head"),
    META("meta"),
    TITLE("title"),
    BODY("body"),
    HEADER("header"),
    MAIN("main"),
    FOOTER("footer"),
    ARTICLE("article"),
    H1("h1"),
    H2("h2"),
    H3("h3"),
    P("p"),
    DIV("div"),
    SPAN("span"),
    BDI("bdi"),
    FIGURE("figure"),
    UL("ul"),
    LI("li"),
    DL("dl"),
    DT("dt"),
    DD("dd"),
    DETAILS("details"),
    SUMMARY("summary"),
    TABLE("table"),
    CAPTION("caption"),
    THEAD("thead"),
    TBODY("tbody"),
    TFOOT("tfoot"),
    TR("tr"),
    TH("th"),
    TD("td"),
    SVG("svg"),
    SVG_TITLE("title"),
    DESC("desc"),
    G("g"),
    RECT("rect"),
    LINE("line"),
    CIRCLE("circle"),
    POLYGON("polygon"),
    POLYLINE("polyline"),
    TEXT("text");

    private final String written;

    Tag(String written) {
        this.written = written;
    }

    String written() {
        return written;
    }

    /** Whether it is part of a drawing, where other rules hold for its text. */
    boolean isDrawing() {
        return compareTo(SVG) >= 0;
    }
}
