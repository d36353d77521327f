package org.sambandh.crm.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Rule;
import org.sambandh.crm.field.Catalog;

/**
 * A rule inside something else: its subject, and its condition or, for a broken one, the text as it was stored. Reading
 * never fails because of the condition; a text that fits the catalogue again reads as a valid rule. One about a subject
 * that the catalogue does not know is broken, is about objects, and has the whole rule as its text.
 */
record RuleCodec(Catalog catalog, JsonText json) implements Codec {

    @Override
    public JsonNode write(Object value) {
        Rule<?> rule = (Rule<?>) value;
        if (rule instanceof Rule.Broken<?> broken && rule.subject() == Object.class) {
            return json.parse(broken.source());
        }
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("subject", catalog.subject(rule.subject()).name());
        if (rule instanceof Rule.Broken<?> broken) {
            return node.put("source", broken.source());
        }
        return node.set("condition", ConditionWriter.write(rule.condition()));
    }

    @Override
    public Object read(JsonNode node, At at) {
        Properties properties = new Properties(node, at);
        String name = JsonText.text(properties.require("subject"), properties.at("subject"));
        boolean source = properties.has("source");
        JsonNode body = properties.require(source ? "source" : "condition");
        properties.done();
        Class<?> subject;
        try {
            subject = catalog.subject(name).type();
        } catch (Invalid e) {
            return new Rule.Broken<>(Object.class, "$.subject", e.why(), json.print(node));
        }
        return source ? read(subject, JsonText.text(body, properties.at("source"))) : readNode(subject, body);
    }

    <S> Rule<S> read(Class<S> subject, String text) {
        try {
            return Rule.of(subject, condition(subject, json.parseCondition(text)));
        } catch (Invalid e) {
            return new Rule.Broken<>(subject, e.path(), e.why(), text);
        }
    }

    private <S> Rule<S> readNode(Class<S> subject, JsonNode node) {
        try {
            return Rule.of(subject, condition(subject, node));
        } catch (Invalid e) {
            return new Rule.Broken<>(subject, e.path(), e.why(), json.print(node));
        }
    }

    <S> Condition<S> condition(Class<S> subject, JsonNode node) {
        return new ConditionReader(catalog).read(subject, node, At.ROOT);
    }
}
