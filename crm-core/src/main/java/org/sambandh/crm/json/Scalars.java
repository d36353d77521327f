package org.sambandh.crm.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.Revision;

/** Types that are one text, number or flag, and money. */
final class Scalars {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final Map<Class<?>, Codec> CODECS = Map.ofEntries(
            Map.entry(String.class, scalar(v -> NODES.textNode((String) v), JsonText::text)),
            Map.entry(Boolean.class, scalar(v -> NODES.booleanNode((Boolean) v), Scalars::flag)),
            Map.entry(Integer.class, scalar(v -> NODES.numberNode((Integer) v), TestReader::integer)),
            Map.entry(Long.class, scalar(v -> NODES.numberNode((Long) v), Scalars::longOf)),
            Map.entry(
                    Double.class,
                    scalar(
                            v -> NODES.numberNode((Double) v),
                            (n, at) -> JsonText.decimal(n, at).doubleValue())),
            Map.entry(BigDecimal.class, scalar(v -> TestWriter.decimal((BigDecimal) v), JsonText::decimal)),
            Map.entry(
                    Revision.class,
                    scalar(v -> NODES.numberNode(((Revision) v).value()), (n, at) -> new Revision(longOf(n, at)))),
            Map.entry(Money.class, scalar(v -> TestWriter.money((Money) v), TestReader::money)),
            Map.entry(Instant.class, text(Object::toString, Instant::parse, "an instant")),
            Map.entry(LocalDate.class, text(Object::toString, LocalDate::parse, "a date")),
            Map.entry(LocalTime.class, text(Object::toString, LocalTime::parse, "a time of day")),
            Map.entry(LocalDateTime.class, text(Object::toString, LocalDateTime::parse, "a date and time of day")),
            Map.entry(MonthDay.class, text(Object::toString, MonthDay::parse, "a day of a month")),
            Map.entry(YearMonth.class, text(Object::toString, YearMonth::parse, "a month")),
            Map.entry(Duration.class, text(Object::toString, Duration::parse, "a duration")),
            Map.entry(Period.class, text(Object::toString, Period::parse, "a period")),
            Map.entry(
                    Currency.class,
                    text(v -> ((Currency) v).getCurrencyCode(), Currency::getInstance, "a currency code")),
            Map.entry(
                    Locale.class,
                    text(
                            v -> ((Locale) v).toLanguageTag(),
                            t -> new Locale.Builder().setLanguageTag(t).build(),
                            "a language tag")));

    private Scalars() {}

    static @Nullable Codec find(Class<?> type) {
        if (ZoneId.class.isAssignableFrom(type)) {
            return text(v -> ((ZoneId) v).getId(), ZoneId::of, "a time zone");
        }
        if (type.isEnum()) {
            return scalar(v -> NODES.textNode(((Enum<?>) v).name()), (node, at) -> constant(type, node, at));
        }
        return CODECS.get(type.isPrimitive() ? boxed(type) : type);
    }

    static <T> T constant(Class<T> type, JsonNode node, At at) {
        String name = JsonText.text(node, at);
        for (T constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw at.invalid("one of " + Arrays.toString(type.getEnumConstants()) + " is expected");
    }

    /** What the domain refuses is told of a place in the text. */
    static <T> T refusals(At at, Supplier<T> action) {
        try {
            return action.get();
        } catch (Invalid e) {
            throw e.path().startsWith("$") ? e : at.invalid(e);
        }
    }

    private static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }

    private static Boolean flag(JsonNode node, At at) {
        if (!node.isBoolean()) {
            throw at.invalid("true or false is expected, found " + JsonText.kind(node));
        }
        return node.booleanValue();
    }

    private static Long longOf(JsonNode node, At at) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw at.invalid("a whole number is expected, found " + JsonText.kind(node));
        }
        return node.longValue();
    }

    private static Codec text(Function<Object, String> write, Function<String, Object> parse, String what) {
        return scalar(v -> NODES.textNode(write.apply(v)), (node, at) -> {
            try {
                return parse.apply(JsonText.text(node, at));
            } catch (DateTimeException | ArithmeticException | IllegalArgumentException | IllformedLocaleException e) {
                throw at.invalid(what + " is expected");
            }
        });
    }

    static Codec scalar(Function<Object, JsonNode> write, BiFunction<JsonNode, At, Object> read) {
        return new Codec() {
            @Override
            public JsonNode write(Object value) {
                return write.apply(value);
            }

            @Override
            public Object read(JsonNode node, At at) {
                return read.apply(node, at);
            }
        };
    }
}
