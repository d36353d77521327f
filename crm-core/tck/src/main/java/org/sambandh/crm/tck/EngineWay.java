package org.sambandh.crm.tck;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Engine;
import org.sambandh.crm.condition.Verdict;

/** An engine of crm-core: all subjects at once, one after the other, and with the time until which an answer holds. */
final class EngineWay<S> implements Way<S> {

    private static final Duration MICRO = Duration.ofNanos(1_000);

    /** How far behind a moment an answer is looked at that is said to hold for good. */
    private static final List<Duration> STEPS = List.of(
            MICRO,
            Duration.ofDays(1),
            Duration.ofDays(31).plus(MICRO),
            Duration.ofDays(401),
            Duration.ofDays(3_700),
            Duration.ofHours(1),
            Duration.ofDays(8));

    private final Scene<S> scene;
    private final Engine engine;

    EngineWay(Scene<S> scene, Engine engine) {
        this.scene = scene;
        this.engine = engine;
    }

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public List<Answer> answers(Asked<S> asked) {
        CompiledCondition<S> compiled =
                CompiledCondition.of(asked.condition(), scene.subject(), scene.catalog(), engine);
        List<S> rows = scene.rows();
        BitSet all = compiled.testAll(rows, scene.facts(), asked.moment());
        BitSet each = new BitSet(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            each.set(i, compiled.test(rows.get(i), scene.facts(), asked.moment()));
        }
        List<Verdict> verdicts = compiled.verdicts(rows, scene.facts(), asked.moment());
        BitSet told = new BitSet(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            told.set(i, verdicts.get(i).matches());
        }
        return List.of(
                new Answer("all at once", all),
                new Answer("one by one", each),
                new Answer("verdicts", told),
                new Answer("until", heldOn(scene, asked, verdicts)));
    }

    /** The plain engine's answers at an instant before each verdict ends; the opposite of what was told where none is. */
    static <S> BitSet heldOn(Scene<S> scene, Asked<S> asked, List<Verdict> verdicts) {
        CompiledCondition<S> plain =
                CompiledCondition.of(asked.condition(), scene.subject(), scene.catalog(), Engine.PLAIN);
        BitSet held = new BitSet(verdicts.size());
        Instant at = asked.moment().at();
        for (int i = 0; i < verdicts.size(); i++) {
            Verdict verdict = verdicts.get(i);
            if (!verdict.until().isAfter(at)) {
                held.set(i, !verdict.matches());
            } else {
                Moment moment = new Moment(
                        before(at, verdict.until(), i), asked.moment().zone());
                held.set(i, plain.test(scene.rows().get(i), scene.facts(), moment));
            }
        }
        return held;
    }

    /** The last instant before an end or one on the way there; by the number of the row. */
    private static Instant before(Instant at, Instant end, int row) {
        Instant last = end.minus(MICRO);
        if (end.equals(Verdict.FOREVER)) {
            Duration step = STEPS.get(row % STEPS.size());
            return at.isBefore(end.minus(step)) ? at.plus(step) : at;
        }
        return row % 2 == 0 ? last : at.plus(Duration.between(at, last).dividedBy(2));
    }
}
