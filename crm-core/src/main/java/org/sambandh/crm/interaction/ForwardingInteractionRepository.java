package org.sambandh.crm.interaction;

import org.sambandh.crm.common.InteractionId;
import org.sambandh.crm.store.ForwardingRepository;
import org.sambandh.crm.store.Repository;

final class ForwardingInteractionRepository extends ForwardingRepository<Interaction, InteractionId>
        implements InteractionRepository {

    ForwardingInteractionRepository(Repository<Interaction, InteractionId> inner) {
        super(inner);
    }
}
