package org.sambandh.crm.reporting.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lines over time; where a value is missing the line breaks off. Each line carries its name at its end. */
final class LineDrawing {

    private static final double TOP = 16;
    private static final double HEIGHT = 150;
    private static final double WHOLE = TOP + HEIGHT + 36;
    private static final double SPARK = 44;
    private static final double APART = 15;

    private final Drawing drawing;
    private final Plot plot;

    LineDrawing(Drawing drawing, Plot plot) {
        this.drawing = drawing;
        this.plot = plot;
    }

    void draw() {
        Geometry.Scale scale = plot.scale(4);
        drawing.page.open(Tag.DIV, Attr.cssClass("plot"));
        drawing.axis(plot, scale, TOP, HEIGHT, WHOLE);
        drawing.open(WHOLE);
        drawing.grid(scale, TOP, HEIGHT);
        for (int s = 0; s < plot.series().size(); s++) {
            line(plot.series().get(s), "s" + s, scale.low(), scale.high(), TOP, HEIGHT, WHOLE);
        }
        drawing.places(plot, TOP + HEIGHT + 17, true);
        drawing.close();
        ends(scale);
        drawing.page.close();
    }

    /** Draws the first series alone, without axes: its course from its least to its greatest value. */
    void drawSmall() {
        double[] extent = plot.extent();
        double pad = extent[1] == extent[0] ? 1 : (extent[1] - extent[0]) * 0.08;
        drawing.open(SPARK);
        Plot.Series series = plot.series().get(0);
        line(series, "s0", extent[0] - pad, extent[1] + pad, 4, SPARK - 8, SPARK);
        drawing.close();
    }

    private void line(
            Plot.Series series, String colour, double low, double high, double top, double height, double whole) {
        int count = plot.places().size();
        List<String> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        int last = -1;
        int length = 0;
        List<Integer> alone = new ArrayList<>();
        for (int place = 0; place <= count; place++) {
            double value = place < count ? series.value(place) : Double.NaN;
            if (!Double.isNaN(value)) {
                String x = Geometry.number(Drawing.x(place, count, true) * 10);
                run.append(length == 0 ? "" : " ").append(x).append(',');
                run.append(Geometry.number(y(value, low, high, top, height)));
                length++;
                last = place;
            } else if (length > 0) {
                if (length == 1) {
                    alone.add(last);
                } else {
                    runs.add(run.toString());
                }
                run.setLength(0);
                length = 0;
            }
        }
        drawing.openStretched(whole);
        runs.forEach(points ->
                drawing.page.empty(Tag.POLYLINE, Attr.of(Attr.Name.POINTS, points), Attr.cssClass("line l" + colour)));
        drawing.page.close();
        if (last >= 0 && !alone.contains(last)) {
            alone.add(last);
        }
        alone.forEach(place -> drawing.dot(
                Drawing.x(place, count, true), y(series.value(place), low, high, top, height), "dot " + colour));
    }

    private record End(String words, int series, double y) {}

    /** Writes the name of each line beside its end, or its last value where there is one line only. */
    private void ends(Geometry.Scale scale) {
        List<End> ends = new ArrayList<>();
        int longest = 0;
        for (int s = 0; s < plot.series().size(); s++) {
            Plot.Series series = plot.series().get(s);
            int last = last(series);
            if (last >= 0) {
                String words = plot.series().size() > 1
                        ? ShortText.of(series.name(), 16)
                        : drawing.text.glance(series.cells().get(last), series.measure());
                ends.add(new End(words, s, y(series.value(last), scale.low(), scale.high(), TOP, HEIGHT)));
                longest = Math.max(longest, words.length());
            }
        }
        ends.sort(Comparator.comparingDouble(End::y));
        drawing.page.open(
                Tag.SVG,
                Attr.of(Attr.Name.ARIA_HIDDEN, "true"),
                Attr.cssClass(plot.series().size() > 1 ? "ends roomy" : "ends"),
                Attr.at(Attr.Name.WIDTH, longest * Drawing.DIGIT + 10),
                Attr.at(Attr.Name.HEIGHT, WHOLE));
        double before = -APART;
        for (int i = 0; i < ends.size(); i++) {
            // Not over the one before, and not so low that those still to come leave the picture.
            double lowest = TOP + HEIGHT - (ends.size() - 1 - i) * APART;
            double y = Math.max(before + APART, Math.min(ends.get(i).y, lowest));
            drawing.page.element(
                    Tag.TEXT,
                    ends.get(i).words,
                    Attr.at(Attr.Name.X, 8),
                    Attr.at(Attr.Name.Y, y + 4),
                    Attr.cssClass("end t" + ends.get(i).series));
            before = y;
        }
        drawing.page.close();
    }

    private static int last(Plot.Series series) {
        for (int place = series.cells().size() - 1; place >= 0; place--) {
            if (!Double.isNaN(series.value(place))) {
                return place;
            }
        }
        return -1;
    }

    private static double y(double value, double low, double high, double top, double height) {
        return top + height * (1 - (value - low) / (high - low));
    }
}
