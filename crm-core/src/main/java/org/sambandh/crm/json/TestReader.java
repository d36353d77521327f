package org.sambandh.crm.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.condition.CalendarUnit;
import org.sambandh.crm.condition.ValueTest;
import org.sambandh.crm.condition.ValueTest.TextMatch;
import org.sambandh.crm.field.FieldType;

/** The one test that stands among the properties of a node. */
final class TestReader {

    private static final List<String> NAMES = List.of(
            "is",
            "in",
            "atLeast",
            "atMost",
            "contains",
            "startsWith",
            "endsWith",
            "equals",
            "present",
            "ageAtLeast",
            "ageAtMost",
            "inPeriod",
            "anniversaryWithin");

    private TestReader() {}

    static String nameOf(TextMatch.Kind kind) {
        return switch (kind) {
            case CONTAINS -> "contains";
            case STARTS_WITH -> "startsWith";
            case ENDS_WITH -> "endsWith";
            case EQUALS -> "equals";
        };
    }

    static <V> ValueTest<V> read(Properties node, FieldType<V> type) {
        List<String> found = new ArrayList<>(NAMES);
        found.removeIf(name -> !node.has(name));
        if (found.isEmpty()) {
            node.done(); // a test of a name that we do not have is told by that name
            throw node.at().invalid("a test is missing: one of " + NAMES);
        }
        String name = found.get(0);
        boolean range = found.equals(List.of("atLeast", "atMost"));
        if (found.size() > 1 && !range) {
            throw node.at(found.get(1)).invalid("a second test beside '" + name + "'; combine them with all");
        }
        JsonNode body = node.require(name);
        At at = node.at(name);
        return Scalars.refusals(at, () -> test(node, name, range, type, body, at));
    }

    private static <V> ValueTest<V> test(
            Properties node, String name, boolean range, FieldType<V> type, JsonNode body, At at) {
        return switch (name) {
            case "is" -> new ValueTest.Is<>(value(type, body, at));
            case "in" -> new ValueTest.In<>(values(type, body, at));
            case "atLeast" ->
                new ValueTest.Range<>(
                        value(type, body, at), range ? value(type, node.require("atMost"), node.at("atMost")) : null);
            case "atMost" -> new ValueTest.Range<>(null, value(type, body, at));
            case "present" -> present(body, at);
            case "ageAtLeast" -> new ValueTest.Age<>(true, age(body, at));
            case "ageAtMost" -> new ValueTest.Age<>(false, age(body, at));
            case "inPeriod" -> inPeriod(body, at);
            case "anniversaryWithin" -> new ValueTest.AnniversaryWithin<>(integer(body, at));
            default -> textMatch(node, name, type);
        };
    }

    @SuppressWarnings("unchecked") // a field of texts has elements of class String
    private static <V> ValueTest<V> textMatch(Properties node, String name, FieldType<V> type) {
        if (type.kind() != FieldType.Kind.TEXT) {
            throw node.at(name).invalid("text tests need a text, found " + type);
        }
        JsonNode folded = node.take("ignoringCase");
        if (folded != null && !folded.isBoolean()) {
            throw node.at("ignoringCase").invalid("true or false is expected, found " + JsonText.kind(folded));
        }
        String text = JsonText.text(node.require(name), node.at(name));
        boolean ignoringCase = folded != null && folded.booleanValue();
        for (TextMatch.Kind kind : TextMatch.Kind.values()) {
            if (nameOf(kind).equals(name)) {
                return (ValueTest<V>) new TextMatch(kind, text, ignoringCase);
            }
        }
        throw node.at(name).invalid("no test of that name");
    }

    private static <V> ValueTest<V> present(JsonNode body, At at) {
        if (!body.isBoolean() || !body.booleanValue()) {
            throw at.invalid("true is expected; put not around it for the opposite");
        }
        return new ValueTest.Present<>();
    }

    private static <V> ValueTest<V> inPeriod(JsonNode body, At at) {
        Properties period = new Properties(body, at);
        CalendarUnit unit = Scalars.constant(CalendarUnit.class, period.require("unit"), period.at("unit"));
        int first = integer(period.require("first"), period.at("first"));
        int last = integer(period.require("last"), period.at("last"));
        period.done();
        return new ValueTest.InPeriod<>(unit, first, last);
    }

    private static <V> Set<V> values(FieldType<V> type, JsonNode body, At at) {
        if (!body.isArray()) {
            throw at.invalid("a list is expected, found " + JsonText.kind(body));
        }
        if (body.size() > ValueTest.MAX_ELEMENTS) {
            throw at.invalid("at most " + ValueTest.MAX_ELEMENTS + " values, found " + body.size());
        }
        Set<V> values = new LinkedHashSet<>();
        for (int i = 0; i < body.size(); i++) {
            values.add(value(type, body.get(i), at.item(i)));
        }
        return values;
    }

    private static <V> V value(FieldType<V> type, JsonNode body, At at) {
        Object value = switch (type.kind()) {
            case TEXT -> JsonText.text(body, at);
            case BOOLEAN -> flag(body, at);
            case NUMBER -> JsonText.decimal(body, at);
            case MONEY -> money(body, at);
            case CODE, REFERENCE, DATE, INSTANT -> parsed(type, body, at);
        };
        return type.valueClass().cast(value);
    }

    private static Object parsed(FieldType<?> type, JsonNode body, At at) {
        @Nullable Object value = type.parse(at.toString(), JsonText.text(body, at));
        if (value == null) {
            throw at.invalid("a blank text is no value");
        }
        return value;
    }

    private static Boolean flag(JsonNode body, At at) {
        if (!body.isBoolean()) {
            throw at.invalid("true or false is expected, found " + JsonText.kind(body));
        }
        return body.booleanValue();
    }

    static Money money(JsonNode body, At at) {
        Properties money = new Properties(body, at);
        String amount = JsonText.text(money.require("amount"), money.at("amount"));
        String currency = JsonText.text(money.require("currency"), money.at("currency"));
        money.done();
        if (amount.length() > 40) {
            throw money.at("amount").invalid("at most 40 characters");
        }
        return Scalars.refusals(at, () -> Money.of(amount, currency));
    }

    static int integer(JsonNode body, At at) {
        if (!body.isIntegralNumber() || !body.canConvertToInt()) {
            throw at.invalid("a whole number of at most 9 digits is expected, found " + JsonText.kind(body));
        }
        return body.intValue();
    }

    static Duration duration(JsonNode body, At at) {
        String text = JsonText.text(body, at);
        try {
            return Duration.parse(text);
        } catch (DateTimeException | ArithmeticException e) {
            throw at.invalid("a duration such as P30D or PT12H is expected");
        }
    }

    /** With a time part exact time, without one calendar units. */
    private static TemporalAmount age(JsonNode body, At at) {
        String text = JsonText.text(body, at);
        if (text.indexOf('T') >= 0) {
            return duration(body, at);
        }
        try {
            return Period.parse(text);
        } catch (DateTimeException | ArithmeticException e) {
            throw at.invalid("an age such as P30D, P1Y or PT12H is expected");
        }
    }
}
