package org.sambandh.crm.reporting.render;

import java.util.ArrayList;
import java.util.List;
import org.sambandh.crm.reporting.Cell;

/** What all drawings share: the opened picture with its title and description, and the text under and beside it. */
final class Drawing {

    /** About the width of a digit at the size of the text in drawings, in pixels. */
    static final double DIGIT = 6.6;

    /** The width that a drawing can count on: a phone of 360 pixels less its margins. */
    static final double NARROW = 296;

    final Markup page;
    final CellText text;
    private final String id;
    private final String title;
    private final String description;

    Drawing(Markup page, CellText text, String id, String title, String description) {
        this.page = page;
        this.text = text;
        this.id = id;
        this.title = title;
        this.description = description;
    }

    /** Opens the picture: as wide as there is room, so many pixels high; text keeps its size. */
    void open(double height) {
        page.open(
                Tag.SVG,
                Attr.of(Attr.Name.ROLE, "img"),
                Attr.of(Attr.Name.ARIA_LABELLEDBY, id + "t " + id + "d"),
                Attr.of(Attr.Name.WIDTH, "100%"),
                Attr.at(Attr.Name.HEIGHT, height));
        page.element(Tag.SVG_TITLE, title, Attr.id(id + "t"));
        page.element(Tag.DESC, description, Attr.id(id + "d"));
    }

    void close() {
        page.close();
    }

    /** Opens a part of the picture that is stretched: 0 to 1000 across, pixels down. For shapes, never for text. */
    void openStretched(double height) {
        page.open(
                Tag.SVG,
                Attr.of(Attr.Name.WIDTH, "100%"),
                Attr.at(Attr.Name.HEIGHT, height),
                Attr.of(Attr.Name.VIEW_BOX, "0 0 1000 " + Geometry.number(height)),
                Attr.of(Attr.Name.PRESERVE_ASPECT_RATIO, "none"));
    }

    void text(String words, double xPercent, double y, String classes) {
        page.element(
                Tag.TEXT, words, Attr.percent(Attr.Name.X, xPercent), Attr.at(Attr.Name.Y, y), Attr.cssClass(classes));
    }

    /** Writes a name at the left edge: cut to what a phone has room for, and longer where there is more. */
    void name(String words, int most, double y) {
        String tight = ShortText.of(words, most);
        if (tight.equals(words)) {
            text(words, 0, y, "name");
        } else {
            text(tight, 0, y, "name tight");
            text(ShortText.of(words, most * 2), 0, y, "name roomy");
        }
    }

    void rect(double xPercent, double y, double widthPercent, double height, String classes) {
        page.empty(
                Tag.RECT,
                Attr.percent(Attr.Name.X, xPercent),
                Attr.at(Attr.Name.Y, y),
                Attr.percent(Attr.Name.WIDTH, widthPercent),
                Attr.at(Attr.Name.HEIGHT, height),
                Attr.cssClass(classes));
    }

    /** Draws a line from side to side. */
    void rule(double y, String classes) {
        page.empty(
                Tag.LINE,
                Attr.percent(Attr.Name.X1, 0),
                Attr.percent(Attr.Name.X2, 100),
                Attr.at(Attr.Name.Y1, y),
                Attr.at(Attr.Name.Y2, y),
                Attr.cssClass(classes));
    }

    void dot(double xPercent, double y, String classes) {
        page.empty(
                Tag.CIRCLE,
                Attr.percent(Attr.Name.CX, xPercent),
                Attr.at(Attr.Name.CY, y),
                Attr.at(Attr.Name.R, 3.5),
                Attr.cssClass(classes));
    }

    /** Draws the ticks of the scale in a narrow picture of its own, left of the one that stretches. */
    void axis(Plot plot, Geometry.Scale scale, double top, double height, double whole) {
        int longest = scale.ticks().stream()
                .mapToInt(tick -> text.glance(tick, plot.measure()).length())
                .max()
                .orElse(0);
        page.open(
                Tag.SVG,
                Attr.of(Attr.Name.ARIA_HIDDEN, "true"),
                Attr.cssClass("axis"),
                Attr.at(Attr.Name.WIDTH, longest * DIGIT + 4),
                Attr.at(Attr.Name.HEIGHT, whole));
        scale.ticks()
                .forEach(tick -> text(
                        text.glance(tick, plot.measure()),
                        100,
                        top + height * (1 - scale.share(tick.doubleValue())) + 4,
                        "tick e"));
        page.close();
    }

    void grid(Geometry.Scale scale, double top, double height) {
        scale.ticks()
                .forEach(tick -> rule(
                        top + height * (1 - scale.share(tick.doubleValue())), tick.signum() == 0 ? "zero" : "grid"));
    }

    /**
     * Writes the places under the picture in two lines: each place, and below it the year or the month it is in where
     * that changes. As many as a phone has room for; the others show where there is more.
     *
     * @param atEnds whether the first place is at the left edge and the last at the right, not each in its own slot
     */
    void places(Plot plot, double y, boolean atEnds) {
        int count = plot.places().size();
        int longest = 1;
        for (Cell place : plot.places()) {
            longest = Math.max(longest, text.tick(place).unit().length());
        }
        int wideStep = step(count, longest, 2 * NARROW);
        // A multiple, so that what a phone shows stands evenly among the rest where there is more room.
        int step = ((step(count, longest, NARROW) + wideStep - 1) / wideStep) * wideStep;
        boolean anchored = atEnds && longest > 6;
        List<Whole> wholes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean narrow = i % step == 0;
            if (narrow || i % wideStep == 0) {
                CellText.Tick tick = text.tick(plot.places().get(i));
                String classes = "tick" + anchor(i, count, anchored) + (narrow ? "" : " roomy");
                text(ShortText.of(tick.unit(), 16), x(i, count, atEnds), y, classes);
                boolean changes =
                        wholes.isEmpty() || !wholes.get(wholes.size() - 1).words.equals(tick.whole());
                if (narrow && changes) {
                    wholes.add(new Whole(tick.whole(), i, x(i, count, atEnds)));
                }
            }
        }
        List<Whole> narrow = fitting(wholes, count, NARROW);
        for (Whole whole : fitting(wholes, count, 2 * NARROW)) {
            String classes = "tick" + anchor(whole.place, count, anchored) + (narrow.contains(whole) ? "" : " roomy");
            text(whole.words, whole.x, y + 15, classes);
        }
    }

    /** A year, or a month, from the place on where it starts. */
    private record Whole(String words, int place, double x) {}

    /** Returns those that have room beside each other; of two that have not, the one that stands for more places. */
    private static List<Whole> fitting(List<Whole> wholes, int count, double width) {
        List<Whole> fitting = new ArrayList<>(wholes);
        int i = 0;
        while (i + 1 < fitting.size()) {
            Whole one = fitting.get(i);
            Whole next = fitting.get(i + 1);
            double apart = (next.x - one.x) / 100 * width * 0.55;
            if (apart >= (one.words.length() + next.words.length()) / 2.0 * DIGIT + 8) {
                i++;
            } else {
                int end = i + 2 < fitting.size() ? fitting.get(i + 2).place : count;
                fitting.remove(next.place - one.place < end - next.place ? i : i + 1);
                i = Math.max(0, i - 1);
            }
        }
        return fitting;
    }

    /** Returns where a place is, in hundredths of the width. */
    static double x(int place, int count, boolean atEnds) {
        return atEnds ? count == 1 ? 50 : 100.0 * place / (count - 1) : 100.0 * (place + 0.5) / count;
    }

    private static String anchor(int place, int count, boolean atEnds) {
        if (!atEnds || count == 1) {
            return " m";
        }
        return place == 0 ? "" : place == count - 1 ? " e" : " m";
    }

    private static int step(int count, int letters, double width) {
        double slot = letters * DIGIT + 16;
        return (int) Math.max(1, Math.ceil(count * slot / (width * 0.85)));
    }
}
