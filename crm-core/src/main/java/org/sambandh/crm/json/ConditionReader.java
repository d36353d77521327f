package org.sambandh.crm.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Measure;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;

/** Trees to conditions of one catalogue. Reads one condition and is thrown away: it counts nodes. */
final class ConditionReader {

    private static final FieldType<BigDecimal> MEASURED = FieldType.number(9);

    private static final Map<String, Measure.Kind> MEASURES = Map.of(
            "count", Measure.Kind.COUNT,
            "sum", Measure.Kind.SUM,
            "min", Measure.Kind.MIN,
            "max", Measure.Kind.MAX,
            "average", Measure.Kind.AVERAGE);

    private static final List<String> NODES =
            List.of("always", "all", "any", "not", "field", "inSegment", "count", "sum", "min", "max", "average");

    private final Catalog catalog;
    private int nodes;

    ConditionReader(Catalog catalog) {
        this.catalog = catalog;
    }

    <S> Condition<S> read(Class<S> subject, JsonNode node, At at) {
        return read(subject, node, at, 1);
    }

    private <S> Condition<S> read(Class<S> subject, JsonNode node, At at, int depth) {
        nodes++;
        if (nodes > Condition.MAX_NODES) {
            throw at.invalid("at most " + Condition.MAX_NODES + " nodes");
        }
        if (depth > Condition.MAX_DEPTH) {
            throw at.invalid("at most " + Condition.MAX_DEPTH + " levels");
        }
        Properties properties = new Properties(node, at);
        String kind = NODES.stream()
                .filter(properties::has)
                .findFirst()
                .orElseThrow(() -> at.invalid("no condition: one of " + NODES + " is expected"));
        try {
            Condition<S> condition = switch (kind) {
                case "always" -> always(properties);
                case "all" -> new Condition.All<>(list(subject, properties, kind, depth));
                case "any" -> new Condition.Any<>(list(subject, properties, kind, depth));
                case "not" ->
                    new Condition.Not<>(read(subject, properties.require(kind), properties.at(kind), depth + 1));
                case "field" -> fieldTest(subject, properties);
                case "inSegment" ->
                    new Condition.InSegment<>(
                            new SegmentId(JsonText.text(properties.require(kind), properties.at(kind))));
                default -> related(subject, properties, kind, depth);
            };
            properties.done();
            return condition;
        } catch (Invalid e) {
            throw e.path().startsWith("$") ? e : at.invalid(e);
        }
    }

    private static <S> Condition<S> always(Properties properties) {
        JsonNode body = properties.require("always");
        if (!body.isBoolean() || !body.booleanValue()) {
            throw properties.at("always").invalid("true is expected; put not around it for the opposite");
        }
        return new Condition.Always<>();
    }

    private <S> List<Condition<S>> list(Class<S> subject, Properties properties, String kind, int depth) {
        JsonNode body = properties.require(kind);
        At at = properties.at(kind);
        if (!body.isArray()) {
            throw at.invalid("a list is expected, found " + JsonText.kind(body));
        }
        List<Condition<S>> conditions = new ArrayList<>();
        for (int i = 0; i < body.size(); i++) {
            conditions.add(read(subject, body.get(i), at.item(i), depth + 1));
        }
        return conditions;
    }

    private <S> Condition<S> fieldTest(Class<S> subject, Properties properties) {
        return test(field(subject, properties, "field"), properties);
    }

    private static <S, V> Condition<S> test(Field<S, V> field, Properties properties) {
        return new Condition.FieldTest<>(field, TestReader.read(properties, field.type()));
    }

    private <S> Field<S, ?> field(Class<S> subject, Properties properties, String property) {
        String name = JsonText.text(properties.require(property), properties.at(property));
        return Scalars.refusals(properties.at(property), () -> catalog.field(subject, name));
    }

    private <S> Condition<S> related(Class<S> subject, Properties properties, String kind, int depth) {
        String name = JsonText.text(properties.require(kind), properties.at(kind));
        Relation<S, ?> relation = Scalars.refusals(properties.at(kind), () -> catalog.<S>relation(subject, name));
        return related(relation, properties, kind, depth);
    }

    private <S, R> Condition<S> related(Relation<S, R> relation, Properties properties, String kind, int depth) {
        Measure.Kind measureKind = MEASURES.getOrDefault(kind, Measure.Kind.COUNT);
        Measure<R> measure = measureKind == Measure.Kind.COUNT
                ? new Measure<>(measureKind, null)
                : new Measure<>(measureKind, number(relation.fact(), properties));
        Condition<R> where = new Condition.Always<>();
        JsonNode body = properties.take("where");
        if (body == null) {
            nodes++; // the condition that is left out counts, as it does where it is built
        } else {
            where = read(relation.fact(), body, properties.at("where"), depth + 1);
        }
        Window window = window(properties);
        return new Condition.RelatedTest<>(relation, where, window, measure, TestReader.read(properties, MEASURED));
    }

    @SuppressWarnings("unchecked") // a field of numbers has elements of class BigDecimal
    private <R> Field<R, BigDecimal> number(Class<R> fact, Properties properties) {
        Field<R, ?> field = field(fact, properties, "of");
        if (field.type().kind() != FieldType.Kind.NUMBER) {
            throw properties
                    .at("of")
                    .invalid("a number field is expected, found "
                            + field.type().toString().toLowerCase(Locale.ROOT));
        }
        return (Field<R, BigDecimal>) field;
    }

    private static Window window(Properties properties) {
        if (properties.has("last")) {
            return new Window.Last(TestReader.duration(properties.require("last"), properties.at("last")));
        }
        if (properties.has("from") || properties.has("to")) {
            return new Window.Fixed(instant(properties, "from"), instant(properties, "to"));
        }
        return new Window.Ever();
    }

    private static Instant instant(Properties properties, String name) {
        String text = JsonText.text(properties.require(name), properties.at(name));
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw properties.at(name).invalid("an instant such as 2026-03-01T00:00:00Z is expected");
        }
    }
}
