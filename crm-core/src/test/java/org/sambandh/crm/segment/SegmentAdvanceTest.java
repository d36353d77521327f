package org.sambandh.crm.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sambandh.crm.condition.Conditions.always;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.inSegment;
import static org.sambandh.crm.condition.Conditions.not;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Window.last;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.condition.Rule;
import org.sambandh.crm.scoring.Fair;
import org.sambandh.crm.scoring.Guest;
import org.sambandh.crm.store.Query;

/** Time passes when the host says so. */
class SegmentAdvanceTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant GONE = Fair.START.plus(DAY).plusNanos(1_000);

    private final Fair fair = new Fair(Fair.UTC, new SegmentReaction());
    private final Segments segments = fair.segments();

    private Segment fresh() {
        return segments.define("Fresh", Guest.class, count(Fair.TOUCHES, last(DAY), atLeast(1)));
    }

    private List<SegmentFlip> flips() {
        return fair.run(
                unit -> Roster.readAll(unit.get(SegmentFlipRepository.class), Query.<SegmentFlip>all(unit.moment())));
    }

    private Instant later(int days) {
        Instant later = Fair.START.plus(DAY.multipliedBy(days));
        fair.at(later);
        return later;
    }

    @Test
    void whoIsTooOldByNowLeftWhenItBecameSoNotWhenTheHostAsked() {
        Segment fresh = fresh();
        Segment stale = segments.define("Stale", Guest.class, not(inSegment(fresh.id())));
        Guest asha = fair.guest("asha", "IN", null);
        fair.touch(asha, "mail", Fair.START);
        Instant later = later(9);
        SegmentAdvance done = segments.advanceTo(later);
        assertThat(done.evaluated()).isEqualTo(1);
        assertThat(done.entered()).isEqualTo(1);
        assertThat(done.left()).isEqualTo(1);
        assertThat(done.next()).isEmpty();
        assertThat(segments.periodsOf(asha.ref()).stream()
                        .filter(p -> p.segment().equals(fresh.id())))
                .singleElement()
                .satisfies(p -> assertThat(p.until()).contains(GONE));
        assertThat(segments.periodsOf(asha.ref()).stream()
                        .filter(p -> p.segment().equals(stale.id()) && p.isOpen()))
                .singleElement()
                .satisfies(p -> assertThat(p.since()).isEqualTo(GONE));
        assertThat(flips()).isEmpty();
    }

    @Test
    void askingAgainOrForAnEarlierInstantDoesNothing() {
        fresh();
        Guest asha = fair.guest("asha", "IN", null);
        fair.touch(asha, "mail", Fair.START);
        Instant later = later(9);
        segments.advanceTo(later);
        List<String> told = fair.events(SegmentEvents.ENTERED, SegmentEvents.LEFT);
        assertThat(segments.advanceTo(later).evaluated()).isZero();
        assertThat(segments.advanceTo(Fair.START).evaluated()).isZero();
        assertThat(segments.advanceTo(Instant.MIN).evaluated()).isZero();
        assertThat(fair.events(SegmentEvents.ENTERED, SegmentEvents.LEFT)).isEqualTo(told);
    }

    @Test
    void theFutureIsRefused() {
        for (Instant future : List.of(Fair.START.plusNanos(1_000), Instant.MAX)) {
            assertThatExceptionOfType(Invalid.class)
                    .isThrownBy(() -> segments.advanceTo(future))
                    .matches(e -> e.path().equals("to"));
        }
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> segments.advanceTo(Fair.START, 0));
    }

    @Test
    void thousandsThatAreDueAtOnceAreTakenInBoundedUnits() {
        Segment fresh = fresh();
        int many = 2_500;
        fair.inOne(() -> {
            for (int i = 0; i < many; i++) {
                fair.touch(fair.guest("g" + i, "IN", null), "mail", Fair.START);
            }
        });
        assertThat(flips()).hasSize(many);
        Instant later = later(5);
        List<Integer> units = new ArrayList<>();
        SegmentAdvance some;
        do {
            some = segments.advanceTo(later, 1_000);
            units.add(some.evaluated());
        } while (some.isDue(later));
        assertThat(units).containsExactly(1_000, 1_000, 500);
        assertThat(segments.memberships(fresh.id(), 10_000, null).items()).isEmpty();
    }

    /** A fact costs less than a microsecond; at thirty, as once, this took a minute. */
    @Test
    @Timeout(30)
    void anAnswerThatChangesEveryMicrosecondIsTakenInBoundedUnitsAndToldExactly() {
        Segment blinking = segments.define(
                "Blinking", Guest.class, count(Fair.TOUCHES, last(Duration.ofNanos(1_000)), atLeast(1)));
        int many = 700;
        Guest asha = fair.guest("asha", "IN", null);
        fair.inOne(() -> {
            for (int i = 1; i <= many; i++) {
                fair.touch(asha, "mail", Fair.START.plusNanos(i * 3_000L));
            }
        });
        Instant later = later(1);
        SegmentAdvance first = segments.advanceTo(later, 100);
        assertThat(first.evaluated()).isEqualTo(100);
        assertThat(first.isDue(later)).isTrue();
        SegmentAdvance rest = segments.advanceTo(later);
        assertThat(first.then(rest)).isEqualTo(new SegmentAdvance(2 * many, many, many, Optional.empty()));
        List<SegmentMembership> periods = segments.periodsOf(asha.ref());
        assertThat(periods)
                .hasSize(many)
                .allSatisfy(period ->
                        assertThat(period.until()).contains(period.since().plusNanos(2_000)));
        assertThat(segments.isMember(blinking.id(), asha.ref())).isFalse();
    }

    @Test
    void whoIsGoneAndWhatIsArchivedAwaitNothing() {
        Segment fresh = fresh();
        Guest asha = fair.guest("asha", "IN", null);
        Guest bram = fair.guest("bram", "NL", null);
        fair.touch(asha, "mail", Fair.START);
        fair.touch(bram, "mail", Fair.START);
        assertThat(flips()).hasSize(2);
        fair.delete(asha);
        assertThat(flips()).hasSize(1);
        segments.archive(fresh.id());
        assertThat(flips()).isEmpty();
        assertThat(segments.advanceTo(later(3)).evaluated()).isZero();
        assertThat(segments.isMember(fresh.id(), bram.ref())).isTrue();
    }

    @Test
    void aBrokenRuleBlocksNobodyElse() {
        Segment broken = segments.define("Broken", Guest.class, count(Fair.TOUCHES, last(DAY), atLeast(1)));
        Segment fresh = fresh();
        Guest asha = fair.guest("asha", "IN", null);
        fair.touch(asha, "mail", Fair.START);
        Segment stored = segments.get(broken.id());
        fair.run(unit -> unit.get(SegmentRepository.class)
                .save(List.of(stored.redefine(Rule.of(Guest.class, where(Fair.FORGOTTEN, is("x")))))));
        segments.rename(broken.id(), "Still broken");
        segments.advanceTo(later(3));
        assertThat(segments.isMember(fresh.id(), asha.ref())).isFalse();
        assertThat(segments.isMember(broken.id(), asha.ref())).isTrue();
        assertThat(segments.advanceTo(fair.instant()).evaluated()).isZero();
    }

    @Test
    void aChangeOfWhatNoRuleNamesWritesNothing() {
        segments.define("Indians", Guest.class, where(Fair.COUNTRY, is("IN")));
        Guest asha = fair.guest("asha", "IN", "steel");
        List<SegmentEdition> before = editions();
        fair.save(new Guest(asha.id(), asha.revision(), "IN", "wood", List.of("speaker")));
        assertThat(editions().get(0).revision()).isEqualTo(before.get(0).revision());
        assertThat(segments.periodsOf(asha.ref())).hasSize(1);
    }

    private List<SegmentEdition> editions() {
        return fair.run(unit ->
                Roster.readAll(unit.get(SegmentEditionRepository.class), Query.<SegmentEdition>all(unit.moment())));
    }

    /** A paradox is gone through a bounded number of times. */
    @Test
    void aRuleThatCountsItsOwnPeriodsEndsSomewhere() {
        fair.guest("asha", "IN", null);
        Segment never = segments.define("Never", Guest.class, always());
        segments.redefine(
                never.id(),
                Guest.class,
                not(count(SegmentMembershipFields.memberships(Fair.ID), last(DAY), atLeast(1))));
        fair.guest("bram", "NL", null);
        segments.refreshAll();
        assertThat(segments.advanceTo(later(3)).evaluated()).isPositive();
    }
}
