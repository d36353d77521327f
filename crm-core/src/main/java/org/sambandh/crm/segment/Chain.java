package org.sambandh.crm.segment;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.SegmentId;

/** Puts segments behind those that their rules name. Not by recursion: a chain of them may be longer than a stack is deep. */
final class Chain {

    private static final int MOST_TOLD = 20;

    private final Function<SegmentId, ? extends Collection<SegmentId>> named;
    private final boolean circles;
    private final Set<SegmentId> done = new LinkedHashSet<>();

    /** {@code circles}: whether one is gone through once, instead of being refused. */
    Chain(Function<SegmentId, ? extends Collection<SegmentId>> named, boolean circles) {
        this.named = named;
        this.circles = circles;
    }

    /** Takes a segment, behind all that it names, directly or not. */
    Chain add(SegmentId segment) {
        Set<SegmentId> path = new LinkedHashSet<>();
        Deque<SegmentId> open = new ArrayDeque<>();
        Deque<Iterator<SegmentId>> next = new ArrayDeque<>();
        enter(segment, path, open, next);
        while (!open.isEmpty()) {
            if (next.element().hasNext()) {
                enter(next.element().next(), path, open, next);
            } else {
                next.pop();
                SegmentId closed = open.pop();
                path.remove(closed);
                done.add(closed);
            }
        }
        return this;
    }

    private void enter(SegmentId segment, Set<SegmentId> path, Deque<SegmentId> open, Deque<Iterator<SegmentId>> next) {
        if (done.contains(segment)) {
            return;
        }
        if (path.add(segment)) {
            open.push(segment);
            next.push(List.copyOf(named.apply(segment)).iterator());
        } else if (!circles) {
            List<SegmentId> told = path.stream().limit(MOST_TOLD).toList();
            throw new RuleViolation(
                    "segment-cycle",
                    SegmentDesk.ref(segment),
                    "A segment cannot depend on itself, found the chain " + told
                            + (path.size() > MOST_TOLD ? " and so on, " + path.size() + " in all" : "")
                            + ". Change one of these rules.");
        }
    }

    /** All that were taken, each behind those that it names. */
    Set<SegmentId> inOrder() {
        return done;
    }
}
