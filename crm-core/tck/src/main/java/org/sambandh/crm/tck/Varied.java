package org.sambandh.crm.tck;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.field.Attributes;

/**
 * What samples are varied with: texts, instants, dates and numbers at the edges where stores differ. The sample of number
 * 0 has nothing that may be missing, that of number 1 has everything, the others have this and that.
 */
final class Varied {

    /** In pairs that a careless comparison takes for equal, or for different. */
    private static final String[] TEXTS = {
        "steel",
        "Steel",
        "STEEL works",
        "ΟΔΟΣ",
        "οδος",
        "οδοσ",
        "राम",
        "रामा",
        "😀 smile",
        "𝒜sha",
        "100%",
        "100x",
        "a_b",
        "aXb",
        "back\\slash",
        "it's \"quoted\"",
        "é",
        "e",
        "straße",
        "STRASSE",
        "İstanbul",
        "istanbul",
        "\uFFFD last of the plane",
        "zoo",
    };

    private Varied() {}

    /** One of some values. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static <V> V one(int n, int salt, V... values) {
        return values[n == 1 ? 0 : index(n, salt, values.length)];
    }

    /** One of some values, or none. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static <V> @Nullable V maybe(int n, int salt, V... values) {
        if (n < 2) {
            return n == 0 ? null : values[0];
        }
        int index = index(n, salt, values.length + 1);
        return index == values.length ? null : values[index];
    }

    /** Some of some values, in their order. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static <V> List<V> some(int n, int salt, V... values) {
        if (n < 2) {
            return n == 0 ? List.of() : List.of(values);
        }
        int from = index(n, salt, values.length);
        return List.of(values).subList(from, Math.min(values.length, from + index(n, salt + 1, values.length)));
    }

    private static int index(int n, int salt, int length) {
        long mixed = (n * 0x9E3779B97F4A7C15L) ^ (salt * 0xC2B2AE3D27D4EB4FL);
        mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
        return (int) Math.floorMod(mixed ^ (mixed >>> 32), (long) length);
    }

    static String text(int n, int salt) {
        return one(n, salt, TEXTS);
    }

    static @Nullable String textOrNone(int n, int salt) {
        return maybe(n, salt, TEXTS);
    }

    /** Around the moment of all samples: ends of days, months, years and windows in the zone, and a microsecond beside. */
    static Instant instant(int n, int salt) {
        Instant now = Samples.MOMENT.at();
        Instant midnight =
                Samples.MOMENT.date().atStartOfDay(Samples.MOMENT.zone()).toInstant();
        Instant month = Samples.MOMENT
                .date()
                .withDayOfMonth(1)
                .atStartOfDay(Samples.MOMENT.zone())
                .toInstant();
        return one(
                n,
                salt,
                now.minus(Duration.ofDays(3)).plusNanos(123_456_000),
                now,
                now.plusNanos(1_000),
                midnight,
                midnight.minusNanos(1_000),
                midnight.minus(Duration.ofDays(1)),
                month,
                month.minusNanos(1_000),
                now.minus(Duration.ofDays(30)),
                now.minus(Duration.ofDays(30)).minusNanos(1_000),
                now.minus(Duration.ofDays(90)),
                now.minus(Duration.ofDays(400)),
                now.plus(Duration.ofDays(2)),
                Instant.parse("2025-03-31T18:29:59.999999Z"),
                Instant.parse("2025-03-31T18:30:00Z"),
                Instant.parse("1969-12-31T23:59:59.999999Z"));
    }

    static @Nullable Instant instantOrNone(int n, int salt) {
        return n == 0 || (n > 1 && index(n, salt + 7, 4) == 0) ? null : instant(n, salt);
    }

    static LocalDate date(int n, int salt) {
        LocalDate today = Samples.MOMENT.date();
        return one(
                n,
                salt,
                LocalDate.of(2024, 2, 29),
                today,
                today.plusDays(1),
                today.minusDays(1),
                today.minusYears(30),
                today.minusYears(30).plusDays(5),
                today.withDayOfMonth(1),
                LocalDate.of(2026, 3, 31),
                LocalDate.of(2026, 4, 1),
                LocalDate.of(1960, 1, 1));
    }

    static @Nullable LocalDate dateOrNone(int n, int salt) {
        return n == 0 || (n > 1 && index(n, salt + 7, 4) == 0) ? null : date(n, salt);
    }

    static BigDecimal number(int n, int salt, int scale) {
        return new BigDecimal(one(n, salt, "12", "0", "1", "-1", "2", "999999", "12")).setScale(scale);
    }

    static Money money(int n, int salt) {
        return one(
                n,
                salt,
                Money.of("1250.50", "INR"),
                Money.of("0.00", "INR"),
                Money.of("1250.50", "USD"),
                Money.of("12", "JPY"),
                Money.of("12.125", "KWD"),
                Money.of("99999999999.99", "INR"));
    }

    static List<ExternalRef> refs(String kind, String id, int n) {
        return some(n, 99, new ExternalRef("erp", kind, id), new ExternalRef("legacy", "row", "Ä:" + id));
    }

    static Attributes attributes(int n) {
        Map<String, Object> values = new TreeMap<>();
        put(values, "tier", textOrNone(n, 70));
        put(values, "tags", n == 0 ? null : List.of(text(n, 71), text(n, 72)));
        put(values, "points", maybe(n, 73, number(n, 74, 2)));
        put(values, "vip", maybe(n, 75, true, false));
        put(values, "since", dateOrNone(n, 76));
        put(values, "seenAt", instantOrNone(n, 77));
        put(values, "limit", maybe(n, 78, money(n, 79)));
        return Attributes.of(values);
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
