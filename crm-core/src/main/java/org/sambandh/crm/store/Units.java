package org.sambandh.crm.store;

import java.util.function.Function;

/** Gives services a unit of work: a new one for each call, or one that is open already. */
public interface Units {

    /**
     * Runs work in a unit. When it throws, nothing of the unit is kept.
     *
     * @param work gets the unit, valid during the call only
     * @param <R> what it returns
     * @return what it returned
     */
    <R> R run(Function<Unit, R> work);

    /**
     * Returns units that are all one open unit, so that services called inside a service take part in it.
     *
     * @param unit the open unit
     * @return the units
     */
    static Units joining(Unit unit) {
        return new Units() {
            @Override
            public <R> R run(Function<Unit, R> work) {
                return work.apply(unit);
            }
        };
    }
}
