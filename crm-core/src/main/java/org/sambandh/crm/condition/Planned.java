package org.sambandh.crm.condition;

import java.util.BitSet;
import java.util.List;
import org.sambandh.crm.common.Moment;

/**
 * Runs a folded plan. What else is asked than yes or no, the interpreter answers: it knows the condition as it was written.
 *
 * @param written the condition as it was written
 * @param root the folded condition
 * @param slots the relations it names
 * @param reads whether it reads any of them other than from the subject
 * @param timeless whether time cannot turn its answer
 */
record Planned<S>(Interpreter<S> written, Check<S> root, Slots<S> slots, boolean reads, boolean timeless)
        implements CompiledCondition<S> {

    private static final Verdict YES = new Verdict(true, Verdict.FOREVER);
    private static final Verdict NO = new Verdict(false, Verdict.FOREVER);

    /** Returns the condition as nested objects. */
    static <S> CompiledCondition<S> of(Interpreter<S> written) {
        Slots<S> slots = new Slots<>();
        Plan<S> plan = Planner.plan(written.root(), false, slots);
        return new Planned<>(written, plan.check(Joint::of), slots, slots.isRead(), plan.isTimeless());
    }

    /** Returns the condition as hidden classes, if it is allowed to define some. */
    static <S> CompiledCondition<S> of(Interpreter<S> written, Spinner.Definer definer) {
        Slots<S> slots = new Slots<>();
        Spinner spinner = new Spinner(definer);
        Plan<S> plan = Planner.plan(written.root(), false, slots);
        Check<S> root = spinner.root(plan.check(spinner));
        return new Planned<>(written, root, slots, slots.isRead(), plan.isTimeless());
    }

    @Override
    public Condition<S> condition() {
        return written.condition();
    }

    @Override
    public boolean test(S subject, Facts facts, Moment moment) {
        return root.test(subject, moment, reads ? new Rows<>(slots, List.of(subject), facts, moment) : null);
    }

    @Override
    public BitSet testAll(List<S> chunk, Facts facts, Moment moment) {
        Rows<S> rows = new Rows<>(slots, chunk, facts, moment);
        BitSet matching = new BitSet(chunk.size());
        for (int row = 0; row < chunk.size(); row++) {
            rows.go(row);
            if (root.test(chunk.get(row), moment, rows)) {
                matching.set(row);
            }
        }
        return matching;
    }

    @Override
    public Verdict verdict(S subject, Facts facts, Moment moment) {
        if (timeless) {
            return test(subject, facts, moment) ? YES : NO;
        }
        return written.verdicts(List.of(subject), facts, moment).get(0);
    }

    @Override
    public List<Verdict> verdicts(List<S> chunk, Facts facts, Moment moment) {
        return written.verdicts(chunk, facts, moment);
    }

    @Override
    public Explanation explain(S subject, Facts facts, Moment moment) {
        return written.explain(subject, facts, moment);
    }
}
