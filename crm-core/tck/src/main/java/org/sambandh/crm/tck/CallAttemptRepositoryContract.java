package org.sambandh.crm.tck;

import org.sambandh.crm.callcentre.CallAttempt;
import org.sambandh.crm.common.CallAttemptId;

/** The contract of {@link org.sambandh.crm.callcentre.CallAttemptRepository}. */
public abstract class CallAttemptRepositoryContract extends RepositoryContract<CallAttempt, CallAttemptId> {

    /** Begins the contract. */
    protected CallAttemptRepositoryContract() {
        super(CallAttempt.class);
    }

    @Override
    protected CallAttempt changed(CallAttempt entity) {
        return entity.toBuilder().disposition("changed").build();
    }

    @Override
    protected CallAttempt claiming(CallAttempt entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
