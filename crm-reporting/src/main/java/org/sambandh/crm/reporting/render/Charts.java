package org.sambandh.crm.reporting.render;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.reporting.Cell;
import org.sambandh.crm.reporting.Chart;
import org.sambandh.crm.reporting.ReportTable;

/** Draws the chart of a table: one picture for each unit among its measures. */
final class Charts {

    private final Markup page;
    private final CellText text;

    Charts(Markup page, CellText text) {
        this.page = page;
        this.text = text;
    }

    /** Draws the pictures; ids in the page start with {@code id}. */
    void draw(ReportTable table, String id) {
        if (table.rows().isEmpty()) {
            return;
        }
        List<Plot> plots = Plot.of(table, text);
        for (int i = 0; i < plots.size(); i++) {
            figure(table, plots.get(i), id + "c" + i);
        }
    }

    private void figure(ReportTable table, Plot plot, String id) {
        Chart.Kind kind = table.chart().kind();
        page.open(Tag.FIGURE);
        if (kind == Chart.Kind.SPARKLINE) {
            lastFigure(plot);
        } else if (plot.series().size() > 1 && !isFunnel(kind)) {
            page.element(Tag.H3, text.text(plot.measure().label()), Attr.cssClass(sameMeasure(plot) ? "" : "hidden"));
            key(plot, kind == Chart.Kind.LINE);
        } else {
            page.element(Tag.H3, text.text(plot.measure().label()));
        }
        if (plot.isEmpty()) {
            page.element(Tag.P, text.words().get("noData"), Attr.cssClass("none"));
        } else {
            picture(kind, plot, new Drawing(page, text, id, text.text(table.title()), describe(kind, plot)));
        }
        if (kind != Chart.Kind.SPARKLINE) {
            drawnOnly(plot.places().size(), plot.placesLeft());
            drawnOnly(plot.series().size(), isFunnel(kind) ? 0 : plot.seriesLeft());
        }
        page.close();
    }

    private static void picture(Chart.Kind kind, Plot plot, Drawing drawing) {
        switch (kind) {
            case BAR -> {
                if (Plot.isTime(plot.across())) {
                    new ColumnDrawing(drawing, plot).draw();
                } else {
                    new BarDrawing(drawing, plot).draw();
                }
            }
            case LINE -> new LineDrawing(drawing, plot).draw();
            case SPARKLINE -> new LineDrawing(drawing, plot).drawSmall();
            case FUNNEL -> new FunnelDrawing(drawing, plot).draw();
            case TABLE -> throw new IllegalStateException("a table is not drawn");
        }
    }

    private static boolean isFunnel(Chart.Kind kind) {
        return kind == Chart.Kind.FUNNEL;
    }

    private static boolean sameMeasure(Plot plot) {
        return plot.series().stream().allMatch(series -> series.measure().equals(plot.measure()));
    }

    private void drawnOnly(int drawn, int left) {
        if (left > 0) {
            String some = text.formats().number(drawn);
            String all = text.formats().number((long) drawn + left);
            page.element(Tag.P, text.words().fill("chart.part", some, all), Attr.cssClass("quiet"));
        }
    }

    /** The last value, large, with the place it belongs to. */
    private void lastFigure(Plot plot) {
        Plot.Series series = plot.series().get(0);
        int last = series.cells().size() - 1;
        while (last > 0 && Double.isNaN(series.value(last))) {
            last--;
        }
        page.element(Tag.P, text.glance(series.cells().get(last), series.measure()), Attr.cssClass("figure"));
        page.element(Tag.P, text.text(plot.places().get(last)), Attr.cssClass("quiet"));
    }

    private void key(Plot plot, boolean namedAtTheEnds) {
        page.open(Tag.UL, Attr.cssClass(namedAtTheEnds ? "key tight" : "key"));
        for (int s = 0; s < plot.series().size(); s++) {
            page.open(Tag.LI);
            page.open(
                    Tag.SVG,
                    Attr.of(Attr.Name.ARIA_HIDDEN, "true"),
                    Attr.at(Attr.Name.WIDTH, 10),
                    Attr.at(Attr.Name.HEIGHT, 10));
            page.empty(Tag.RECT, Attr.at(Attr.Name.WIDTH, 10), Attr.at(Attr.Name.HEIGHT, 10), Attr.cssClass("s" + s));
            page.close();
            page.element(Tag.BDI, plot.series().get(s).name());
            page.close();
        }
        page.close();
    }

    /** Says in a sentence what the picture shows, for those who do not see it. */
    private String describe(Chart.Kind kind, Plot plot) {
        Words words = text.words();
        String what = words.get("chart." + kind.name().toLowerCase(Locale.ROOT));
        String measure = text.text(plot.measure().label());
        String across = text.text(plot.across().label());
        Extreme least = new Extreme();
        Extreme greatest = new Extreme();
        int values = 0;
        for (Plot.Series series : plot.series()) {
            for (int place = 0; place < plot.places().size(); place++) {
                double value = series.value(place);
                if (!Double.isNaN(value)) {
                    values++;
                    least.offer(-value, series, place);
                    greatest.offer(value, series, place);
                }
            }
        }
        Plot.Series low = least.series;
        Plot.Series high = greatest.series;
        if (low == null || high == null) {
            return words.fill("chart.describeEmpty", what, measure, across);
        }
        return words.fill(
                "chart.describe",
                what,
                measure,
                across,
                text.formats().number(values),
                value(low, least.place),
                place(plot, low, least.place),
                value(high, greatest.place),
                place(plot, high, greatest.place));
    }

    private static final class Extreme {
        private double value = Double.NEGATIVE_INFINITY;
        private Plot.@Nullable Series series;
        private int place;

        void offer(double offered, Plot.Series from, int at) {
            if (offered > value) {
                value = offered;
                series = from;
                place = at;
            }
        }
    }

    private String value(Plot.Series series, int place) {
        return text.glance(series.cells().get(place), series.measure());
    }

    private String place(Plot plot, Plot.Series series, int place) {
        Cell at = plot.places().get(place);
        return plot.series().size() > 1 ? text.text(at) + ", " + series.name() : text.text(at);
    }
}
