package org.sambandh.crm.field;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.Text;

/**
 * What one element of a field is. Two types are equal when kind, value class, scale and code list are.
 *
 * <p>Numbers, dates, instants and booleans have a {@code long} form: a number is scaled to {@link #scale()} decimals, a
 * date counts days and an instant microseconds since 1970-01-01, a boolean is 0 or 1. {@link #MISSING} stands for no
 * value. Texts, codes and references have a text form.
 *
 * @param <V> the class of one element
 */
public final class FieldType<V> {

    /** The kinds of types. */
    public enum Kind {
        /** Free text; no order tests. */
        TEXT,
        /** One of a list of codes, closed (an enum) or extensible (a record around a text). */
        CODE,
        /** The id of an entity. */
        REFERENCE,
        /** Yes or no. */
        BOOLEAN,
        /** A decimal of at most 18 digits, with a fixed number of decimals. */
        NUMBER,
        /** A calendar day. */
        DATE,
        /** An instant, to the microsecond. */
        INSTANT,
        /** An amount in a currency; tests match the same currency only. */
        MONEY
    }

    /** The {@code long} form of a missing value. */
    public static final long MISSING = Long.MIN_VALUE;

    /** Free text. */
    public static final FieldType<String> TEXT =
            new FieldType<>(Kind.TEXT, String.class, 0, List.of(), t -> t, t -> Text.of("value", t));

    /** Yes or no. */
    public static final FieldType<Boolean> BOOLEAN =
            new FieldType<>(Kind.BOOLEAN, Boolean.class, 0, List.of(), Object::toString, FieldType::parseBoolean);

    /** A whole number. */
    public static final FieldType<BigDecimal> INTEGER = number(0);

    /** A calendar day. */
    public static final FieldType<LocalDate> DATE =
            new FieldType<>(Kind.DATE, LocalDate.class, 0, List.of(), LocalDate::toString, LocalDate::parse);

    /** An instant. */
    public static final FieldType<Instant> INSTANT =
            new FieldType<>(Kind.INSTANT, Instant.class, 0, List.of(), Instant::toString, Instant::parse);

    /** An amount in a currency. */
    public static final FieldType<Money> MONEY =
            new FieldType<>(Kind.MONEY, Money.class, 0, List.of(), Money::toString, FieldType::parseMoney);

    private static final int MAX_DIGITS = 18;
    private static final long MAX_SECONDS = Long.MAX_VALUE / 1_000_000 - 1;

    private static final long[] POWERS =
            LongStream.iterate(1, p -> p * 10).limit(10).toArray();

    /** The {@code long} form of the first instant that has one of its own; all before it share a smaller one. */
    public static final long MIN_MICROS = -MAX_SECONDS * 1_000_000;

    /** The {@code long} form of the last instant that has one of its own; all behind it share a larger one. */
    public static final long MAX_MICROS = MAX_SECONDS * 1_000_000 + 999_999;

    private final Kind kind;
    private final Class<V> valueClass;
    private final int scale;
    private final List<String> codes;
    private final Function<V, String> toText;
    private final Function<String, V> fromText;

    private FieldType(
            Kind kind,
            Class<V> valueClass,
            int scale,
            List<String> codes,
            Function<V, String> toText,
            Function<String, V> fromText) {
        this.kind = kind;
        this.valueClass = valueClass;
        this.scale = scale;
        this.codes = codes;
        this.toText = toText;
        this.fromText = fromText;
    }

    /**
     * Returns the type of decimals with a fixed number of decimals.
     *
     * @param scale decimals, 0 to 9
     * @return the type
     * @throws Invalid if the scale is out of range
     */
    public static FieldType<BigDecimal> number(int scale) {
        if (scale < 0 || scale > 9) {
            throw new Invalid("fieldType.scale", "0 to 9 decimals, found " + scale);
        }
        return new FieldType<>(
                Kind.NUMBER, BigDecimal.class, scale, List.of(), BigDecimal::toPlainString, FieldType::parseNumber);
    }

    /**
     * Returns the type of a closed list of codes.
     *
     * @param type the enum
     * @param <E> the enum
     * @return a type whose texts are the names of the constants
     */
    public static <E extends Enum<E>> FieldType<E> enumOf(Class<E> type) {
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        return new FieldType<>(Kind.CODE, type, 0, names, Enum::name, name -> Enum.valueOf(type, name));
    }

    /**
     * Returns the type of codes that a tenant can extend.
     *
     * @param type the record around the code
     * @param of makes one from its text; throws {@link Invalid} for a text that cannot be one
     * @param code returns the text
     * @param <C> the record
     * @return the type
     */
    public static <C> FieldType<C> code(Class<C> type, Function<String, C> of, Function<C, String> code) {
        return new FieldType<>(Kind.CODE, type, 0, List.of(), code, of);
    }

    /**
     * Returns the type of ids of one kind of entity.
     *
     * @param type the id type
     * @param of makes one from its text
     * @param <I> the id type
     * @return the type
     */
    public static <I extends Id> FieldType<I> id(Class<I> type, Function<String, I> of) {
        return new FieldType<>(Kind.REFERENCE, type, 0, List.of(), Id::value, of);
    }

    /** {@return the kind} */
    public Kind kind() {
        return kind;
    }

    /** {@return the class of one element} */
    public Class<V> valueClass() {
        return valueClass;
    }

    /** {@return the number of decimals of a number, else 0} */
    public int scale() {
        return scale;
    }

    /** {@return the texts of a closed code list, in their order; empty for everything else} */
    public List<String> codes() {
        return codes;
    }

    /** {@return whether elements have a {@code long} form} */
    public boolean isLong() {
        return switch (kind) {
            case BOOLEAN, NUMBER, DATE, INSTANT -> true;
            case TEXT, CODE, REFERENCE, MONEY -> false;
        };
    }

    /** {@return whether elements have an order that tests may use: numbers, dates, instants and money of one currency} */
    public boolean isOrdered() {
        return switch (kind) {
            case NUMBER, DATE, INSTANT, MONEY -> true;
            case TEXT, CODE, REFERENCE, BOOLEAN -> false;
        };
    }

    /**
     * Returns {@code value} as the domain keeps it, or null where it is missing: blank text is, instants lose what is
     * finer than a microsecond, numbers get the scale of this type.
     *
     * @param path what the value is, for the message
     * @param value a value, or null
     * @return the value as kept, or null
     * @throws Invalid if it is of another class, has too many digits or decimals, or is no legal text
     */
    public @Nullable V clean(String path, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (!valueClass.isInstance(value)) {
            throw new Invalid(
                    path,
                    "a value of type " + this + " is expected, found "
                            + value.getClass().getSimpleName());
        }
        Object kept = switch (kind) {
            case TEXT -> Text.orMissing(path, (String) value);
            case INSTANT -> ((Instant) value).truncatedTo(ChronoUnit.MICROS);
            case NUMBER -> scaled(path, (BigDecimal) value);
            case CODE, REFERENCE, BOOLEAN, DATE, MONEY -> value;
        };
        return kept == null ? null : valueClass.cast(kept);
    }

    /**
     * Returns the {@code long} form. Instants more than 292,000 years away share that of the furthest that has one.
     *
     * @param value an element, or null for a missing one
     * @return the {@code long} form; {@link #MISSING} for null
     * @throws IllegalStateException if elements of this type have none
     */
    public long toLong(@Nullable V value) {
        return toLong("value", value);
    }

    /**
     * Returns the {@code long} form as {@link #toLong(Object)} does.
     *
     * @param path what the value is, for the message
     * @param value an element, or null for a missing one
     * @return the {@code long} form; {@link #MISSING} for null
     * @throws Invalid if it is a number with too many digits or decimals
     * @throws IllegalStateException if elements of this type have none
     */
    public long toLong(String path, @Nullable V value) {
        if (value == null) {
            return MISSING;
        }
        return switch (kind) {
            case BOOLEAN -> (Boolean) value ? 1 : 0;
            case NUMBER -> digits(path, (BigDecimal) value);
            case DATE -> ((LocalDate) value).toEpochDay();
            case INSTANT -> micros((Instant) value);
            case TEXT, CODE, REFERENCE, MONEY -> throw new IllegalStateException(this + " has no long form");
        };
    }

    /**
     * Returns whether a {@code long} form stands for one element. Only instants more than 292,000 years away share theirs.
     *
     * @param form what {@link #toLong} returned
     * @return false for {@link #MISSING}, and for the form that instants share
     */
    public boolean isExact(long form) {
        return kind == Kind.INSTANT ? form >= MIN_MICROS && form <= MAX_MICROS : form != MISSING;
    }

    private static long micros(Instant value) {
        if (value.getEpochSecond() > MAX_SECONDS) {
            return Long.MAX_VALUE;
        }
        // ChronoUnit.MICROS.between counts nanoseconds, and overflows 292 years after 1970.
        return value.getEpochSecond() < -MAX_SECONDS
                ? MISSING + 1
                : value.getEpochSecond() * 1_000_000 + value.getNano() / 1_000;
    }

    /**
     * Returns the element of a {@code long} form.
     *
     * @param form what {@link #toLong} returned
     * @return the element, or null for {@link #MISSING}
     * @throws IllegalStateException if elements of this type have no {@code long} form
     */
    public @Nullable V ofLong(long form) {
        if (form == MISSING) {
            return null;
        }
        Object value = switch (kind) {
            case BOOLEAN -> form != 0;
            case NUMBER -> BigDecimal.valueOf(form, scale);
            case DATE -> LocalDate.ofEpochDay(form);
            case INSTANT -> Instant.EPOCH.plus(form, ChronoUnit.MICROS);
            case TEXT, CODE, REFERENCE, MONEY -> throw new IllegalStateException(this + " has no long form");
        };
        return valueClass.cast(value);
    }

    /**
     * Returns the text form, from which {@link #parse} makes an equal element: plain decimals, ISO dates and instants,
     * {@code INR 12.50}, codes and ids as they are.
     *
     * @param value an element
     * @return its text
     */
    public String toText(V value) {
        return toText.apply(value);
    }

    /**
     * Returns the element of a text form.
     *
     * @param path what the value is, for the message
     * @param text what {@link #toText} returned, or a person wrote
     * @return the element, or null if the text is blank
     * @throws Invalid if the text is none of this type
     */
    public @Nullable V parse(String path, String text) {
        if (Text.isBlank(text)) {
            return null;
        }
        try {
            return clean(path, fromText.apply(text.strip()));
        } catch (Invalid e) {
            throw e.path().equals(path) ? e : new Invalid(path, e.why(), e);
        } catch (RuntimeException e) {
            String choice = codes.isEmpty() ? "" : ", one of " + codes;
            throw new Invalid(path, "not a value of type " + this + choice);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldType<?> that
                && kind == that.kind
                && valueClass == that.valueClass
                && scale == that.scale;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * kind.hashCode() + valueClass.hashCode()) + scale;
    }

    /** {@return the kind in lower case, with the decimals of a number} */
    @Override
    public String toString() {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return kind == Kind.NUMBER && scale > 0 ? name + "(" + scale + ")" : name;
    }

    private BigDecimal scaled(String path, BigDecimal value) {
        if ((long) value.precision() - value.scale() + scale > MAX_DIGITS) {
            throw new Invalid(path, "at most " + MAX_DIGITS + " digits including " + scale + " decimals");
        }
        try {
            return value.setScale(scale, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw new Invalid(path, "at most " + scale + " decimals", e);
        }
    }

    /**
     * Returns the digits of a number at this scale, without making an object for ordinary numbers.
     *
     * <p>A number of at most 15 digits is the double nearest to it divided by a power of ten, rounded once. Multiplied by that
     * power it is off by less than a quarter, so that rounding gives back its very digits.
     */
    private long digits(String path, BigDecimal value) {
        int decimals = value.scale();
        int digits = value.precision();
        if (digits <= 15 && decimals >= 0 && decimals <= scale && digits - decimals + scale <= MAX_DIGITS) {
            return Math.round(value.doubleValue() * POWERS[decimals]) * POWERS[scale - decimals];
        }
        return scaled(path, value).unscaledValue().longValueExact();
    }

    private static BigDecimal parseNumber(String text) {
        if (text.length() > 40) {
            throw new Invalid("value", "a number has at most 40 characters");
        }
        return new BigDecimal(text);
    }

    private static Boolean parseBoolean(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Invalid("value", "true or false");
        };
    }

    private static Money parseMoney(String text) {
        if (text.length() < 5 || text.charAt(3) != ' ') {
            throw new Invalid("value", "a currency code, a blank and an amount: INR 12.50");
        }
        return Money.of(text.substring(4), text.substring(0, 3));
    }
}
