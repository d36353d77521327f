package org.sambandh.crm.tck;

import org.sambandh.crm.common.RelationshipId;
import org.sambandh.crm.customer.Relationship;

/** The contract of {@link org.sambandh.crm.customer.RelationshipRepository}. */
public abstract class RelationshipRepositoryContract extends RepositoryContract<Relationship, RelationshipId> {

    /** Begins the contract. */
    protected RelationshipRepositoryContract() {
        super(Relationship.class);
    }

    @Override
    protected Relationship changed(Relationship entity) {
        return entity.toBuilder().roleTitle("changed").build();
    }

    @Override
    protected Relationship claiming(Relationship entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
