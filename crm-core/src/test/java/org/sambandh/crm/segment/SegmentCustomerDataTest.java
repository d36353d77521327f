package org.sambandh.crm.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.scoring.Fair;
import org.sambandh.crm.scoring.Guest;

class SegmentCustomerDataTest {

    private static final Instant SECOND_DAY = Fair.START.plus(Duration.ofDays(1));
    private static final Instant THIRD_DAY = Fair.START.plus(Duration.ofDays(2));

    private final Fair fair = new Fair();
    private final Segments segments = fair.segments();
    private Guest asha = Guest.of("asha", "IN", null);
    private Guest ashaTwice = Guest.of("asha2", "IN", null);
    private Segment list = Segment.builder(new SegmentId("none"))
            .name("none")
            .subject("customer")
            .build();

    @BeforeEach
    void admit() {
        asha = fair.save(asha);
        ashaTwice = fair.save(ashaTwice);
        list = segments.defineStatic("Invited", Guest.class);
    }

    @Test
    void afterAMergeTheSurvivorHasThePeriodsOfBothOverlappingOnesAsOne() {
        segments.add(list.id(), ashaTwice.ref());
        fair.at(SECOND_DAY);
        segments.add(list.id(), asha.ref());
        fair.at(THIRD_DAY);
        fair.merge(ashaTwice, asha);

        List<SegmentMembership> periods = segments.periodsOf(asha.ref());
        assertThat(periods).hasSize(1);
        assertThat(periods.get(0).since()).isEqualTo(Fair.START);
        assertThat(periods.get(0).until()).isEmpty();
        assertThat(periods.get(0).subject()).isEqualTo(asha.ref());
        assertThat(segments.get(list.id()).includes()).containsExactly("asha");
        assertThat(fair.events(SegmentEvents.LEFT))
                .containsExactly("segment.left segment " + list.id() + " [customer asha2] " + THIRD_DAY);
        assertThat(fair.events(SegmentEvents.ENTERED)).hasSize(2);
        segments.refreshAll();
        assertThat(segments.isMember(list.id(), ashaTwice.ref())).isTrue();
        assertThat(fair.events(SegmentEvents.ENTERED, SegmentEvents.LEFT)).hasSize(3);
    }

    @Test
    void afterAMergeTheSurvivorEntersWhereOnlyTheOtherWasIn() {
        segments.add(list.id(), ashaTwice.ref());
        fair.at(SECOND_DAY);
        segments.remove(list.id(), ashaTwice.ref());
        segments.add(list.id(), asha.ref());
        segments.remove(list.id(), asha.ref());
        fair.at(THIRD_DAY);
        segments.add(list.id(), ashaTwice.ref());
        fair.merge(ashaTwice, asha);

        assertThat(segments.isMember(list.id(), asha.ref())).isTrue();
        assertThat(segments.periodsOf(asha.ref()).stream().map(SegmentMembership::since))
                .containsExactlyInAnyOrder(Fair.START, THIRD_DAY);
        assertThat(fair.events(SegmentEvents.ENTERED)).hasSize(4);
        segments.refreshAll();
        assertThat(fair.events(SegmentEvents.ENTERED)).hasSize(4);
    }

    @Test
    void anExclusionOfEitherIsAnExclusionOfTheSurvivor() {
        Segment indians = segments.define("Indians", Guest.class, where(Fair.COUNTRY, is("IN")));
        segments.exclude(indians.id(), ashaTwice.ref());
        fair.merge(ashaTwice, asha);
        segments.refreshAll();
        assertThat(segments.get(indians.id()).excludes()).containsExactly("asha");
        assertThat(segments.isMember(indians.id(), asha.ref())).isFalse();
    }

    @Test
    void anErasureLeavesNoPeriodAndNoInclusionButKeepsAnExclusion() {
        Segment other = segments.defineStatic("Barred", Guest.class);
        segments.exclude(other.id(), asha.ref());
        segments.add(list.id(), asha.ref());
        fair.erase(asha);
        assertThat(segments.periodsOf(asha.ref())).isEmpty();
        assertThat(segments.get(list.id()).includes()).isEmpty();
        assertThat(segments.get(other.id()).excludes()).containsExactly("asha");
        assertThat(fair.events(SegmentEvents.LEFT)).hasSize(1);
    }

    @Test
    void anExportNamesEveryPeriodAndEveryListThatNamesTheParty() {
        segments.add(list.id(), asha.ref());
        segments.remove(list.id(), asha.ref());
        Segment other = segments.defineStatic("Barred", Guest.class);
        segments.exclude(other.id(), asha.ref());
        assertThat(fair.export(asha.ref()))
                .anySatisfy(item -> assertThat(item.values())
                        .containsEntry("segmentName", "Invited")
                        .containsKeys("since", "until"))
                .anySatisfy(item -> assertThat(item.values())
                        .containsEntry("name", "Barred")
                        .containsEntry("list", "excludes"));
        assertThat(fair.export(ashaTwice.ref())).isEmpty();
    }
}
