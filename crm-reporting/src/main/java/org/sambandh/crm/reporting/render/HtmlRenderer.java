package org.sambandh.crm.reporting.render;

import java.util.List;
import java.util.Locale;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.reporting.Chart;
import org.sambandh.crm.reporting.DashboardTables;
import org.sambandh.crm.reporting.Label;
import org.sambandh.crm.reporting.ReportTable;

/**
 * Makes one self-contained page of results: drawings with the table behind each, totals and notes. It reads well on a
 * phone, on paper and in the dark, and works under a content security policy that allows one style sheet by its hash and
 * nothing else. No value, whatever it holds, becomes markup. Immutable; the same results give the same page.
 */
public final class HtmlRenderer {

    /** A table with more columns than that takes the whole width. */
    private static final int MOST_COLUMNS_BESIDE = 4;
    /** Under a drawing, where it is folded up, a table may be wider than its card before the card is made wide. */
    private static final int MOST_COLUMNS_UNDER_A_DRAWING = 8;

    private final Locale locale;

    private HtmlRenderer(Locale locale) {
        this.locale = locale;
    }

    /**
     * Returns a renderer for readers of one language.
     *
     * @param locale Hindi and English have words of their own, others read English; numbers as {@link NumberFormats}
     * @return the renderer
     */
    public static HtmlRenderer of(Locale locale) {
        return new HtmlRenderer(locale);
    }

    /**
     * Makes a page of a dashboard.
     *
     * @param dashboard its results, shown in their order
     * @return the page
     */
    public HtmlPage render(DashboardTables dashboard) {
        return render(dashboard.title(), dashboard.tables(), dashboard.moment());
    }

    /**
     * Makes a page of one result.
     *
     * @param table the result
     * @return the page
     */
    public HtmlPage render(ReportTable table) {
        return render(table.title(), List.of(table), table.moment());
    }

    private HtmlPage render(Label title, List<ReportTable> tables, Moment moment) {
        CellText text = new CellText(locale, moment.zone());
        Words words = text.words();
        Markup page = new Markup();
        page.open(Tag.HTML, Attr.of(Attr.Name.LANG, language()), Attr.of(Attr.Name.DIR, "ltr"));
        head(page, text.text(title));
        page.open(Tag.BODY);
        page.open(Tag.HEADER);
        page.element(Tag.H1, text.text(title));
        page.element(
                Tag.P,
                words.fill("page.asOf", text.formats().instant(moment.at(), moment.zone())) + " ("
                        + moment.zone().getId() + ")",
                Attr.cssClass("quiet"));
        page.close();
        page.open(Tag.MAIN);
        if (tables.isEmpty()) {
            page.element(Tag.P, words.get("page.empty"), Attr.cssClass("none"));
        }
        for (int i = 0; i < tables.size(); i++) {
            card(
                    page,
                    tables.get(i),
                    new CellText(locale, tables.get(i).moment().zone()),
                    "r" + i);
        }
        page.close();
        page.close().close();
        return new HtmlPage(page.page(), Style.HASH);
    }

    private void head(Markup page, String title) {
        page.open(Tag.HEAD);
        page.empty(Tag.META, Attr.of(Attr.Name.CHARSET, "utf-8"));
        page.empty(
                Tag.META,
                Attr.of(Attr.Name.HTTP_EQUIV, "Content-Security-Policy"),
                Attr.of(Attr.Name.CONTENT, new HtmlPage("", Style.HASH).contentSecurityPolicy()));
        page.empty(
                Tag.META,
                Attr.of(Attr.Name.NAME, "viewport"),
                Attr.of(Attr.Name.CONTENT, "width=device-width, initial-scale=1"));
        page.empty(Tag.META, Attr.of(Attr.Name.NAME, "color-scheme"), Attr.of(Attr.Name.CONTENT, "light dark"));
        page.element(Tag.TITLE, title);
        page.style();
        page.close();
    }

    private static void card(Markup page, ReportTable table, CellText text, String id) {
        boolean figures = TableMarkup.isFigures(table);
        boolean drawn =
                table.chart().kind() != Chart.Kind.TABLE && !table.rows().isEmpty();
        TableMarkup markup = new TableMarkup(page, text);
        page.open(Tag.ARTICLE, Attr.cssClass(size(table, figures, drawn)), Attr.of(Attr.Name.ARIA_LABELLEDBY, id));
        page.element(Tag.H2, text.text(table.title()), Attr.id(id));
        page.element(Tag.P, text.text(table.filter()), Attr.cssClass("quiet"));
        if (figures) {
            markup.figures(table);
        } else if (drawn) {
            new Charts(page, text).draw(table, id);
            page.open(Tag.DETAILS);
            page.element(Tag.SUMMARY, text.words().get("table.show"));
            markup.table(table, id);
            page.close();
        } else {
            markup.table(table, id);
        }
        markup.notes(table);
        page.close();
    }

    private static String size(ReportTable table, boolean figures, boolean drawn) {
        if (table.chart().kind() == Chart.Kind.SPARKLINE
                || (figures && table.columns().size() == 1)) {
            return "card small";
        }
        int most = drawn ? MOST_COLUMNS_UNDER_A_DRAWING : MOST_COLUMNS_BESIDE;
        boolean wide = !figures && !table.rows().isEmpty() && table.columns().size() > most;
        return wide ? "card wide" : "card";
    }

    /** The language the words are in, with the reader's country where it is a language of ours. */
    private String language() {
        String language = Words.of(locale).language();
        return locale.getLanguage().equals(language) && !locale.getCountry().isEmpty()
                ? language + "-" + locale.getCountry()
                : language;
    }
}
