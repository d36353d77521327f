package org.sambandh.crm.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.condition.ValueTest;
import org.sambandh.crm.field.FieldType;

/** Tests of values to properties of the node they stand in. */
final class TestWriter {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private TestWriter() {}

    static void write(ValueTest<?> test, FieldType<?> type, ObjectNode node) {
        if (test instanceof ValueTest.Is<?> is) {
            node.set("is", value(type, is.value()));
        } else if (test instanceof ValueTest.In<?> in) {
            ArrayNode list = node.putArray("in");
            in.values().forEach(v -> list.add(value(type, v)));
        } else if (test instanceof ValueTest.Range<?> range) {
            if (range.atLeast() != null) {
                node.set("atLeast", value(type, range.atLeast()));
            }
            if (range.atMost() != null) {
                node.set("atMost", value(type, range.atMost()));
            }
        } else if (test instanceof ValueTest.TextMatch match) {
            node.put(TestReader.nameOf(match.kind()), match.text());
            if (match.ignoringCase()) {
                node.put("ignoringCase", true);
            }
        } else if (test instanceof ValueTest.Present<?>) {
            node.put("present", true);
        } else if (test instanceof ValueTest.Age<?> age) {
            node.put(age.atLeast() ? "ageAtLeast" : "ageAtMost", age.age().toString());
        } else if (test instanceof ValueTest.InPeriod<?> period) {
            ObjectNode body = node.putObject("inPeriod");
            body.put("unit", period.unit().name());
            body.put("first", period.first());
            body.put("last", period.last());
        } else if (test instanceof ValueTest.AnniversaryWithin<?> days) {
            node.put("anniversaryWithin", days.days());
        }
    }

    private static <V> JsonNode value(FieldType<V> type, Object value) {
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        } else if (value instanceof BigDecimal number) {
            return decimal(number);
        } else if (value instanceof Money money) {
            return money(money);
        }
        return NODES.textNode(type.toText(type.valueClass().cast(value)));
    }

    /** Never with an exponent. */
    static JsonNode decimal(BigDecimal number) {
        return DecimalNode.valueOf(number.scale() < 0 ? number.setScale(0) : number);
    }

    static ObjectNode money(Money money) {
        return NODES.objectNode()
                .put("amount", money.amount().toPlainString())
                .put("currency", money.currency().getCurrencyCode());
    }
}
