package org.sambandh.crm.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Conditions.always;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Rule;
import org.sambandh.crm.scoring.Fair;
import org.sambandh.crm.scoring.Guest;

/** A stored rule that no longer fits the catalogue: unreadable, or naming a field that was removed. */
class BrokenSegmentTest {

    private static final Condition<Guest> INDIAN = where(Fair.COUNTRY, is("IN"));
    private static final Condition<Guest> FORGOTTEN = where(Fair.FORGOTTEN, is("x"));

    private final Fair fair = new Fair();
    private final Segments segments = fair.segments();
    private Guest asha = Guest.of("asha", "IN", null);

    @BeforeEach
    void admit() {
        asha = fair.save(asha);
    }

    private Segment broken(String name, Rule<Guest> rule) {
        Segment segment = segments.define(name, Guest.class, INDIAN);
        return fair.run(unit -> unit.get(SegmentRepository.class)
                .save(List.of(segment.redefine(rule)))
                .get(0));
    }

    @Test
    void refreshingReportsItAndLeavesItsMembershipsAlone() {
        Segment unreadable = broken("Unreadable", new Rule.Broken<>(Guest.class, "$.field", "no such field", "{}"));
        Segment outdated = broken("Outdated", Rule.of(Guest.class, FORGOTTEN));
        Segment sound = segments.define("Sound", Guest.class, always());
        fair.delete(asha);

        List<SegmentRefresh> results = segments.refreshAll();
        assertThat(results)
                .contains(
                        new SegmentRefresh.Broken(unreadable.id(), "$.field", "no such field"),
                        new SegmentRefresh.Done(sound.id(), 0, 1));
        assertThat(results.stream()
                        .filter(r -> r instanceof SegmentRefresh.Broken)
                        .map(SegmentRefresh::segment))
                .containsExactlyInAnyOrder(unreadable.id(), outdated.id());
        assertThat(segments.isMember(unreadable.id(), asha.ref())).isTrue();
        assertThat(segments.isMember(outdated.id(), asha.ref())).isTrue();
        assertThat(segments.refreshFor(asha.ref())).hasSize(3);
    }

    @Test
    void listingAndExplainingNeverFail() {
        Segment unreadable = broken("Unreadable", new Rule.Broken<>(Guest.class, "$.field", "no such field", "{}"));
        assertThat(segments.find(always(), 10, null).items()).containsExactly(unreadable);
        assertThat(segments.segmentsOf(asha.ref())).containsExactly(unreadable);
        MembershipExplanation explanation = segments.explain(unreadable.id(), asha.ref());
        assertThat(explanation.broken()).isEqualTo("$.field: no such field");
        assertThat(explanation.belongs()).isTrue();
        assertThat(explanation.text()).contains("The rule is broken: $.field: no such field");
    }

    @Test
    void redefiningMendsIt() {
        Segment unreadable = broken("Unreadable", new Rule.Broken<>(Guest.class, "$.field", "no such field", "{}"));
        segments.redefine(unreadable.id(), Guest.class, where(Fair.COUNTRY, is("NP")));
        assertThat(segments.isMember(unreadable.id(), asha.ref())).isFalse();
    }
}
