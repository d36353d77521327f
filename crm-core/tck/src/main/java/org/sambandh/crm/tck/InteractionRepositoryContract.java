package org.sambandh.crm.tck;

import org.sambandh.crm.common.InteractionId;
import org.sambandh.crm.interaction.Interaction;

/** The contract of {@link org.sambandh.crm.interaction.InteractionRepository}. */
public abstract class InteractionRepositoryContract extends RepositoryContract<Interaction, InteractionId> {

    /** Begins the contract. */
    protected InteractionRepositoryContract() {
        super(Interaction.class);
    }

    @Override
    protected Interaction changed(Interaction entity) {
        return entity.toBuilder().subjectLine("changed").build();
    }

    @Override
    protected Interaction claiming(Interaction entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
