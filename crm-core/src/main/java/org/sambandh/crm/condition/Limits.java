package org.sambandh.crm.condition;

import java.util.Collection;
import java.util.List;
import org.sambandh.crm.common.Invalid;

/** How large a condition may be. Kept while it is built, so that no walk over a condition can run out of stack. */
final class Limits {

    private Limits() {}

    static void check(Collection<? extends Condition<?>> children) {
        // Every child is a node at least: a list that is too long is refused before it is walked.
        if (children.size() >= Condition.MAX_NODES) {
            throw new Invalid(
                    "condition", "at most " + Condition.MAX_NODES + " nodes, found at least " + (1L + children.size()));
        }
        int nodes = 1;
        int depth = 1;
        for (Condition<?> child : children) {
            nodes += nodes(child);
            depth = Math.max(depth, 1 + depth(child));
        }
        if (nodes > Condition.MAX_NODES) {
            throw new Invalid("condition", "at most " + Condition.MAX_NODES + " nodes, found " + nodes);
        }
        if (depth > Condition.MAX_DEPTH) {
            throw new Invalid("condition", "at most " + Condition.MAX_DEPTH + " levels, found " + depth);
        }
    }

    static boolean namesRelated(Condition<?> condition) {
        return condition instanceof Condition.RelatedTest
                || children(condition).stream().anyMatch(Limits::namesRelated);
    }

    static int nodes(Condition<?> condition) {
        return 1 + children(condition).stream().mapToInt(Limits::nodes).sum();
    }

    static int depth(Condition<?> condition) {
        return 1 + children(condition).stream().mapToInt(Limits::depth).max().orElse(0);
    }

    static List<? extends Condition<?>> children(Condition<?> condition) {
        if (condition instanceof Condition.All<?> all) {
            return all.conditions();
        } else if (condition instanceof Condition.Any<?> any) {
            return any.conditions();
        } else if (condition instanceof Condition.Not<?> not) {
            return List.of(not.condition());
        } else if (condition instanceof Condition.RelatedTest<?, ?> related) {
            return List.of(related.where());
        }
        return List.of();
    }
}
