package org.sambandh.crm.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.field.FieldType;

/** Conditions to trees. Depth is limited when a condition is built, so recursion is safe. */
final class ConditionWriter {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final FieldType<?> MEASURED = FieldType.number(9);

    private ConditionWriter() {}

    static ObjectNode write(Condition<?> condition) {
        ObjectNode node = NODES.objectNode();
        if (condition instanceof Condition.Always<?>) {
            node.put("always", true);
        } else if (condition instanceof Condition.All<?> all) {
            node.set("all", writeAll(all.conditions()));
        } else if (condition instanceof Condition.Any<?> any) {
            node.set("any", writeAll(any.conditions()));
        } else if (condition instanceof Condition.Not<?> not) {
            node.set("not", write(not.condition()));
        } else if (condition instanceof Condition.FieldTest<?, ?> test) {
            node.put("field", test.field().name());
            TestWriter.write(test.test(), test.field().type(), node);
        } else if (condition instanceof Condition.RelatedTest<?, ?> related) {
            writeRelated(related, node);
        } else if (condition instanceof Condition.InSegment<?> member) {
            node.put("inSegment", member.segment().value());
        }
        return node;
    }

    private static <R> void writeRelated(Condition.RelatedTest<?, R> related, ObjectNode node) {
        node.put(
                related.measure().kind().name().toLowerCase(Locale.ROOT),
                related.relation().name());
        if (related.measure().field() != null) {
            node.put("of", related.measure().field().name());
        }
        if (!(related.where() instanceof Condition.Always<?>)) {
            node.set("where", write(related.where()));
        }
        if (related.window() instanceof Window.Last last) {
            node.put("last", days(last.length()));
        } else if (related.window() instanceof Window.Fixed fixed) {
            node.put("from", fixed.from().toString());
            node.put("to", fixed.to().toString());
        }
        TestWriter.write(related.test(), MEASURED, node);
    }

    private static ArrayNode writeAll(List<? extends Condition<?>> conditions) {
        ArrayNode list = NODES.arrayNode();
        conditions.forEach(c -> list.add(write(c)));
        return list;
    }

    /** P30D reads better than PT720H; both are read. */
    private static String days(Duration length) {
        return length.equals(Duration.ofDays(length.toDays())) ? "P" + length.toDays() + "D" : length.toString();
    }
}
