package org.sambandh.crm.reporting.render;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.reporting.Cell;
import org.sambandh.crm.reporting.Chart;
import org.sambandh.crm.reporting.Column;
import org.sambandh.crm.reporting.DashboardTables;
import org.sambandh.crm.reporting.Label;
import org.sambandh.crm.reporting.Note;
import org.sambandh.crm.reporting.ReportTable;
import org.sambandh.crm.reporting.Row;
import org.sambandh.crm.reporting.TimeBucket;

/** A dashboard with every kind of drawing, column and cell; every text in it passes through a function. */
final class SampleResults {

    static final Moment MOMENT = new Moment(Instant.parse("2026-11-23T12:35:00Z"), ZoneId.of("Asia/Kolkata"));
    private static final Currency INR = Currency.getInstance("INR");

    private final UnaryOperator<String> labels;
    private final UnaryOperator<String> texts;

    /** Makes results of which every label and every text of a cell passes through a function. */
    SampleResults(UnaryOperator<String> labels, UnaryOperator<String> texts) {
        this.labels = labels;
        this.texts = texts;
    }

    static DashboardTables dashboard() {
        return new SampleResults(UnaryOperator.identity(), UnaryOperator.identity()).all();
    }

    DashboardTables all() {
        return new DashboardTables(
                label("Sales this year", "इस वर्ष की बिक्री"),
                List.of(
                        figures(),
                        sparkline(),
                        small("Untouched customers", "अछूते ग्राहक", 37),
                        pipeline(),
                        funnel(),
                        wonByMonth(),
                        winRate(),
                        interactions(),
                        forecastLines(),
                        enquiriesByOrigin(),
                        wideTable(),
                        nothing()),
                MOMENT);
    }

    ReportTable figures() {
        return table(
                "Won so far",
                "अब तक जीते",
                Chart.TABLE,
                List.of(measure("won", "Won amount", "जीती राशि", Column.Unit.MONEY)),
                List.of(row(money("48732500.00"))),
                List.of());
    }

    ReportTable small(String english, String hindi, long count) {
        return table(
                english,
                hindi,
                Chart.TABLE,
                List.of(measure("count", "Customers", "ग्राहक", Column.Unit.COUNT)),
                List.of(row(count(count))),
                List.of());
    }

    ReportTable sparkline() {
        return overMonths("Enquiries", "पूछताछ", Chart.Kind.SPARKLINE, 41, 38, 52, 47, 60, 58, 71, 66);
    }

    ReportTable wonByMonth() {
        List<Row> rows = new ArrayList<>();
        String[] amounts = {
            "4125000", "3870000", "5512500", "6100000", "2940000", "7325000.5", "8890000", "9970000", "0", "11250000"
        };
        for (int i = 0; i < amounts.length; i++) {
            rows.add(row(month(YearMonth.of(2026, 2).plusMonths(i)), money(amounts[i])));
        }
        return table(
                "Won amount by month",
                "माह के अनुसार जीती राशि",
                new Chart(Chart.Kind.BAR, "month", List.of("amount")),
                List.of(
                        dimension("month", "Month won", "जीत का माह", Column.Unit.PERIOD),
                        measure("amount", "Won amount", "जीती राशि", Column.Unit.MONEY)),
                rows,
                List.of(total(none(Cell.NoData.NOT_APPLICABLE), money("59982500.5"))));
    }

    ReportTable pipeline() {
        return table(
                "Pipeline by stage",
                "चरण के अनुसार पाइपलाइन",
                new Chart(Chart.Kind.BAR, "stage", List.of("amount", "weighted", "deals")),
                List.of(
                        dimension("stage", "Stage", "चरण", Column.Unit.TEXT),
                        measure("deals", "Deals", "सौदे", Column.Unit.COUNT),
                        measure("amount", "Amount", "राशि", Column.Unit.MONEY),
                        measure("weighted", "Weighted amount", "भारित राशि", Column.Unit.MONEY)),
                List.of(
                        row(named("new", "New", "नया"), count(64), money("18250000"), money("1825000")),
                        row(named("qualified", "Qualified", "योग्य"), count(41), money("24875000"), money("6218750")),
                        row(
                                named("proposal", "Proposal sent", "प्रस्ताव भेजा"),
                                count(23),
                                money("19400000"),
                                money("9700000")),
                        row(
                                named("negotiation", "Negotiation", "बातचीत"),
                                count(9),
                                money("11350000"),
                                money("8512500")),
                        new Row(
                                Row.Kind.OTHER,
                                List.of(
                                        named(Cell.Named.OTHER, "3 other stages", "3 अन्य चरण"),
                                        count(2),
                                        money("410000"),
                                        none(Cell.NoData.NOTHING_MEASURED)))),
                List.of(total(
                        named(Cell.Named.TOTAL, "Total", "कुल"), count(139), money("74285000"), money("26256250"))));
    }

    ReportTable funnel() {
        return table(
                "From enquiry to order",
                "पूछताछ से ऑर्डर तक",
                new Chart(Chart.Kind.FUNNEL, "step", List.of("reached")),
                List.of(
                        dimension("step", "Step", "पड़ाव", Column.Unit.TEXT),
                        measure("reached", "Reached it", "पहुँचे", Column.Unit.COUNT),
                        measure("on", "Went on", "आगे बढ़े", Column.Unit.PERCENT),
                        measure("days", "Time in step", "पड़ाव में समय", Column.Unit.DAYS)),
                List.of(
                        row(text("Enquiry"), count(412), share(236, 412), days("2.4")),
                        row(text("Qualified"), count(236), share(141, 236), days("6.85")),
                        row(text("Proposal"), count(141), share(58, 141), days("11.2")),
                        row(
                                text("Order"),
                                count(58),
                                none(Cell.NoData.NOT_APPLICABLE),
                                none(Cell.NoData.NOTHING_MEASURED))),
                List.of());
    }

    ReportTable winRate() {
        return table(
                "Win rate by industry",
                "उद्योग के अनुसार जीत दर",
                new Chart(Chart.Kind.BAR, "industry", List.of("rate")),
                List.of(
                        dimension("industry", "Industry", "उद्योग", Column.Unit.TEXT),
                        measure("rate", "Win rate", "जीत दर", Column.Unit.PERCENT)),
                List.of(
                        row(text("Textiles and ready-made garments of the export zone"), share(31, 48)),
                        row(text("Steel"), share(12, 31)),
                        row(text("Pharmaceuticals"), share(7, 25)),
                        row(none(Cell.NoData.NO_VALUE), share(0, 6)),
                        row(text("Tea"), none(Cell.NoData.NOTHING_MEASURED))),
                List.of(total(named(Cell.Named.TOTAL, "Total", "कुल"), share(50, 110))));
    }

    ReportTable interactions() {
        String[] performers = {"Asha Rao", "Ravi Kumar", "Meena Pillai"};
        String[] channels = {"E-mail", "Phone", "Meeting"};
        long[][] counts = {{120, 64, 18}, {80, 97, 9}, {44, 31, 27}};
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < performers.length; i++) {
            for (int j = 0; j < channels.length; j++) {
                rows.add(row(text(performers[i]), text(channels[j]), count(counts[i][j])));
            }
        }
        return table(
                "Interactions by performer and channel",
                "व्यक्ति और माध्यम के अनुसार संपर्क",
                new Chart(Chart.Kind.BAR, "performer", List.of("count")),
                List.of(
                        dimension("performer", "Performer", "कर्ता", Column.Unit.TEXT),
                        dimension("channel", "Channel", "माध्यम", Column.Unit.TEXT),
                        measure("count", "Interactions", "संपर्क", Column.Unit.COUNT)),
                rows,
                List.of());
    }

    ReportTable forecastLines() {
        String[] names = {"Commit", "Best case", "Pipeline"};
        long[][] amounts = {
            {20, 24, 31, 30, 38, 44}, {35, 33, 47, 52, 49, 61}, {80, 77, 92, 85, 99, 104},
        };
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < names.length; j++) {
                rows.add(row(
                        month(YearMonth.of(2026, 6).plusMonths(i)),
                        text(names[j]),
                        i == 2 && j == 1
                                ? none(Cell.NoData.NOTHING_MEASURED)
                                : money(String.valueOf(amounts[j][i] * 100_000))));
            }
        }
        return table(
                "Forecast over time",
                "समय के साथ पूर्वानुमान",
                new Chart(Chart.Kind.LINE, "month", List.of("amount")),
                List.of(
                        dimension("month", "Month", "माह", Column.Unit.PERIOD),
                        dimension("category", "Category", "श्रेणी", Column.Unit.TEXT),
                        measure("amount", "Forecast amount", "पूर्वानुमानित राशि", Column.Unit.MONEY)),
                rows,
                List.of());
    }

    ReportTable enquiriesByOrigin() {
        return overMonths(
                "New enquiries each month", "हर माह नई पूछताछ", Chart.Kind.LINE, 41, 38, 52, 47, 60, 58, 71, 66);
    }

    ReportTable wideTable() {
        return table(
                "Untouched customers",
                "अछूते ग्राहक",
                Chart.TABLE,
                List.of(
                        dimension("owner", "Owner", "स्वामी", Column.Unit.TEXT),
                        dimension("band", "Age of the last contact", "पिछले संपर्क की आयु", Column.Unit.BAND),
                        dimension("since", "Oldest since", "कब से", Column.Unit.DATE),
                        dimension("seen", "Last seen", "अंतिम बार", Column.Unit.INSTANT),
                        measure("count", "Customers", "ग्राहक", Column.Unit.COUNT),
                        measure("value", "Value in a year", "वर्ष का मूल्य", Column.Unit.MONEY),
                        measure("score", "Mean score", "औसत अंक", Column.Unit.NUMBER)),
                List.of(
                        row(
                                text("Asha Rao"),
                                new Cell.Band(BigDecimal.valueOf(30), BigDecimal.valueOf(90)),
                                new Cell.Day(LocalDate.of(2026, 8, 3)),
                                new Cell.Time(Instant.parse("2026-08-03T10:15:00Z")),
                                count(12),
                                money("1234567.5"),
                                new Cell.Numeric(new BigDecimal("61.333333"))),
                        row(
                                text("Ravi Kumar"),
                                new Cell.Band(BigDecimal.valueOf(90), null),
                                new Cell.Day(LocalDate.of(2026, 1, 31)),
                                none(Cell.NoData.NO_VALUE),
                                count(25),
                                money("-98000"),
                                none(Cell.NoData.NOTHING_MEASURED))),
                List.of(total(
                        named(Cell.Named.TOTAL, "Total", "कुल"),
                        none(Cell.NoData.NOT_APPLICABLE),
                        none(Cell.NoData.NOT_APPLICABLE),
                        none(Cell.NoData.NOT_APPLICABLE),
                        count(37),
                        money("1136567.5"),
                        new Cell.Numeric(new BigDecimal("61.333333")))));
    }

    ReportTable nothing() {
        return table(
                "Enquiries by origin",
                "स्रोत के अनुसार पूछताछ",
                new Chart(Chart.Kind.BAR, "origin", List.of("count")),
                List.of(
                        dimension("origin", "Origin", "स्रोत", Column.Unit.TEXT),
                        measure("count", "Enquiries", "पूछताछ", Column.Unit.COUNT)),
                List.of(),
                List.of());
    }

    private ReportTable overMonths(String english, String hindi, Chart.Kind kind, long... counts) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            rows.add(row(month(YearMonth.of(2026, 4).plusMonths(i)), count(counts[i])));
        }
        return table(
                english,
                hindi,
                new Chart(kind, "month", List.of("count")),
                List.of(
                        dimension("month", "Month", "माह", Column.Unit.PERIOD),
                        measure("count", "Enquiries", "पूछताछ", Column.Unit.COUNT)),
                rows,
                List.of(total(
                        none(Cell.NoData.NOT_APPLICABLE),
                        count(Arrays.stream(counts).sum()))));
    }

    private ReportTable table(
            String english, String hindi, Chart chart, List<Column> columns, List<Row> rows, List<Row> totals) {
        Note note = new Note(
                "withoutAmount",
                label(
                        "{0} of {1} deals have no amount and are not in the sums.",
                        "{1} में से {0} सौदों में राशि नहीं है; वे योग में नहीं हैं।"),
                List.of(count(3), count(1_12_345), text("a value that is not used")));
        return new ReportTable(
                "report",
                label(english, hindi),
                chart,
                columns,
                rows,
                totals,
                rows.size() > 4 ? List.of(note) : List.of(),
                label("all deals of the sales pipeline", "बिक्री पाइपलाइन के सभी सौदे"),
                MOMENT);
    }

    private Label label(String english, String hindi) {
        return Label.of(labels.apply(english), labels.apply(hindi));
    }

    private Column dimension(String name, String english, String hindi, Column.Unit unit) {
        return new Column(name, label(english, hindi), Column.Role.DIMENSION, unit, null);
    }

    private Column measure(String name, String english, String hindi, Column.Unit unit) {
        @Nullable Currency currency = unit == Column.Unit.MONEY ? INR : null;
        return new Column(name, label(english, hindi), Column.Role.MEASURE, unit, currency);
    }

    private Cell text(String text) {
        return new Cell.Text(texts.apply(text));
    }

    private Cell named(String key, String english, String hindi) {
        return new Cell.Named(key, label(english, hindi));
    }

    private static Row row(Cell... cells) {
        return new Row(Row.Kind.PLAIN, List.of(cells));
    }

    private static Row total(Cell... cells) {
        return new Row(Row.Kind.TOTAL, List.of(cells));
    }

    private static Cell none(Cell.NoData why) {
        return why;
    }

    static Cell count(long count) {
        return new Cell.Numeric(BigDecimal.valueOf(count));
    }

    static Cell money(String amount) {
        return new Cell.Amount(Money.of(amount, "INR"));
    }

    private static Cell days(String days) {
        return new Cell.Numeric(new BigDecimal(days));
    }

    private static Cell month(YearMonth month) {
        return new Cell.Period(TimeBucket.MONTH, month.atDay(1), month.atEndOfMonth(), month.toString());
    }

    private static Cell share(long part, long whole) {
        BigDecimal value = BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_UP);
        BigDecimal away = new BigDecimal("0.12");
        return new Cell.Ratio(
                value,
                BigDecimal.valueOf(part),
                BigDecimal.valueOf(whole),
                new Cell.Interval(
                        value.subtract(away).max(BigDecimal.ZERO),
                        value.add(away).min(BigDecimal.ONE)));
    }
}
