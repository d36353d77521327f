package org.sambandh.crm.condition;

import java.util.Locale;
import org.sambandh.crm.field.FieldType;

/** Puts tests of one value into words. */
record TestWords(Words words, ValueWords values) {

    /** Returns a statement about what the name names; the opposite one where it is not to hold. */
    <V> String predicate(Words.Name name, ValueTest<V> test, FieldType<V> type, boolean holds) {
        if (test instanceof ValueTest.Is<V> is) {
            return say(name, "is", holds, values.value(is.value(), type));
        } else if (test instanceof ValueTest.In<V> in) {
            return say(name, in.values().size() == 1 ? "is" : "in", holds, values.list(in.values(), type));
        } else if (test instanceof ValueTest.Range<V> range) {
            return range(name, range, type, holds);
        } else if (test instanceof ValueTest.TextMatch match) {
            String said = say(name, "text." + match.kind(), holds, ValueWords.quoted(match.text()));
            return match.ignoringCase() ? words.fill("text.ignoringCase", said) : said;
        } else if (test instanceof ValueTest.Age<V> age) {
            return say(name, age.atLeast() ? "age.atLeast" : "age.atMost", holds, values.span(age.age(), false));
        } else if (test instanceof ValueTest.InPeriod<V> period) {
            return period(name, period, holds);
        } else if (test instanceof ValueTest.AnniversaryWithin<V> anniversary) {
            return anniversary(name, anniversary.days(), holds);
        }
        return say(name, "present", holds, "");
    }

    private <V> String range(Words.Name name, ValueTest.Range<V> range, FieldType<V> type, boolean holds) {
        boolean temporal = type.kind() == FieldType.Kind.DATE || type.kind() == FieldType.Kind.INSTANT;
        V low = range.atLeast();
        V high = range.atMost();
        if (low != null && high != null) {
            return say(name, "between", holds, values.value(low, type), values.value(high, type));
        } else if (low != null) {
            return say(name, temporal ? "notBefore" : "atLeast", holds, values.value(low, type));
        } else if (high != null) {
            return say(name, temporal ? "notAfter" : "atMost", holds, values.value(high, type));
        }
        return say(name, "present", holds, "");
    }

    private String period(Words.Name name, ValueTest.InPeriod<?> test, boolean holds) {
        if (test.first() == test.last()) {
            String key = test.unit() == CalendarUnit.DAY ? "period.day" : "period";
            return say(name, key, holds, period(test.unit(), test.first()));
        }
        return say(name, "periods", holds, period(test.unit(), test.first()), period(test.unit(), test.last()));
    }

    private String period(CalendarUnit unit, int offset) {
        String key = "period." + unit.name().toLowerCase(Locale.ROOT) + ".";
        return switch (offset) {
            case 0 -> words.get(key + "this");
            case -1 -> words.get(key + "last");
            case 1 -> words.get(key + "next");
            default -> {
                String several = words.get(key + "several");
                yield words.fill(
                        offset < 0 ? "period.before" : "period.after", Integer.toString(Math.abs(offset)), several);
            }
        };
    }

    private String anniversary(Words.Name name, int days, boolean holds) {
        if (days == 0) {
            return say(name, "anniversary.today", holds, "");
        }
        return say(name, "anniversary.within", holds, days + " " + values.unit("day", days == 1, true));
    }

    private String say(Words.Name name, String key, boolean holds, String first) {
        return say(name, key, holds, first, "");
    }

    /** {@code {0}} and {@code {3}} are the name, plain and before a postposition; {@code {1}} and {@code {2}} the values. */
    private String say(Words.Name name, String key, boolean holds, String first, String second) {
        return words.fill(holds ? key : "not." + key, name.text(), first, second, name.oblique());
    }
}
