package org.sambandh.crm.pipeline;

import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.common.PipelineId;
import org.sambandh.crm.common.SnapshotId;
import org.sambandh.crm.store.ForwardingRepository;
import org.sambandh.crm.store.Repository;

/** What stores return for the repository types of this package. */
final class Forwarding {

    private Forwarding() {}

    static final class Opportunities extends ForwardingRepository<Opportunity, OpportunityId>
            implements OpportunityRepository {
        Opportunities(Repository<Opportunity, OpportunityId> inner) {
            super(inner);
        }
    }

    static final class Pipelines extends ForwardingRepository<Pipeline, PipelineId> implements PipelineRepository {
        Pipelines(Repository<Pipeline, PipelineId> inner) {
            super(inner);
        }
    }

    static final class Snapshots extends ForwardingRepository<PipelineSnapshot, SnapshotId>
            implements PipelineSnapshotRepository {
        Snapshots(Repository<PipelineSnapshot, SnapshotId> inner) {
            super(inner);
        }
    }
}
