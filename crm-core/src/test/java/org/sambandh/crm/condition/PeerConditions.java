package org.sambandh.crm.condition;

import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.any;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.not;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.atMost;
import static org.sambandh.crm.condition.Tests.between;
import static org.sambandh.crm.condition.Tests.in;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Tests.present;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.settings.FiscalCalendar;

/** Profiles and conditions in the notation of {@code segment_conditions.json}, as our fields and conditions. */
final class PeerConditions {

    private static final String UNKNOWN = "unknown";

    /** A profile, or one element of a list of objects inside it. */
    record Profile(JsonNode values) {}

    /** One element of a list of objects. */
    record Element(JsonNode values) {}

    private final List<JsonNode> profiles;
    private final Moment moment;
    private final JsonNode notation;

    PeerConditions(List<JsonNode> profiles, JsonNode notation, Moment moment) {
        this.profiles = profiles;
        this.notation = notation;
        this.moment = moment;
    }

    Condition<Profile> condition() {
        return read(notation, Profile.class, catalog());
    }

    /** What the profiles have, and {@code unknown}; nothing else is declared. */
    Catalog catalog() {
        Map<String, JsonNode> samples = new TreeMap<>();
        Map<String, JsonNode> elements = new TreeMap<>();
        for (JsonNode profile : profiles) {
            profile.fields().forEachRemaining(f -> samples.merge(f.getKey(), f.getValue(), PeerConditions::fuller));
        }
        List<Field<Profile, ?>> fields = new ArrayList<>();
        List<Relation<Profile, Element>> relations = new ArrayList<>();
        samples.forEach((name, sample) -> {
            if (sample.path(0).isObject() && !isDate(sample.path(0))) {
                relations.add(Relation.parts(name, Profile.class, Element.class, p -> elementsOf(p, name)));
                sample.forEach(element -> element.fields()
                        .forEachRemaining(f -> elements.merge(f.getKey(), f.getValue(), PeerConditions::fuller)));
            } else {
                boolean isEmptyList = sample.isArray() && sample.isEmpty();
                fields.add(field(Profile.class, name, sample, isEmptyList ? operandOf(name) : null));
            }
        });
        fields.add(field(Profile.class, UNKNOWN, null, operandOf(UNKNOWN)));
        List<Field<Element, ?>> inner = new ArrayList<>();
        elements.forEach((name, sample) -> inner.add(field(Element.class, name, sample, null)));
        inner.add(field(Element.class, UNKNOWN, null, operandOf(UNKNOWN)));
        Catalog.Builder catalog = Catalog.builder(FiscalCalendar.calendarYear())
                .part(Profile.class, "profile", fields)
                .part(Element.class, "element", inner);
        relations.forEach(catalog::relation);
        return catalog.build();
    }

    private static JsonNode fuller(JsonNode a, JsonNode b) {
        return a.isNull() || a.isArray() && a.isEmpty() ? b : a;
    }

    private static List<Element> elementsOf(Profile profile, String name) {
        List<Element> elements = new ArrayList<>();
        profile.values().path(name).forEach(e -> elements.add(new Element(e)));
        return elements;
    }

    private <S> Field<S, ?> field(
            Class<S> subject, String name, @Nullable JsonNode sample, @Nullable JsonNode operand) {
        JsonNode typical = operand != null ? operand : sample != null && sample.isArray() ? sample.path(0) : sample;
        return typed(subject, name, typeOf(typical), sample != null && sample.isArray());
    }

    private <S, V> Field<S, V> typed(Class<S> subject, String name, FieldType<V> type, boolean many) {
        if (many) {
            return Field.many(subject, name, type, s -> values(valuesOf(s).path(name), type));
        }
        return Field.one(
                subject,
                name,
                type,
                s -> values(valuesOf(s).path(name), type).stream().findFirst().orElse(null));
    }

    private static JsonNode valuesOf(Object subject) {
        return subject instanceof Profile profile ? profile.values() : ((Element) subject).values();
    }

    private <V> List<V> values(JsonNode node, FieldType<V> type) {
        List<V> values = new ArrayList<>();
        for (JsonNode one : node.isArray() ? node : List.of(node)) {
            if (!one.isMissingNode() && !one.isNull()) {
                values.add(type.valueClass().cast(value(one)));
            }
        }
        return values;
    }

    private FieldType<?> typeOf(@Nullable JsonNode sample) {
        if (sample == null || sample.isMissingNode() || sample.isTextual()) {
            return FieldType.TEXT;
        } else if (sample.isNumber()) {
            return FieldType.number(sample.isIntegralNumber() ? 0 : 6);
        } else if (sample.isBoolean()) {
            return FieldType.BOOLEAN;
        }
        return FieldType.INSTANT;
    }

    private @Nullable JsonNode operandOf(String property) {
        for (JsonNode leaf : notation.findParents("property")) {
            boolean named = leaf.path("property").asText().equals(property);
            if (named && leaf.has("value")) {
                return leaf.path("value");
            } else if (named && !leaf.path("values").isEmpty()) {
                return leaf.path("values").path(0);
            }
        }
        return null;
    }

    private <S> Condition<S> read(JsonNode node, Class<S> subject, Catalog catalog) {
        if (node.has("and")) {
            return all(readAll(node.path("and"), subject, catalog));
        } else if (node.has("or")) {
            return any(readAll(node.path("or"), subject, catalog));
        } else if (node.has("not")) {
            return not(read(node.path("not"), subject, catalog));
        } else if (node.has("nested")) {
            return nested(catalog.relation(subject, node.path("nested").asText()), node.path("where"), catalog);
        }
        return leaf(node, catalog.field(subject, node.required("property").asText()));
    }

    private <S> List<Condition<S>> readAll(JsonNode nodes, Class<S> subject, Catalog catalog) {
        List<Condition<S>> conditions = new ArrayList<>();
        nodes.forEach(node -> conditions.add(read(node, subject, catalog)));
        return conditions;
    }

    private <S, R> Condition<S> nested(Relation<S, R> relation, JsonNode where, Catalog catalog) {
        return count(relation, read(where, relation.fact(), catalog), Window.ever(), atLeast(1));
    }

    @SuppressWarnings("unchecked") // a value of another type than the field's is what FieldTest must refuse
    private <S, V> Condition<S> leaf(JsonNode node, Field<S, V> field) {
        V value = node.has("value") ? (V) value(node.path("value")) : null;
        List<V> values = new ArrayList<>();
        node.path("values").forEach(v -> values.add((V) value(v)));
        Condition<S> there = where(field, present());
        return switch (node.required("op").asText()) {
            case "equals" -> where(field, is(value));
            case "notEquals" -> not(where(field, is(value)));
            case "in", "hasSomeOf" -> where(field, in(values));
            case "notIn", "hasNoneOf" -> not(where(field, in(values)));
            case "all" -> all(values.stream().map(v -> where(field, is(v))).toList());
            case "exists" -> there;
            case "missing" -> not(there);
            case "contains" -> where(field, text(Tests.contains(text(value))));
            case "notContains" -> all(there, not(where(field, text(Tests.contains(text(value))))));
            case "startsWith" -> where(field, text(Tests.startsWith(text(value))));
            case "endsWith" -> where(field, text(Tests.endsWith(text(value))));
            case "greaterThan" -> all(there, not(where(field, atMost(value))));
            case "greaterThanOrEqualTo" -> where(field, atLeast(value));
            case "lessThan" -> all(there, not(where(field, atLeast(value))));
            case "lessThanOrEqualTo" -> where(field, atMost(value));
            case "between" -> where(field, between(values.get(0), values.get(1)));
            case "isDay" -> where(field, day(value));
            case "isNotDay" -> all(there, not(where(field, day(value))));
            case "matchesRegex" -> throw new Invalid("op", "no user-supplied regular expressions");
            default -> throw new AssertionError("no rule for " + node);
        };
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new Invalid("value", "a text is expected");
    }

    @SuppressWarnings("unchecked") // FieldTest refuses text tests of anything but text
    private static <V> ValueTest<V> text(ValueTest<String> test) {
        return (ValueTest<V>) test;
    }

    @SuppressWarnings("unchecked") // an instant, or refused
    private <V> ValueTest<V> day(Object value) {
        if (!(value instanceof Instant instant)) {
            throw new Invalid("value", "a date is expected");
        }
        LocalDate day = instant.atZone(moment.zone()).toLocalDate();
        Instant first = day.atStartOfDay(moment.zone()).toInstant();
        Instant last = day.plusDays(1).atStartOfDay(moment.zone()).toInstant().minus(1, ChronoUnit.MICROS);
        return (ValueTest<V>) between(first, last);
    }

    private Object value(JsonNode node) {
        if (node.has("date")) {
            String date = node.path("date").asText();
            return date.length() > 10
                    ? Instant.parse(date)
                    : LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
        } else if (node.has("dateExpr")) {
            String expression = node.path("dateExpr").asText();
            boolean isMillis = !expression.isEmpty() && expression.chars().allMatch(c -> c >= '0' && c <= '9');
            return isMillis
                    ? Instant.ofEpochMilli(Long.parseLong(expression))
                    : DateExpression.parse(expression, moment, false);
        } else if (node.isNumber()) {
            return new BigDecimal(node.asText());
        } else if (node.isBoolean()) {
            return node.asBoolean();
        }
        return Text.of("value", node.asText());
    }

    private static boolean isDate(JsonNode node) {
        return node.has("date") || node.has("dateExpr");
    }
}
