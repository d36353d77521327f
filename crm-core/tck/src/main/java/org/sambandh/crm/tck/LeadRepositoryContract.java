package org.sambandh.crm.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.DuplicateKey;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.lead.IntakeKind;
import org.sambandh.crm.lead.Lead;
import org.sambandh.crm.lead.Origin;
import org.sambandh.crm.lead.Touch;

/** The contract of {@link org.sambandh.crm.lead.LeadRepository}. */
public abstract class LeadRepositoryContract extends RepositoryContract<Lead, LeadId> {

    /** Begins the contract. */
    protected LeadRepositoryContract() {
        super(Lead.class);
    }

    @Override
    protected Lead changed(Lead entity) {
        return entity.toBuilder().statusReason("changed").build();
    }

    @Override
    protected Lead claiming(Lead entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }

    private Lead arrived(String id, String captured, String key) {
        Touch touch = new Touch(
                Samples.MOMENT.at(), Origin.UNKNOWN, captured, key, null, IntakeKind.REGISTERED, List.of(), List.of());
        return bench().sample(id, 0).toBuilder().touches(List.of(touch)).build();
    }

    @Test
    void whatWasCapturedComesBackByteForByte() {
        int number = 0;
        for (String captured : List.of("{\"a\":\"e\u0301\"}\r\n".repeat(10_000), "\u0000\uD83D 😀 \uDE00", " \t")) {
            Lead saved = bench().save(arrived("l-" + number, captured, "key-" + number++));
            assertThat(bench().load(saved).touches().get(0).captured()).isEqualTo(captured);
        }
    }

    @Test
    void twoEnquiriesMayNotClaimTheSameIdempotencyKey() {
        bench().save(arrived("l-1", "x", "key"));
        assertThatThrownBy(() -> bench().save(arrived("l-2", "x", "key")))
                .isInstanceOfSatisfying(
                        DuplicateKey.class, e -> assertThat(e.key()).isEqualTo("idempotencyKeys"));
    }
}
