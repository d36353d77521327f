package org.sambandh.crm.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.always;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.inSegment;
import static org.sambandh.crm.condition.Conditions.not;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Tests.present;
import static org.sambandh.crm.condition.Window.last;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.scoring.Fair;
import org.sambandh.crm.scoring.Guest;
import org.sambandh.crm.scoring.Touch;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Upserted;

class SegmentsTest {

    private static final Condition<Guest> INDIAN = where(Fair.COUNTRY, is("IN"));
    private static final Instant LATER = Fair.START.plus(Duration.ofDays(1));

    private final Fair fair = new Fair();
    private final Segments segments = fair.segments();
    private Guest asha = Guest.of("asha", "IN", "steel");
    private Guest bram = Guest.of("bram", "NL", "steel");
    private Guest chen = Guest.of("chen", "CN", null);

    @BeforeEach
    void admit() {
        asha = fair.save(asha);
        bram = fair.save(bram);
        chen = fair.save(chen);
    }

    private List<String> members(SegmentId id) {
        return segments.members(id, Guest.class).stream()
                .map(g -> g.id().value())
                .sorted()
                .toList();
    }

    private List<String> comings() {
        return fair.events(SegmentEvents.ENTERED, SegmentEvents.LEFT);
    }

    private static String event(String type, Segment segment, Guest guest, Instant at) {
        return type + " segment " + segment.id() + " [" + guest.ref() + "] " + at;
    }

    @Test
    void definingEvaluatesAtOnceAndTellsWhoEntered() {
        Segment indians = segments.define("Indians", Guest.class, INDIAN);
        assertThat(members(indians.id())).containsExactly("asha");
        assertThat(segments.isMember(indians.id(), asha.ref())).isTrue();
        assertThat(segments.isMember(indians.id(), bram.ref())).isFalse();
        assertThat(segments.segmentsOf(asha.ref())).containsExactly(indians);
        assertThat(comings()).containsExactly(event("segment.entered", indians, asha, Fair.START));
        assertThat(fair.events(SegmentEvents.DEFINED)).hasSize(1);
    }

    @Test
    void enteringAndLeavingAreToldOnceAndKeptAsOnePeriodEach() {
        Segment indians = segments.define("Indians", Guest.class, INDIAN);
        segments.refreshAll();
        bram = fair.save(bram.from("IN"));
        fair.at(LATER);
        assertThat(segments.refresh(indians.id())).containsExactly(new SegmentRefresh.Done(indians.id(), 1, 0));
        assertThat(segments.refresh(indians.id())).containsExactly(new SegmentRefresh.Done(indians.id(), 0, 0));
        bram = fair.save(bram.from("NL"));
        fair.at(LATER.plusSeconds(60));
        segments.refreshAll();
        segments.refreshAll();
        fair.save(bram.from("IN"));
        segments.refreshFor(bram.ref());
        segments.refreshFor(bram.ref());

        assertThat(comings())
                .containsExactly(
                        event("segment.entered", indians, asha, Fair.START),
                        event("segment.entered", indians, bram, LATER),
                        event("segment.left", indians, bram, LATER.plusSeconds(60)),
                        event("segment.entered", indians, bram, LATER.plusSeconds(60)));
        List<SegmentMembership> periods = segments.periodsOf(bram.ref());
        assertThat(periods).hasSize(2);
        assertThat(periods.get(0).since()).isEqualTo(LATER);
        assertThat(periods.get(0).until()).contains(LATER.plusSeconds(60));
        assertThat(periods.get(1).until()).isEmpty();
    }

    @Test
    void timeAloneMakesMembersLeaveAtTheNextRefresh() {
        fair.touch(asha, "mail", Fair.START);
        Segment fresh =
                segments.define("Fresh", Guest.class, count(Fair.TOUCHES, last(Duration.ofDays(30)), atLeast(1)));
        fair.at(Fair.START.plus(Duration.ofDays(30)));
        segments.refreshAll();
        assertThat(members(fresh.id())).containsExactly("asha");
        fair.at(Fair.START.plus(Duration.ofDays(30)).plusNanos(1_000));
        segments.refreshAll();
        assertThat(members(fresh.id())).isEmpty();
    }

    @Test
    void exclusionWinsOverInclusionAndBothOverTheRule() {
        Segment indians = segments.define("Indians", Guest.class, INDIAN);
        segments.include(indians.id(), bram.ref(), chen.ref());
        assertThat(members(indians.id())).containsExactly("asha", "bram", "chen");
        segments.exclude(indians.id(), asha.ref(), bram.ref());
        assertThat(members(indians.id())).containsExactly("chen");
        segments.refreshAll();
        assertThat(members(indians.id())).containsExactly("chen");
        segments.unexclude(indians.id(), asha.ref(), bram.ref());
        assertThat(members(indians.id())).containsExactly("asha", "bram", "chen");
    }

    @Test
    void takingBackTheLastInclusionLeavesTheRuleToDecide() {
        Segment indians = segments.define("Indians", Guest.class, INDIAN);
        segments.include(indians.id(), asha.ref(), bram.ref());
        segments.uninclude(indians.id(), asha.ref(), bram.ref());
        assertThat(segments.get(indians.id()).includes()).isEmpty();
        assertThat(members(indians.id())).containsExactly("asha");
    }

    @Test
    void aListKeptByHandChangesByHandOnly() {
        Segment list = segments.defineStatic("Invited", Guest.class);
        assertThat(list.kind()).isEqualTo(Segment.Kind.STATIC);
        assertThat(members(list.id())).isEmpty();
        segments.add(list.id(), asha.ref(), bram.ref());
        segments.refreshAll();
        assertThat(members(list.id())).containsExactly("asha", "bram");
        segments.remove(list.id(), asha.ref(), bram.ref(), chen.ref());
        assertThat(members(list.id())).isEmpty();
        assertThat(comings()).hasSize(4);
    }

    @Test
    void addingToASegmentWithARuleIsRefused() {
        Segment indians = segments.define("Indians", Guest.class, INDIAN);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> segments.add(indians.id(), bram.ref()))
                .satisfies(e -> assertThat(e.rule()).isEqualTo("segment-not-static"));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> segments.remove(indians.id(), asha.ref()))
                .satisfies(e -> assertThat(e.rule()).isEqualTo("segment-not-static"));
    }

    @Test
    void aListKeptByHandTakesNoRule() {
        Segment list = segments.defineStatic("Invited", Guest.class);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> segments.redefine(list.id(), Guest.class, INDIAN))
                .satisfies(e -> assertThat(e.rule()).isEqualTo("segment-static"));
    }

    @Test
    void listingAMissingSubjectOrOneOfAnotherKindIsRefusedAndLeavesTheSegmentAlone() {
        Segment indians = segments.define("Indians", Guest.class, INDIAN);
        EntityRef nobody = new EntityRef("customer", "nobody");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> segments.include(indians.id(), bram.ref(), nobody));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> segments.exclude(indians.id(), new EntityRef("lead", "asha")));
        assertThat(segments.get(indians.id()).includes()).isEmpty();
        assertThat(segments.get(indians.id()).excludes()).isEmpty();
    }

    @Test
    void aSegmentOnASegmentFollowsItInOneCall() {
        Segment indians = segments.define("Indians", Guest.class, INDIAN);
        Segment indianSmiths = segments.define(
                "Indian smiths", Guest.class, all(inSegment(indians.id()), where(Fair.TRADE, is("steel"))));
        Segment others = segments.define("Others", Guest.class, not(inSegment(indianSmiths.id())));
        assertThat(members(indianSmiths.id())).containsExactly("asha");
        assertThat(members(others.id())).containsExactly("bram", "chen");

        segments.include(indians.id(), bram.ref());
        assertThat(members(indianSmiths.id())).containsExactly("asha", "bram");
        assertThat(members(others.id())).containsExactly("chen");

        segments.redefine(indians.id(), Guest.class, where(Fair.COUNTRY, is("CN")));
        assertThat(members(indianSmiths.id())).containsExactly("bram");
        assertThat(members(others.id())).containsExactly("asha", "chen");
    }

    @Test
    void refreshingAllEvaluatesASegmentBehindThoseThatItNames() {
        Segment late = segments.define("Named first", Guest.class, where(Fair.COUNTRY, is("NP")));
        Segment early = segments.define("Indians", Guest.class, INDIAN);
        segments.redefine(late.id(), Guest.class, inSegment(early.id()));
        fair.save(chen.from("IN"));
        segments.refreshAll();
        assertThat(members(late.id())).containsExactly("asha", "chen");

        fair.save(bram.from("IN"));
        segments.refreshFor(bram.ref());
        assertThat(members(late.id())).containsExactly("asha", "bram", "chen");
    }

    @Test
    void aCycleIsRefusedAndNothingIsChanged() {
        Segment first = segments.define("First", Guest.class, INDIAN);
        Segment second = segments.define("Second", Guest.class, inSegment(first.id()));
        Segment third = segments.define("Third", Guest.class, not(inSegment(second.id())));
        for (SegmentId named : List.of(first.id(), second.id(), third.id())) {
            assertThatExceptionOfType(RuleViolation.class)
                    .isThrownBy(() -> segments.redefine(first.id(), Guest.class, inSegment(named)))
                    .satisfies(e -> assertThat(e.rule()).isEqualTo("segment-cycle"));
        }
        assertThat(segments.get(first.id()).rule().orElseThrow().condition()).isEqualTo(INDIAN);
    }

    @Test
    void anUnknownSegmentInARuleIsRefusedAndSoIsAnArchivedOne() {
        SegmentId unknown = new SegmentId("unknown");
        Segment indians = segments.define("Indians", Guest.class, INDIAN);
        Segment old = segments.define("Old", Guest.class, INDIAN);
        segments.archive(old.id());
        for (SegmentId named : List.of(unknown, old.id())) {
            assertThatExceptionOfType(RuleViolation.class)
                    .isThrownBy(() -> segments.define("New", Guest.class, inSegment(named)))
                    .satisfies(e -> assertThat(e.rule()).isEqualTo("segment-unknown"));
            assertThatExceptionOfType(RuleViolation.class)
                    .isThrownBy(() -> segments.redefine(indians.id(), Guest.class, inSegment(named)))
                    .satisfies(e -> assertThat(e.rule()).isEqualTo("segment-unknown"));
        }
    }

    @Test
    void aRuleThatNamesASegmentOfAnotherKindIsRefused() {
        Segment indians = segments.define("Indians", Guest.class, INDIAN);
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> segments.define("Touches", Touch.class, inSegment(indians.id())));
    }

    @Test
    void aRuleThatNamesAnUndeclaredFieldIsRefused() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> segments.define("Odd", Guest.class, where(Fair.FORGOTTEN, is("x"))));
        assertThat(segments.find(always(), 10, null).items()).isEmpty();
    }

    @Test
    void twoActiveSegmentsCannotHaveOneNameButAnArchivedOneFreesIt() {
        Segment indians = segments.define("Indians", Guest.class, INDIAN);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> segments.defineStatic("Indians", Guest.class))
                .satisfies(e -> assertThat(e.rule()).isEqualTo("segment-name-taken"));
        Segment list = segments.defineStatic("List", Guest.class);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> segments.rename(list.id(), "Indians"))
                .satisfies(e -> assertThat(e.rule()).isEqualTo("segment-name-taken"));
        segments.archive(indians.id());
        assertThat(segments.rename(list.id(), "Indians").name()).isEqualTo("Indians");
        assertThat(segments.named("Indians")).contains(list);
    }

    @Test
    void anArchivedSegmentIsNotEvaluatedAndKeepsItsMemberships() {
        Segment indians = segments.define("Indians", Guest.class, INDIAN);
        segments.archive(indians.id());
        fair.save(asha.from("NP"));
        assertThat(segments.refreshAll()).isEmpty();
        assertThat(segments.isMember(indians.id(), asha.ref())).isTrue();
        assertThat(segments.segmentsOf(asha.ref())).isEmpty();
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> segments.refresh(indians.id()))
                .satisfies(e -> assertThat(e.rule()).isEqualTo("segment-archived"));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> segments.include(indians.id(), bram.ref()))
                .satisfies(e -> assertThat(e.rule()).isEqualTo("segment-archived"));
    }

    @Test
    void archivingASegmentThatAnotherNamesIsRefused() {
        Segment indians = segments.define("Indians", Guest.class, INDIAN);
        segments.define("Others", Guest.class, not(inSegment(indians.id())));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> segments.archive(indians.id()))
                .satisfies(e -> assertThat(e.rule()).isEqualTo("segment-in-use"));
    }

    @Test
    void bringingInTheSameSegmentAgainWritesNothing() {
        ExternalRef ref = new ExternalRef("erp", "segment", "17");
        Upserted<Segment> first = segments.upsert(ref, "Indians", Guest.class, INDIAN);
        int told = fair.events(SegmentEvents.DEFINED, SegmentEvents.CHANGED).size();
        Upserted<Segment> again = segments.upsert(ref, "Indians", Guest.class, INDIAN);
        assertThat(first).isInstanceOf(Upserted.Created.class);
        assertThat(again).isInstanceOf(Upserted.Unchanged.class);
        assertThat(again.entity().revision()).isEqualTo(first.entity().revision());
        assertThat(fair.events(SegmentEvents.DEFINED, SegmentEvents.CHANGED)).hasSize(told);

        Upserted<Segment> changed = segments.upsert(ref, "Dutch", Guest.class, where(Fair.COUNTRY, is("NL")));
        assertThat(changed).isInstanceOf(Upserted.Updated.class);
        assertThat(changed.entity().id()).isEqualTo(first.entity().id());
        assertThat(members(first.entity().id())).containsExactly("bram");
    }

    @Test
    void bringingInAListAgainKeepsWhoIsOnIt() {
        ExternalRef ref = new ExternalRef("erp", "list", "18");
        Segment list = segments.upsertStatic(ref, "Invited", Guest.class).entity();
        segments.add(list.id(), bram.ref());
        assertThat(segments.upsertStatic(ref, "Invited", Guest.class)).isInstanceOf(Upserted.Unchanged.class);
        Upserted<Segment> renamed = segments.upsertStatic(ref, "Invited guests", Guest.class);
        assertThat(renamed).isInstanceOf(Upserted.Updated.class);
        assertThat(renamed.entity().name()).isEqualTo("Invited guests");
        assertThat(members(list.id())).containsExactly("bram");
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> segments.upsert(ref, "Invited", Guest.class, INDIAN))
                .satisfies(e -> assertThat(e.rule()).isEqualTo("segment-static"));
    }

    @Test
    void redefiningWithTheSameRuleWritesNothing() {
        Segment indians = segments.define("Indians", Guest.class, INDIAN);
        Segment again = segments.redefine(indians.id(), Guest.class, INDIAN);
        assertThat(again.revision()).isEqualTo(indians.revision());
        assertThat(fair.events(SegmentEvents.CHANGED)).isEmpty();
    }

    @Test
    void aPreviewCountsAndShowsASampleWithoutStoringAnything() {
        SegmentPreview<Guest> preview = segments.preview(Guest.class, where(Fair.TRADE, present()), 1);
        assertThat(preview.count()).isEqualTo(2);
        assertThat(preview.sample()).containsExactly(asha);
        assertThat(segments.find(always(), 10, null).items()).isEmpty();
        assertThat(segments.periodsOf(asha.ref())).isEmpty();
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> segments.preview(Guest.class, where(Fair.FORGOTTEN, is("x")), 1));
    }

    @Test
    void membersComeInPagesAndEachOnce() {
        Segment all = segments.define("All", Guest.class, always());
        Page<Guest> first = segments.members(all.id(), Guest.class, 2, null);
        Page<Guest> second =
                segments.members(all.id(), Guest.class, 2, first.next().orElseThrow());
        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).hasSize(1).doesNotContainAnyElementsOf(first.items());
        assertThat(segments.memberships(all.id(), 10, null).items()).hasSize(3);
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> segments.members(all.id(), Touch.class));
    }

    @Test
    void anExplanationSaysWhatIsStoredAndWhatHoldsNow() {
        Segment indians = segments.define("Indians", Guest.class, INDIAN);
        segments.include(indians.id(), bram.ref());
        fair.save(asha.from("NP"));
        MembershipExplanation leaving = segments.explain(indians.id(), asha.ref());
        assertThat(leaving.member()).isTrue();
        assertThat(leaving.belongs()).isFalse();
        assertThat(leaving.rule().orElseThrow().matches()).isFalse();
        assertThat(leaving.text()).startsWith("Is a member; will leave at the next refresh");
        MembershipExplanation included = segments.explain(indians.id(), bram.ref());
        assertThat(included.included()).isTrue();
        assertThat(included.text()).contains("Included by hand");
        segments.exclude(indians.id(), bram.ref());
        assertThat(segments.explain(indians.id(), bram.ref()).belongs()).isFalse();
    }

    @Test
    void aSubjectThatIsDeletedLeaves() {
        Segment indians = segments.define("Indians", Guest.class, INDIAN);
        segments.include(indians.id(), bram.ref());
        fair.delete(asha);
        fair.delete(bram);
        segments.refreshFor(asha.ref());
        assertThat(segments.isMember(indians.id(), asha.ref())).isFalse();
        segments.refresh(indians.id());
        assertThat(segments.memberships(indians.id(), 10, null).items()).isEmpty();
        assertThat(comings()).hasSize(4);
    }

    @Test
    void whatIsMissingIsNotFound() {
        SegmentId unknown = new SegmentId("unknown");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> segments.get(unknown));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> segments.refresh(unknown));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> segments.members(unknown, Guest.class));
        assertThat(segments.named("unknown")).isEmpty();
    }
}
