package org.sambandh.crm.condition;

import java.time.Instant;
import java.util.List;

/**
 * All or any of some conditions.
 *
 * @param condition the condition
 * @param parts its parts
 * @param decisive the answer of a part that decides the whole: false for all, true for any
 */
record Junction<S>(Condition<S> condition, List<Node<S>> parts, boolean decisive) implements Node<S> {

    @Override
    public boolean test(Chunk<S> chunk, int row) {
        for (Node<S> part : parts) {
            if (part.test(chunk, row) == decisive) {
                return decisive;
            }
        }
        return !decisive;
    }

    @Override
    public Verdict verdict(Chunk<S> chunk, int row) {
        Combined combined = new Combined(decisive);
        for (Node<S> part : parts) {
            combined.add(part.verdict(chunk, row));
        }
        return combined.verdict();
    }

    /**
     * Adds up verdicts. As long as any one part decides, the whole stays decided, so it holds as long as the part that
     * holds longest; where none decides, the first part that turns may turn the whole.
     */
    static final class Combined {

        private final boolean decisive;
        private boolean decided;
        private Instant until = Verdict.FOREVER;

        Combined(boolean decisive) {
            this.decisive = decisive;
        }

        void add(Verdict part) {
            if (part.matches() == decisive) {
                until = decided && until.isAfter(part.until()) ? until : part.until();
                decided = true;
            } else if (!decided) {
                until = LocalDays.earlier(until, part.until());
            }
        }

        Verdict verdict() {
            return new Verdict(decided == decisive, until);
        }
    }
}
