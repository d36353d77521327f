package org.sambandh.crm.condition;

import java.util.List;
import java.util.stream.Collectors;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.field.Field;

/** A test of a field: passes when any of its values does, and so never where there are none. */
record FieldNode<S, V>(
        Condition<S> condition, Field<S, V> field, ValueTest<V> source, CompiledTest<V> test, Values<S, V> values)
        implements Node<S> {

    private static final int MAX_SHOWN = 10;

    @Override
    public boolean test(Chunk<S> chunk, int row) {
        for (V value : values.of(chunk, row)) {
            if (test.passes(value, chunk.moment())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Verdict verdict(Chunk<S> chunk, int row) {
        Moment moment = chunk.moment();
        Junction.Combined combined = new Junction.Combined(true);
        for (V value : values.of(chunk, row)) {
            combined.add(new Verdict(test.passes(value, moment), test.until(value, moment)));
        }
        return combined.verdict();
    }

    @Override
    public String found(Chunk<S> chunk, int row) {
        List<V> found = values.of(chunk, row);
        if (found.isEmpty()) {
            return "missing";
        }
        String shown = found.stream()
                .limit(MAX_SHOWN)
                .map(field.type()::toText)
                .collect(Collectors.joining(", ", "found ", ""));
        return found.size() <= MAX_SHOWN ? shown : shown + " and " + (found.size() - MAX_SHOWN) + " more";
    }
}
