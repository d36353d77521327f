package org.sambandh.crm.tck;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.field.FieldType;

/** Draws values and moments where engines could part: at the ends of types, the edges of zones, and next to each other. */
final class Extremes {

    private static final List<String> TEXTS = List.of(
            "e",
            "é",
            "e\u0301",
            "E\u0301",
            "ß",
            "SS",
            "straße",
            "STRASSE",
            "ΟΔΟΣ",
            "οδος",
            "οδοσ",
            "İ",
            "i",
            "ı",
            "I",
            "i\u0307",
            "राम",
            "रामा",
            "क्षत्रिय",
            "क्\u200Dष",
            "😀",
            "👩\u200D👩\u200D👧",
            "𝒜",
            "𝒜𝒷",
            "\uFFFD",
            "\uD7FF",
            "%",
            "_\\",
            "{0}'",
            " x ",
            "x",
            "",
            "  ",
            "\u200B",
            "ǅ",
            "ﬁ",
            "fi",
            "\u1E9E",
            "\u212A",
            "k",
            "\u0345",
            "a".repeat(300));

    private static final List<String> CURRENCIES = List.of("INR", "USD", "JPY", "KWD");

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("UTC"),
            ZoneId.of("Asia/Kolkata"),
            ZoneId.of("America/New_York"),
            ZoneId.of("America/St_Johns"),
            ZoneId.of("Pacific/Apia"),
            ZoneId.of("Asia/Beirut"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Pacific/Kiritimati"),
            ZoneOffset.MAX,
            ZoneOffset.MIN);

    /** Clocks go forward or back, a day is left out or has no midnight, a leap day, a new year somewhere. */
    private static final List<Instant> EDGES = List.of(
            Samples.MOMENT.at(),
            Instant.parse("2026-03-08T07:00:00Z"),
            Instant.parse("2026-11-01T06:00:00Z"),
            Instant.parse("2010-11-07T02:31:00Z"),
            Instant.parse("2011-12-30T10:00:00Z"),
            Instant.parse("2026-03-28T22:00:00Z"),
            Instant.parse("2028-02-29T00:00:00Z"),
            Instant.parse("2026-12-31T18:30:00Z"),
            Instant.parse("2026-03-31T18:30:00Z"));

    private static final List<Instant> ENDS = List.of(
            Instant.MIN,
            Instant.MAX,
            Instant.EPOCH,
            Instant.EPOCH.minusNanos(1),
            Instant.EPOCH.plus(FieldType.MIN_MICROS, ChronoUnit.MICROS),
            Instant.EPOCH.plus(FieldType.MIN_MICROS, ChronoUnit.MICROS).minusNanos(1),
            Instant.EPOCH.plus(FieldType.MAX_MICROS, ChronoUnit.MICROS),
            Instant.EPOCH.plus(FieldType.MAX_MICROS, ChronoUnit.MICROS).plusNanos(1_000),
            Instant.parse("0000-01-01T00:00:00Z"),
            Instant.parse("9999-12-31T23:59:59.999999999Z"));

    private static final List<Duration> DISTANCES = List.of(
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(23),
            Duration.ofDays(1),
            Duration.ofDays(30),
            Duration.ofDays(90),
            Duration.ofDays(365));

    private final Random random;

    Extremes(Random random) {
        this.random = random;
    }

    String text() {
        return pick(TEXTS);
    }

    BigDecimal number(int scale) {
        BigInteger most = BigInteger.TEN.pow(18).subtract(BigInteger.ONE);
        BigInteger unscaled = switch (random.nextInt(6)) {
            case 0 -> random.nextBoolean() ? most : most.negate();
            case 1 -> most.subtract(BigInteger.valueOf(random.nextInt(3)));
            case 2 -> BigInteger.valueOf(random.nextLong() / 100);
            default ->
                BigInteger.valueOf(random.nextInt(5) - 2L).multiply(BigInteger.TEN.pow(random.nextInt(scale + 1)));
        };
        BigDecimal number = new BigDecimal(unscaled, scale);
        return random.nextBoolean() || number.signum() == 0 ? number : plain(number);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    LocalDate date() {
        return switch (random.nextInt(12)) {
            case 0 -> pick(List.of(LocalDate.MIN, LocalDate.MAX, LocalDate.EPOCH));
            case 1 -> pick(List.of(LocalDate.of(0, 1, 1), LocalDate.of(9999, 12, 31), LocalDate.of(-1, 2, 28)));
            case 2 -> LocalDate.of(2004, 2, 29);
            default -> pick(EDGES).atZone(ZoneOffset.UTC).toLocalDate().plusDays(random.nextInt(62) - 31L);
        };
    }

    Instant instant() {
        if (random.nextInt(10) == 0) {
            return pick(ENDS);
        }
        Duration distance = pick(DISTANCES);
        return pick(EDGES)
                .plus(random.nextInt(4) > 0 ? distance.negated() : distance)
                .plusNanos(pick(List.of(0, 0, -1_000, 1_000, 999, -1)));
    }

    Money money() {
        String currency = pick(CURRENCIES);
        int scale = Money.currencyOf(currency).getDefaultFractionDigits();
        return Money.of(number(scale).toPlainString(), currency);
    }

    Moment moment() {
        return new Moment(instant(), pick(ZONES));
    }

    <X> X pick(List<X> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
