package org.sambandh.crm.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.common.PipelineId;
import org.sambandh.crm.team.Ownership;

/**
 * One open deal as it stood on the day of a snapshot.
 *
 * @param opportunity the deal
 * @param pipeline its pipeline
 * @param stage the code of its stage
 * @param amount its amount, or null if it had none
 * @param probability 0 to 1
 * @param expectedClose the day it was expected to close, or null
 * @param owner who worked on it, or null
 */
public record SnapshotRow(
        OpportunityId opportunity,
        PipelineId pipeline,
        String stage,
        @Nullable Money amount,
        BigDecimal probability,
        @Nullable LocalDate expectedClose,
        @Nullable Ownership owner) {

    static SnapshotRow of(Opportunity deal) {
        return new SnapshotRow(
                deal.id(),
                deal.pipeline(),
                deal.stage(),
                deal.amount().orElse(null),
                deal.probability(),
                deal.expectedClose().orElse(null),
                deal.owner().orElse(null));
    }
}
