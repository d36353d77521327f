package org.sambandh.crm.tck;

import org.sambandh.crm.callcentre.CallEntry;
import org.sambandh.crm.common.CallEntryId;

/** The contract of {@link org.sambandh.crm.callcentre.CallEntryRepository}. */
public abstract class CallEntryRepositoryContract extends RepositoryContract<CallEntry, CallEntryId> {

    /** Begins the contract. */
    protected CallEntryRepositoryContract() {
        super(CallEntry.class);
    }

    @Override
    protected CallEntry changed(CallEntry entity) {
        return entity.toBuilder().number("changed").build();
    }

    @Override
    protected CallEntry claiming(CallEntry entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
