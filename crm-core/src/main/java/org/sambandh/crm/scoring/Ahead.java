package org.sambandh.crm.scoring;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.condition.Verdict;

/** Notes when value and marks of a score become others, while later scores go by in order of time. */
final class Ahead {

    private final Score now;
    private final Watch value;
    private final Watch grade;
    private final Watch letter;
    private final Watch number;

    Ahead(PointsModel<?> model, Score now) {
        this.now = now;
        this.value = new Watch(now, Score::value, true);
        this.grade = new Watch(now, Score::grade, !model.grades().isEmpty());
        this.letter = new Watch(now, Score::letter, model.matrix() != null);
        this.number = new Watch(now, Score::number, model.matrix() != null);
    }

    void see(Score then, Instant at) {
        value.see(then, at);
        grade.see(then, at);
        letter.see(then, at);
        number.see(then, at);
    }

    boolean isDone() {
        return value.until != null && grade.until != null && letter.until != null && number.until != null;
    }

    /** What was seen; what did not change before {@code end} holds at least until then. */
    Outlook outlook(Instant end) {
        return new Outlook(
                now,
                value.until(end),
                grade.until(end),
                letter.until(end),
                number.until(end),
                isDone() || end.equals(Verdict.FOREVER));
    }

    /** One thing of a score. Figures are plain, so equal ones are equal objects. */
    private static final class Watch {

        private final Function<Score, @Nullable Object> part;
        private final @Nullable Object first;
        private @Nullable Instant until;

        Watch(Score now, Function<Score, @Nullable Object> part, boolean canChange) {
            this.part = part;
            this.first = part.apply(now);
            this.until = canChange ? null : Verdict.FOREVER;
        }

        void see(Score then, Instant at) {
            if (until == null && !Objects.equals(first, part.apply(then))) {
                until = at;
            }
        }

        Instant until(Instant end) {
            return until == null ? end : until;
        }
    }
}
