package org.sambandh.crm.jpa;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.StaleRevision;

/**
 * With which states a unit came too late that it had read itself: the cause of a {@link StaleRevision} for which it is
 * worth running the unit again. A unit that was given an old state by its caller would come with the same one.
 */
final class Overtaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Set<State> states;

    private Overtaken(Set<State> states) {
        super("The unit came too late with " + states);
        this.states = states;
    }

    /** The state of an entity that the unit had. */
    record State(EntityRef ref, Revision revision) {}

    static StaleRevision stale(Collection<EntityRef> refs, Set<State> states) {
        StaleRevision stale = new StaleRevision(refs);
        stale.initCause(new Overtaken(states));
        return stale;
    }

    /** What a failure says the unit came too late with; nothing for any other failure. */
    static Set<State> statesOf(Throwable e) {
        @Nullable Throwable at = e;
        for (int depth = 0; at != null && depth < 20; depth++) {
            if (at instanceof Overtaken overtaken) {
                return overtaken.states;
            }
            at = at.getCause();
        }
        return Set.of();
    }
}
