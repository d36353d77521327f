package org.sambandh.crm.tck;

import java.util.List;
import org.sambandh.crm.callcentre.CallAgent;
import org.sambandh.crm.common.UserId;

/** The contract of {@link org.sambandh.crm.callcentre.CallAgentRepository}. */
public abstract class CallAgentRepositoryContract extends RepositoryContract<CallAgent, UserId> {

    /** Begins the contract. */
    protected CallAgentRepositoryContract() {
        super(CallAgent.class);
    }

    @Override
    protected CallAgent changed(CallAgent entity) {
        return entity.toBuilder().languages(List.of("changed")).build();
    }

    @Override
    protected CallAgent claiming(CallAgent entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
