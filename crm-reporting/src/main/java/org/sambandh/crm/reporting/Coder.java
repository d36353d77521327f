package org.sambandh.crm.reporting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.field.FieldType;

/**
 * Turns the values of one dimension into small codes, one for each row heading, and the codes into cells. A value is
 * folded into its heading once and looked up from then on.
 */
abstract class Coder {

    /** The code of a missing value. */
    static final int MISSING = 0;

    private final LongCodes byForm = new LongCodes();
    private final Map<Object, Integer> byValue = new HashMap<>();
    private final Map<Object, Integer> byHeading = new HashMap<>();
    private final List<@Nullable Object> headings = new ArrayList<>();

    Coder() {
        headings.add(null);
    }

    /** Returns the heading of a {@code long} form, which is not missing. */
    abstract Object headingOf(long form);

    /** Returns the heading of a value. */
    abstract Object headingOf(Object value);

    /** Compares two headings. */
    abstract int compare(Object left, Object right);

    /** Returns what a heading is shown as. */
    abstract Cell cell(Object heading);

    final int codeOf(long form) {
        if (form == FieldType.MISSING) {
            return MISSING;
        }
        int code = byForm.get(form);
        if (code < 0) {
            code = codeOfHeading(headingOf(form));
            byForm.put(form, code);
        }
        return code;
    }

    final int codeOf(@Nullable Object value) {
        if (value == null) {
            return MISSING;
        }
        Integer code = byValue.get(value);
        if (code == null) {
            code = codeOfHeading(headingOf(value));
            byValue.put(value, code);
        }
        return code;
    }

    final int codeOfHeading(Object heading) {
        return byHeading.computeIfAbsent(heading, h -> {
            headings.add(h);
            return headings.size() - 1;
        });
    }

    final Cell cell(int code) {
        Object heading = headings.get(code);
        return heading == null ? Cell.NoData.NO_VALUE : cell(heading);
    }

    /** Compares two codes by their headings; missing ones stand last. */
    final int compareCodes(int left, int right) {
        Object a = headings.get(left);
        Object b = headings.get(right);
        if (a == null || b == null) {
            return Boolean.compare(a == null, b == null);
        }
        return compare(a, b);
    }

    /** {@return every heading so far} */
    final List<Object> headings() {
        List<Object> known = new ArrayList<>();
        for (Object heading : headings) {
            if (heading != null) {
                known.add(heading);
            }
        }
        return known;
    }
}
