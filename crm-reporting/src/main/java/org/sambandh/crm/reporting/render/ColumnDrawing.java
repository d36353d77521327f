package org.sambandh.crm.reporting.render;

import org.sambandh.crm.reporting.Cell;

/** Bars that stand, over time. Few of them carry their values; many stand beside an axis. */
final class ColumnDrawing {

    private static final double TOP = 20;
    private static final double HEIGHT = 150;
    private static final double WHOLE = TOP + HEIGHT + 36;

    private final Drawing drawing;
    private final Plot plot;

    ColumnDrawing(Drawing drawing, Plot plot) {
        this.drawing = drawing;
        this.plot = plot;
    }

    void draw() {
        Geometry.Scale scale = plot.scale(4);
        boolean valued = hasRoomForValues();
        drawing.page.open(Tag.DIV, Attr.cssClass("plot"));
        if (!valued) {
            drawing.axis(plot, scale, TOP, HEIGHT, WHOLE);
        }
        drawing.open(WHOLE);
        if (valued) {
            drawing.rule(y(scale, 0), "zero");
        } else {
            drawing.grid(scale, TOP, HEIGHT);
        }
        int count = plot.places().size();
        for (int place = 0; place < count; place++) {
            double slot = 100.0 / count;
            double width = slot * (count > 60 ? 0.9 : 0.68);
            double left = slot * place + (slot - width) / 2;
            if (plot.parts()) {
                stacked(place, left, width, scale);
            } else {
                beside(place, left, width, scale, valued);
            }
        }
        drawing.places(plot, TOP + HEIGHT + 17, false);
        drawing.close();
        drawing.page.close();
    }

    private boolean hasRoomForValues() {
        if (plot.series().size() > 1) {
            return false;
        }
        Plot.Series series = plot.series().get(0);
        int longest = 0;
        for (Cell cell : series.cells()) {
            longest = Math.max(
                    longest, drawing.text.glance(cell, series.measure()).length());
        }
        return (longest * Drawing.DIGIT + 6) * plot.places().size() <= Drawing.NARROW;
    }

    private void beside(int place, double left, double width, Geometry.Scale scale, boolean valued) {
        int bars = plot.series().size();
        for (int s = 0; s < bars; s++) {
            Plot.Series series = plot.series().get(s);
            double value = series.value(place);
            double each = width / bars;
            if (!Double.isNaN(value) && value != 0) {
                box(left + each * s, each, Math.min(0, value), Math.max(0, value), scale, "s" + s);
            }
            if (valued) {
                drawing.text(
                        drawing.text.glance(series.cells().get(place), series.measure()),
                        left + width / 2,
                        y(scale, Double.isNaN(value) ? 0 : Math.max(0, value)) - 6,
                        Double.isNaN(value) ? "none m" : "value m");
            }
        }
    }

    private void stacked(int place, double left, double width, Geometry.Scale scale) {
        double from = 0;
        for (int s = 0; s < plot.series().size(); s++) {
            double value = plot.series().get(s).value(place);
            if (value > 0) {
                box(left, width, from, from + value, scale, "part s" + s);
                from += value;
            }
        }
    }

    private void box(double left, double width, double from, double to, Geometry.Scale scale, String classes) {
        double height = Math.max(1, y(scale, from) - y(scale, to));
        drawing.rect(left, y(scale, from) - height, width, height, classes);
    }

    private static double y(Geometry.Scale scale, double value) {
        return TOP + HEIGHT * (1 - scale.share(value));
    }
}
