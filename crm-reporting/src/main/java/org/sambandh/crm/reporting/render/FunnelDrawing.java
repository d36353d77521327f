package org.sambandh.crm.reporting.render;

import java.math.BigDecimal;
import java.math.MathContext;

/** Steps in the middle, each as wide as its value, with the share that goes on from one to the next between them. */
final class FunnelDrawing {

    private static final double LINE = 18;
    private static final double BAR = 22;
    private static final double BETWEEN = 26;
    private static final double STEP = LINE + BAR + BETWEEN;
    private static final double LEAST = 1;

    private final Drawing drawing;
    private final Plot plot;
    private final Plot.Series series;
    private final double greatest;

    FunnelDrawing(Drawing drawing, Plot plot) {
        this.drawing = drawing;
        this.plot = plot;
        this.series = plot.series().get(0);
        double most = Double.MIN_NORMAL;
        for (int step = 0; step < plot.places().size(); step++) {
            most = Double.isNaN(series.value(step)) ? most : Math.max(most, series.value(step));
        }
        this.greatest = most;
    }

    void draw() {
        int count = plot.places().size();
        double height = STEP * count - BETWEEN;
        drawing.open(height);
        drawing.openStretched(height);
        for (int step = 0; step + 1 < count; step++) {
            slope(step);
        }
        drawing.page.close();
        for (int step = 0; step < count; step++) {
            double y = STEP * step;
            String name = drawing.text.text(plot.places().get(step));
            drawing.name(name, 26, y + 13);
            boolean missing = Double.isNaN(series.value(step));
            drawing.text(
                    drawing.text.glance(series.cells().get(step), series.measure()),
                    100,
                    y + 13,
                    missing ? "none e" : "value e");
            drawing.rect(50 - width(step) / 2, y + LINE, width(step), BAR, missing ? "rest" : "s0");
            if (step + 1 < count) {
                onward(step, y + LINE + BAR + 17);
            }
        }
        drawing.close();
    }

    private void slope(int step) {
        double top = STEP * step + LINE + BAR;
        double bottom = top + BETWEEN + LINE;
        String points = point(500 - width(step) * 5, top)
                + point(500 + width(step) * 5, top)
                + point(500 + width(step + 1) * 5, bottom)
                + point(500 - width(step + 1) * 5, bottom);
        drawing.page.empty(Tag.POLYGON, Attr.of(Attr.Name.POINTS, points.strip()), Attr.cssClass("slope"));
    }

    private static String point(double x, double y) {
        return Geometry.number(x) + "," + Geometry.number(y) + " ";
    }

    private void onward(int step, double y) {
        double here = series.value(step);
        double next = series.value(step + 1);
        if (here > 0 && next >= 0) {
            BigDecimal share = new BigDecimal(next / here, MathContext.DECIMAL32);
            String percent = drawing.text.formats().percent(share, 0);
            drawing.text(drawing.text.words().fill("chart.goOn", percent), 50, y, "tick m");
        }
    }

    private double width(int step) {
        double value = series.value(step);
        return Double.isNaN(value) ? LEAST : Math.max(LEAST, 100 * Math.max(0, value) / greatest);
    }
}
