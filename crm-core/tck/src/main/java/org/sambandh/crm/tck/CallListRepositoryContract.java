package org.sambandh.crm.tck;

import org.sambandh.crm.callcentre.CallList;
import org.sambandh.crm.common.CallListId;

/** The contract of {@link org.sambandh.crm.callcentre.CallListRepository}. */
public abstract class CallListRepositoryContract extends RepositoryContract<CallList, CallListId> {

    /** Begins the contract. */
    protected CallListRepositoryContract() {
        super(CallList.class);
    }

    @Override
    protected CallList changed(CallList entity) {
        return entity.toBuilder().name("changed").build();
    }

    @Override
    protected CallList claiming(CallList entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
