package org.sambandh.crm.tck;

import java.util.List;
import org.sambandh.crm.common.DuplicateCandidateId;
import org.sambandh.crm.lead.DuplicateCandidate;

/** The contract of {@link org.sambandh.crm.lead.DuplicateCandidateRepository}. */
public abstract class DuplicateCandidateRepositoryContract
        extends RepositoryContract<DuplicateCandidate, DuplicateCandidateId> {

    /** Begins the contract. */
    protected DuplicateCandidateRepositoryContract() {
        super(DuplicateCandidate.class);
    }

    @Override
    protected DuplicateCandidate changed(DuplicateCandidate entity) {
        return entity.toBuilder().reasons(List.of("changed")).build();
    }

    @Override
    protected DuplicateCandidate claiming(DuplicateCandidate entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
