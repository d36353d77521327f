package org.sambandh.crm.reporting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.field.Field;

/**
 * Bands of ages in full days. The age of a subject depends on the moment, so bands are conditions over a day or an
 * instant and not a dimension over a number.
 */
final class AgeBands {

    private static final int MOST = 12;
    private static final int LONGEST = 3_650;

    private AgeBands() {}

    /**
     * A band.
     *
     * @param from its first full day
     * @param below the first day that is not in it; null for all that follow
     */
    record Band(int from, @Nullable Integer below) {

        <S, V> Condition<S> of(Field<S, V> since) {
            Condition<S> old = Conditions.where(since, Tests.ageAtLeast(Duration.ofDays(from)));
            if (below == null) {
                return old;
            }
            Condition<S> older = Conditions.where(since, Tests.ageAtLeast(Duration.ofDays(below)));
            return from == 0 ? Conditions.not(older) : Conditions.all(old, Conditions.not(older));
        }

        Label label() {
            if (below == null) {
                return days(from + "+");
            }
            return days(below == from + 1 ? Integer.toString(from) : from + "–" + (below - 1));
        }

        private static Label days(String range) {
            return Phrases.of("standard.days", Label.of(range));
        }
    }

    /** The bands that begin with a day and end below each of the others. */
    static List<Band> of(int first, int... days) {
        if (days.length < 1 || days.length > MOST) {
            throw new Invalid("days", "1 to " + MOST + " of them, found " + days.length);
        }
        List<Band> bands = new ArrayList<>();
        int from = first;
        for (int i = 0; i < days.length; i++) {
            if (days[i] <= from || days[i] > LONGEST) {
                throw new Invalid("days[" + i + "]", "above " + from + ", up to " + LONGEST + ", found " + days[i]);
            }
            bands.add(new Band(from, days[i]));
            from = days[i];
        }
        bands.add(new Band(from, null));
        return bands;
    }
}
