package org.sambandh.crm.reporting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.Sorting;

/** A heading for each group, its place among them; the text form of a value that is in none. */
final class GroupCoder<V> extends Coder {

    private final FieldType<V> type;
    private final List<Dimension.Group> groups;
    private final Map<String, Integer> byValue = new HashMap<>();

    GroupCoder(FieldType<V> type, List<Dimension.Group> groups) {
        this.type = type;
        this.groups = groups;
        for (int i = 0; i < groups.size(); i++) {
            for (String value : groups.get(i).values()) {
                byValue.put(value, i);
            }
        }
    }

    @Override
    Object headingOf(long form) {
        throw new IllegalStateException("values of type " + type + " have no long form");
    }

    @Override
    Object headingOf(Object value) {
        String text = type.toText(type.valueClass().cast(value));
        Integer group = byValue.get(text);
        return group == null ? text : group;
    }

    @Override
    int compare(Object left, Object right) {
        if (left instanceof Integer a && right instanceof Integer b) {
            return Integer.compare(a, b);
        }
        return left instanceof String a && right instanceof String b
                ? Sorting.compareText(a, b)
                : left instanceof Integer ? -1 : 1;
    }

    @Override
    Cell cell(Object heading) {
        if (heading instanceof Integer place) {
            Dimension.Group group = groups.get(place);
            return new Cell.Named(group.key(), group.label());
        }
        return new Cell.Text((String) heading);
    }
}
