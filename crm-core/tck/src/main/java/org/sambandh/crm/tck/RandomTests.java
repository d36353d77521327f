package org.sambandh.crm.tck;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.condition.CalendarUnit;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.condition.ValueTest;
import org.sambandh.crm.field.FieldType;

/** Draws tests of one value. */
final class RandomTests {

    private static final List<String> TEXTS =
            List.of("x", "%", "_", "\\", "'", "Σ", "ς", "राम", "😀", "\uD835", "e\u0301", "ı", "ß", "\uFFFD", "e");

    /** The oldest age that can be tested is a little more. */
    private static final Duration OLDEST = Duration.ofDays(365_000);

    private final Random random;
    private final Consumer<String> drawn;

    RandomTests(Random random, Consumer<String> drawn) {
        this.random = random;
        this.drawn = drawn;
    }

    /** A test that suits a type; operands are taken from the values, or lie beside them. */
    <V> ValueTest<V> next(FieldType<V> type, List<V> values) {
        int dice = random.nextInt(10);
        return switch (type.kind()) {
            case TEXT -> dice < 5 ? textMatch(values) : anyKind(type, values);
            case NUMBER, MONEY -> dice < 5 ? range(type, values) : anyKind(type, values);
            case DATE, INSTANT -> {
                if (dice < 3) {
                    yield range(type, values);
                }
                yield dice < 8 ? temporal(type.kind() == FieldType.Kind.DATE, values) : anyKind(type, values);
            }
            case CODE, REFERENCE, BOOLEAN -> anyKind(type, values);
        };
    }

    private <V> ValueTest<V> anyKind(FieldType<V> type, List<V> values) {
        int dice = random.nextInt(5);
        if (dice == 0) {
            drawn.accept("test present");
            return Tests.present();
        } else if (dice < 3) {
            drawn.accept("test is");
            return Tests.is(operand(type, values));
        }
        drawn.accept("test in");
        List<V> some = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            some.add(operand(type, values));
        }
        return Tests.in(some);
    }

    private <V> ValueTest<V> range(FieldType<V> type, List<V> values) {
        drawn.accept("test range");
        V one = operand(type, values);
        V other = operand(type, values);
        int dice = random.nextInt(3);
        if (dice < 2) {
            return dice == 0 ? Tests.atLeast(one) : Tests.atMost(one);
        }
        if (one instanceof Money a && other instanceof Money b && !a.currency().equals(b.currency())) {
            return Tests.between(one, one);
        }
        return compare(one, other) <= 0 ? Tests.between(one, other) : Tests.between(other, one);
    }

    private static int compare(Object one, Object other) {
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
            return a.compareTo(b);
        } else if (one instanceof LocalDate a && other instanceof LocalDate b) {
            return a.compareTo(b);
        } else if (one instanceof Money a && other instanceof Money b) {
            return a.amount().compareTo(b.amount());
        }
        return ((Instant) one).compareTo((Instant) other);
    }

    private <V> ValueTest<V> temporal(boolean date, List<V> values) {
        int dice = random.nextInt(5);
        if (dice == 0 || dice == 4) {
            drawn.accept("test inPeriod");
            int first = pick(List.of(0, 0, 0, 1, -1, -3));
            return Tests.inPeriods(pick(List.of(CalendarUnit.values())), first, first + pick(List.of(0, 0, 1, 2)));
        } else if (dice == 1) {
            drawn.accept("test anniversary");
            return Tests.anniversaryWithin(pick(List.of(0, 1, 5, 30, 365)));
        } else if (dice == 2) {
            drawn.accept("test age in calendar units");
            Period period = pick(List.of(
                    Period.ZERO, Period.ofMonths(1), Period.ofYears(1), Period.ofDays(30), Period.of(29, 11, 30)));
            return random.nextBoolean() ? Tests.ageAtLeast(period) : Tests.ageAtMost(period);
        }
        drawn.accept("test age");
        Duration age = age(date, values);
        return random.nextBoolean() ? Tests.ageAtLeast(age) : Tests.ageAtMost(age);
    }

    /** Mostly the age of a value at the moment of samples, exactly or a microsecond beside. */
    private <V> Duration age(boolean date, List<V> values) {
        List<Duration> ages =
                new ArrayList<>(List.of(Duration.ZERO, Duration.ofDays(1), Duration.ofDays(30), Duration.ofDays(90)));
        if (!date) {
            for (V value : values) {
                Duration exact =
                        Duration.between(((Instant) value).truncatedTo(ChronoUnit.MICROS), Samples.MOMENT.at());
                if (!exact.isNegative() && exact.compareTo(OLDEST) < 0) {
                    ages.add(exact);
                    ages.add(exact.plusNanos(1_000));
                }
            }
        }
        return pick(ages);
    }

    @SuppressWarnings("unchecked") // asked for texts only
    private <V> ValueTest<V> textMatch(List<V> values) {
        ValueTest.TextMatch.Kind kind = pick(List.of(ValueTest.TextMatch.Kind.values()));
        boolean ignoringCase = random.nextBoolean();
        drawn.accept("test " + kind + (ignoringCase ? " ignoring case" : ""));
        String text = operand(FieldType.TEXT, (List<String>) values);
        int length = text.codePointCount(0, text.length());
        int from = random.nextInt(length);
        int to = from + 1 + random.nextInt(length - from);
        String part = switch (kind) {
            case STARTS_WITH -> cut(text, 0, to);
            case ENDS_WITH -> cut(text, from, length);
            case CONTAINS -> cut(text, from, to);
            default -> text;
        };
        return (ValueTest<V>) new ValueTest.TextMatch(kind, Text.isBlank(part) ? text : part, ignoringCase);
    }

    private static String cut(String text, int from, int to) {
        return text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
    }

    private <V> V operand(FieldType<V> type, List<V> values) {
        V value = values.isEmpty() || random.nextInt(8) == 0 ? any(type, values) : pick(values);
        return random.nextInt(4) == 0 ? type.valueClass().cast(beside(value)) : value;
    }

    private <V> V any(FieldType<V> type, List<V> values) {
        Object value = switch (type.kind()) {
            case TEXT -> lone(pick(TEXTS));
            case BOOLEAN -> random.nextBoolean();
            case NUMBER -> BigDecimal.valueOf(random.nextInt(5) - 2);
            case DATE -> Samples.MOMENT.date().plusDays(random.nextInt(5) - 2L);
            case INSTANT -> Samples.MOMENT.at().plusSeconds(random.nextInt(5) - 2L);
            case MONEY -> Money.of("12", pick(List.of("INR", "JPY")));
            case CODE, REFERENCE -> values.isEmpty() || !type.codes().isEmpty() ? parsed(type) : pick(values);
        };
        return type.valueClass().cast(value);
    }

    private <V> V parsed(FieldType<V> type) {
        V value = type.parse("operand", type.codes().isEmpty() ? "never" : pick(type.codes()));
        if (value == null) {
            throw new IllegalStateException("no value of " + type);
        }
        return value;
    }

    /** Half a pair can be no operand. */
    private static String lone(String text) {
        return text.length() == 1 && Character.isSurrogate(text.charAt(0)) ? "𝒜" : text;
    }

    /** What a careless store takes for the same, or for next to nothing. */
    private Object beside(Object value) {
        if (value instanceof String text) {
            String changed = pick(List.of(
                    text.toUpperCase(Locale.ROOT),
                    text.toLowerCase(Locale.ROOT),
                    Text.fold(text),
                    Normalizer.normalize(text, Normalizer.Form.NFD),
                    text + "\u0301",
                    text + " x",
                    text.replace('%', '_')));
            return Text.isBlank(changed) ? text : changed;
        } else if (value instanceof BigDecimal number) {
            BigDecimal changed = number.add(pick(List.of(
                    BigDecimal.ONE, BigDecimal.ONE.negate(), new BigDecimal("0.000000001"), new BigDecimal("0.50"))));
            return changed.precision() - changed.scale() > 18 ? number : changed;
        } else if (value instanceof LocalDate date) {
            return date.plusDays(
                    (random.nextBoolean() && !date.equals(LocalDate.MAX)) || date.equals(LocalDate.MIN) ? 1 : -1);
        } else if (value instanceof Instant instant) {
            boolean later = random.nextBoolean();
            boolean atTheEnd = Math.abs(instant.getEpochSecond()) >= Instant.MAX.getEpochSecond();
            return atTheEnd ? instant : instant.plusNanos(later ? 1_000 : -1_000);
        } else if (value instanceof Money money) {
            return money.currency().getCurrencyCode().equals("INR")
                            && money.amount().scale() == 2
                    ? Money.of(money.amount().toPlainString(), "USD")
                    : money;
        }
        return value;
    }

    private <X> X pick(List<X> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
