package org.sambandh.crm.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.pipeline.TestDeals.inr;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.team.Ownership;

class SnapshotTest {

    private final Desk desk = new Desk();

    @Test
    void aSnapshotKeepsWhatWasBelievedOnTheDayWhateverHappensLater() {
        Ownership east = Ownership.of(desk.team("east"));
        LocalDate expected = LocalDate.parse("2026-06-30");
        OpportunityId id = desk.deals()
                .open(NewOpportunity.named("Mill")
                        .customer(desk.customer("Steelworks"))
                        .stage("qualify")
                        .amount(inr("500"))
                        .expectedClose(expected)
                        .owner(east))
                .id();
        OpportunityId lost = desk.deals().open(NewOpportunity.named("Other")).id();
        desk.deals().lose(lost, "price");

        SnapshotResult first = desk.deals().recordSnapshot();
        desk.on("2026-04-02").deals().moveTo(id, "proposal");
        SnapshotResult next = desk.deals().recordSnapshot();

        assertThat(first.recorded()).isTrue();
        assertThat(next.recorded()).isTrue();
        SnapshotRow row = desk.deals()
                .snapshotOn(LocalDate.parse("2026-04-01"))
                .orElseThrow()
                .rows()
                .get(0);
        assertThat(first.snapshot().rows()).containsExactly(row);
        assertThat(row.opportunity()).isEqualTo(id);
        assertThat(row.stage()).isEqualTo("qualify");
        assertThat(row.amount()).isEqualTo(inr("500"));
        assertThat(row.probability()).isEqualByComparingTo("0.25");
        assertThat(row.expectedClose()).isEqualTo(expected);
        assertThat(row.owner()).isEqualTo(east);
        assertThat(next.snapshot().rows().get(0).stage()).isEqualTo("proposal");
    }

    @Test
    void aSecondCallOnADayReplacesNothingAndSaysSo() {
        SnapshotResult first = desk.deals().recordSnapshot();
        desk.deals().open(NewOpportunity.named("Later"));
        int events = desk.events().size();
        SnapshotResult second = desk.deals().recordSnapshot();
        assertThat(second.recorded()).isFalse();
        assertThat(second.snapshot()).isEqualTo(first.snapshot());
        assertThat(second.snapshot().rows()).isEmpty();
        assertThat(desk.events()).hasSize(events);
        assertThat(desk.deals().snapshotOn(LocalDate.parse("2026-03-31"))).isEmpty();
    }
}
