package org.sambandh.crm.condition;

import java.time.Instant;
import java.time.ZoneOffset;
import org.sambandh.crm.common.Moment;

/**
 * What a test is likely to cost, and to say. Nothing is measured: a wrong guess makes a condition slower and never changes
 * its answer, because tests have no effects and so may be asked in any order.
 */
final class Guess {

    /** A value that is missing, of all values. */
    static final double MISSING = 0.2;

    /** The facts of one subject. */
    static final int FACTS = 8;

    /** What it costs to ask a store. */
    static final double STORE = 1_000;

    /** For tests that give the same answer at all of them. */
    static final Moment ANY_MOMENT = new Moment(Instant.EPOCH, ZoneOffset.UTC);

    private Guess() {}

    /** Returns how likely a value that is there passes. */
    static double chance(ValueTest<?> test) {
        if (test instanceof ValueTest.Is) {
            return 0.15;
        } else if (test instanceof ValueTest.In<?> in) {
            return Math.min(0.8, 0.1 * in.values().size());
        } else if (test instanceof ValueTest.Present) {
            return 1;
        } else if (test instanceof ValueTest.Range<?> range) {
            return range.atLeast() == null || range.atMost() == null ? 0.5 : 0.3;
        } else if (test instanceof ValueTest.AnniversaryWithin<?> anniversary) {
            return (1.0 + anniversary.days()) / 366;
        }
        return 0.3;
    }

    /** Returns what it costs to put a value without a long form to a test, in comparisons. */
    static double cost(ValueTest<?> test) {
        if (test instanceof ValueTest.TextMatch match) {
            return match.ignoringCase() ? 60 : 20;
        }
        return test instanceof ValueTest.In<?> in && in.values().size() > 1 ? 4 : 2;
    }
}
