package org.sambandh.crm.reporting.render;

import org.sambandh.crm.reporting.Column;

/** Bars that lie, one below the other, each under its own name: readable at any width. */
final class BarDrawing {

    private static final double LINE = 18;
    private static final double BAR = 11;
    private static final double GAP = 14;
    private static final double LEAST = 0.5;
    /** Behind bars of several series stands the value of each; that needs this share of the width. */
    private static final double ROOM_FOR_VALUES = 36;

    private final Drawing drawing;
    private final Plot plot;

    BarDrawing(Drawing drawing, Plot plot) {
        this.drawing = drawing;
        this.plot = plot;
    }

    void draw() {
        int bars = plot.parts() ? 1 : plot.series().size();
        double rowHeight = LINE + bars * (BAR + 4) + GAP;
        double[] extent = plot.extent();
        double low = Math.min(0, extent[0]);
        // A share is drawn of its whole, so that half the width is one half.
        boolean shares = plot.measure().unit() == Column.Unit.PERCENT;
        double high = Math.max(shares ? 1 : 0, extent[1]);
        double span = high - low == 0 ? 1 : high - low;
        double room = bars == 1 ? 100 : 100 - ROOM_FOR_VALUES;
        drawing.open(rowHeight * plot.places().size() - GAP);
        for (int place = 0; place < plot.places().size(); place++) {
            double y = rowHeight * place;
            String name = drawing.text.text(plot.places().get(place));
            drawing.name(name, bars == 1 ? 26 : 40, y + 13);
            if (plot.parts()) {
                stacked(place, y, span);
            } else {
                for (int s = 0; s < bars; s++) {
                    bar(place, s, y + LINE + s * (BAR + 4), room, low, span, bars == 1 ? y + 13 : -1);
                }
            }
        }
        if (low < 0) {
            drawing.page.empty(
                    Tag.LINE,
                    Attr.percent(Attr.Name.X1, -low / span * room),
                    Attr.percent(Attr.Name.X2, -low / span * room),
                    Attr.at(Attr.Name.Y1, 0),
                    Attr.at(Attr.Name.Y2, rowHeight * plot.places().size() - GAP),
                    Attr.cssClass("zero"));
        }
        drawing.close();
    }

    private void bar(int place, int s, double y, double room, double low, double span, double valueLine) {
        Plot.Series series = plot.series().get(s);
        double value = series.value(place);
        Column measure = series.measure();
        String words = drawing.text.glance(series.cells().get(place), measure);
        double zero = -low / span * room;
        if (measure.unit() == Column.Unit.PERCENT && !Double.isNaN(value)) {
            drawing.rect(0, y, room, BAR, "slope");
        }
        double length = Double.isNaN(value) ? 0 : value / span * room;
        double end = Math.max(zero, zero + length);
        if (!Double.isNaN(value) && value != 0) {
            double width = Math.max(LEAST, Math.abs(length));
            String classes = plot.rest().get(place) ? "rest" : "s" + s;
            drawing.rect(value < 0 ? zero - width : zero, y, width, BAR, classes);
        } else if (value == 0 && low == 0) {
            drawing.rect(0, y, LEAST / 2, BAR, "rest");
        }
        String classes = Double.isNaN(value) ? "none" : "value";
        if (valueLine >= 0) {
            drawing.text(words, 100, valueLine, classes + " e");
        } else {
            drawing.text(words, Math.max(end, LEAST) + 1.5, y + BAR - 1, classes + " small");
        }
    }

    private void stacked(int place, double y, double span) {
        double x = 0;
        for (int s = 0; s < plot.series().size(); s++) {
            double value = plot.series().get(s).value(place);
            if (value > 0) {
                double width = value / span * 100;
                drawing.rect(x, y + LINE, width, BAR + 4, "part s" + s);
                x += width;
            }
        }
        drawing.text(drawing.text.glance(plot.exactSum(place), plot.measure()), 100, y + 13, "value e");
    }
}
