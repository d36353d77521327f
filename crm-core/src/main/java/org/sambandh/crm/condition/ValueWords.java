package org.sambandh.crm.condition;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.field.FieldType;

/** Puts values and lengths of time into words. */
record ValueWords(Words words) {

    private static final int MAX_LISTED = 20;
    private static final int MAX_SHOWN = 200;

    <V> String value(V value, FieldType<V> type) {
        return switch (type.kind()) {
            case TEXT -> text((String) value);
            case CODE -> code(value, type);
            case BOOLEAN -> words.get("boolean." + value);
            case NUMBER -> number((BigDecimal) value);
            case MONEY -> money((Money) value);
            case INSTANT -> instant((Instant) value);
            case DATE, REFERENCE -> type.toText(value);
        };
    }

    /** Returns {@code A, B or C}; of very many the first. */
    <V> String list(Collection<V> values, FieldType<V> type) {
        List<String> shown = new ArrayList<>();
        values.stream().limit(MAX_LISTED).forEach(value -> shown.add(value(value, type)));
        if (values.size() > MAX_LISTED) {
            shown.add(words.fill("list.more", Integer.toString(values.size() - MAX_LISTED)));
        }
        if (shown.isEmpty()) {
            return words.get("list.none");
        }
        String last = shown.remove(shown.size() - 1);
        return shown.isEmpty() ? last : words.fill("list.or", String.join(", ", shown), last);
    }

    static String number(BigDecimal value) {
        return (value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros()).toPlainString();
    }

    static String quoted(String text) {
        boolean isLong = text.codePointCount(0, text.length()) > MAX_SHOWN;
        String shown = isLong ? text.substring(0, text.offsetByCodePoints(0, MAX_SHOWN)) + "…" : text;
        return "“" + shown + "”";
    }

    static String instant(Instant value) {
        String iso = value.toString();
        return iso.substring(0, iso.length() - 1).replace('T', ' ') + " UTC";
    }

    /** Returns {@code 1 year 6 months}; oblique before a postposition. */
    String span(TemporalAmount amount, boolean oblique) {
        List<String> parts = new ArrayList<>();
        if (amount instanceof Period period) {
            add(parts, "year", period.getYears(), oblique);
            add(parts, "month", period.getMonths(), oblique);
            add(parts, "day", period.getDays(), oblique);
        } else if (amount instanceof Duration duration) {
            add(parts, "day", duration.toDaysPart(), oblique);
            add(parts, "hour", duration.toHoursPart(), oblique);
            add(parts, "minute", duration.toMinutesPart(), oblique);
            if (duration.toSecondsPart() != 0 || duration.toNanosPart() != 0) {
                BigDecimal seconds =
                        BigDecimal.valueOf(duration.toSecondsPart()).add(BigDecimal.valueOf(duration.toNanosPart(), 9));
                parts.add(number(seconds) + " " + unit("second", seconds.compareTo(BigDecimal.ONE) == 0, oblique));
            }
        }
        return parts.isEmpty() ? "0 " + unit("day", false, oblique) : String.join(" ", parts);
    }

    /** Returns the word for one or several of a unit of time. */
    String unit(String unit, boolean one, boolean oblique) {
        String key = "unit." + unit + (one ? ".one" : ".other");
        String special = oblique ? words.find(key + ".oblique") : null;
        return special == null ? words.get(key) : special;
    }

    private void add(List<String> parts, String unit, long count, boolean oblique) {
        if (count != 0) {
            parts.add(count + " " + unit(unit, count == 1, oblique));
        }
    }

    private static String text(String value) {
        boolean isWord = value.codePoints()
                .allMatch(c -> Character.isLetterOrDigit(c)
                        || Character.getType(c) == Character.NON_SPACING_MARK
                        || Character.getType(c) == Character.COMBINING_SPACING_MARK
                        || "-_.@+&/:".indexOf(c) >= 0);
        return isWord && value.length() <= MAX_SHOWN ? value : quoted(value);
    }

    private <V> String code(V value, FieldType<V> type) {
        String code = type.toText(value);
        String word = words.find("code." + simpleName(type.valueClass()) + "." + code);
        return word == null && type.codes().isEmpty() ? text(code) : code(code, type.valueClass());
    }

    /** Returns what a code is called, its own letters if it has no words. */
    String code(String code, Class<?> type) {
        String word = words.find("code." + simpleName(type) + "." + code);
        return word == null ? code.toLowerCase(Locale.ROOT).replace('_', ' ') : word;
    }

    /** Returns {@code Profile.Kind}. */
    private static String simpleName(Class<?> type) {
        return type.getName().substring(type.getName().lastIndexOf('.') + 1).replace('$', '.');
    }

    private static String money(Money money) {
        String plain = money.amount().abs().toPlainString();
        int point = plain.indexOf('.');
        StringBuilder grouped = new StringBuilder(plain);
        for (int i = (point < 0 ? plain.length() : point) - 3; i > 0; i -= 3) {
            grouped.insert(i, ',');
        }
        return money.currency().getCurrencyCode() + (money.signum() < 0 ? " -" : " ") + grouped;
    }
}
