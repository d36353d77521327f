package org.sambandh.crm.reporting.render;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.sambandh.crm.reporting.Cell;
import org.sambandh.crm.reporting.Column;
import org.sambandh.crm.reporting.Label;
import org.sambandh.crm.reporting.Row;

/** Writes cells as a person reads them, in one language and one zone. */
final class CellText {

    private final NumberFormats formats;
    private final Words words;
    private final ZoneId zone;

    CellText(Locale locale, ZoneId zone) {
        this.formats = NumberFormats.of(locale);
        this.words = Words.of(locale);
        this.zone = zone;
    }

    NumberFormats formats() {
        return formats;
    }

    Words words() {
        return words;
    }

    String text(Label label) {
        return label.in(formats.locale());
    }

    /** Returns what a column is called, with the unit that its cells leave out unless its name tells it. */
    String heading(Column column) {
        String label = text(column.label());
        boolean untold = column.unit() == Column.Unit.DAYS
                && !label.toLowerCase(Locale.ROOT).contains(words.get("column.days.word"));
        return untold ? words.fill("column.days", label) : label;
    }

    /** Returns what a column of plain numbers is called: as {@link #heading}, and with the currency. */
    String plainHeading(Column column) {
        Currency currency = column.currency();
        String heading = heading(column);
        return currency == null || heading.contains(currency.getCurrencyCode())
                ? heading
                : heading + " (" + currency.getCurrencyCode() + ")";
    }

    /** Returns a cell as it stands alone, in a note or as one big figure. */
    String text(Cell cell, Column column) {
        return column.unit() == Column.Unit.DAYS && cell instanceof Cell.Numeric days
                ? words.fill("number.days", formats.number(days.value(), 1))
                : text(cell);
    }

    String text(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return text.text();
        }
        if (cell instanceof Cell.Named named) {
            return text(named.label());
        }
        if (cell instanceof Cell.Numeric number) {
            return formats.number(number.value(), 2);
        }
        if (cell instanceof Cell.Amount amount) {
            return formats.money(amount.money());
        }
        if (cell instanceof Cell.Ratio ratio) {
            return formats.percent(ratio.value(), 1);
        }
        if (cell instanceof Cell.Period period) {
            return period(period);
        }
        if (cell instanceof Cell.Day day) {
            return formats.date(day.date());
        }
        if (cell instanceof Cell.Time time) {
            return formats.instant(time.at(), zone);
        }
        if (cell instanceof Cell.Band band) {
            return band(band);
        }
        return noData((Cell.NoData) cell);
    }

    /** Returns the cell of a table; amounts lose their decimals where the whole column has none. */
    String tableText(Cell cell, boolean wholeAmounts) {
        return wholeAmounts && cell instanceof Cell.Amount amount ? formats.wholeMoney(amount.money()) : text(cell);
    }

    /** Returns whether no amount of the column has anything behind the point. */
    static boolean isWhole(int column, List<Row> rows) {
        return rows.stream()
                .map(row -> row.cells().get(column))
                .noneMatch(cell -> cell instanceof Cell.Amount amount
                        && amount.money().amount().stripTrailingZeros().scale() > 0);
    }

    /** Returns a measured value to be read at a glance, beside its bar. */
    String glance(Cell cell, Column column) {
        if (cell instanceof Cell.Amount amount) {
            return formats.compactMoney(amount.money());
        }
        if (cell instanceof Cell.Numeric number) {
            return glance(number.value(), column);
        }
        return text(cell);
    }

    /** Returns a number of an axis, in the unit of the column. */
    String glance(BigDecimal value, Column column) {
        Currency currency = column.currency();
        if (currency != null) {
            return formats.compactMoney(value, currency);
        }
        return switch (column.unit()) {
            case PERCENT ->
                formats.percent(
                        value,
                        Math.min(2, Math.max(0, value.stripTrailingZeros().scale() - 2)));
            case DAYS -> words.fill("number.days", formats.number(value, 1));
            default ->
                value.abs().compareTo(BigDecimal.valueOf(100_000)) < 0
                        ? formats.number(value, 2)
                        : formats.compact(value);
        };
    }

    /** What stands under a column of a drawing over time: the unit, and what it is a part of where that changes. */
    record Tick(String unit, String whole) {}

    Tick tick(Cell cell) {
        if (cell instanceof Cell.Period period) {
            return periodTick(period);
        }
        if (cell instanceof Cell.Day day) {
            return dayTick(day.date());
        }
        return new Tick(text(cell), "");
    }

    private Tick periodTick(Cell.Period period) {
        LocalDate first = period.first();
        String year = formats.plain(first.getYear());
        return switch (period.bucket()) {
            case DAY -> dayTick(first);
            case WEEK -> new Tick(words.fill("period.week.short", week(first)), weekYear(first));
            case MONTH -> new Tick(formats.month(first.getMonth()), year);
            case QUARTER -> new Tick(words.fill("period.quarter.short", quarter(first)), year);
            case YEAR -> new Tick(year, "");
            case FISCAL_PERIOD, FISCAL_QUARTER -> fiscalTick(period.name());
            case FISCAL_YEAR -> new Tick(period.name(), "");
        };
    }

    private Tick dayTick(LocalDate day) {
        return new Tick(formats.plain(day.getDayOfMonth()), formats.month(YearMonth.from(day)));
    }

    private static Tick fiscalTick(String name) {
        int blank = name.lastIndexOf(' ');
        return blank < 0 ? new Tick(name, "") : new Tick(name.substring(blank + 1), name.substring(0, blank));
    }

    private String period(Cell.Period period) {
        LocalDate first = period.first();
        return switch (period.bucket()) {
            case DAY -> formats.date(first);
            case WEEK -> words.fill("period.week", week(first), weekYear(first));
            case MONTH -> formats.month(YearMonth.from(first));
            case QUARTER -> words.fill("period.quarter", quarter(first), formats.plain(first.getYear()));
            case YEAR -> formats.plain(first.getYear());
            case FISCAL_PERIOD, FISCAL_QUARTER, FISCAL_YEAR -> period.name();
        };
    }

    private String week(LocalDate first) {
        return formats.plain(first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private String weekYear(LocalDate first) {
        return formats.plain(first.get(IsoFields.WEEK_BASED_YEAR));
    }

    private String quarter(LocalDate first) {
        return formats.plain(first.get(IsoFields.QUARTER_OF_YEAR));
    }

    private String band(Cell.Band band) {
        BigDecimal from = band.from();
        BigDecimal below = band.below();
        if (from != null && below != null) {
            return words.fill("band.between", formats.number(from, 2), formats.number(below, 2));
        }
        if (from != null) {
            return words.fill("band.from", formats.number(from, 2));
        }
        return below == null ? words.get("band.all") : words.fill("band.below", formats.number(below, 2));
    }

    private String noData(Cell.NoData noData) {
        return switch (noData.why()) {
            case NO_VALUE -> words.get("noData.noValue");
            case NOTHING_MEASURED -> words.get("noData");
            case NOT_APPLICABLE -> words.get("noData.notApplicable");
        };
    }
}
