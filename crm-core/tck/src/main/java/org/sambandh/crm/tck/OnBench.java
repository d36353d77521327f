package org.sambandh.crm.tck;

import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;

/** What every chapter of a repository's contract stands on. */
interface OnBench<T extends Entity<I>, I extends Id> {

    /** {@return what the running test works with} */
    Bench<T, I> bench();
}
