package org.sambandh.crm.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.any;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.inSegment;
import static org.sambandh.crm.condition.Conditions.not;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Window.last;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.scoring.Fair;
import org.sambandh.crm.scoring.Guest;

/** Many segments in memory, one bit for each subject. */
class LiveSegmentsTest {

    private static final SegmentId HOME = new SegmentId("home");
    private static final SegmentId STEEL = new SegmentId("steel");
    private static final SegmentId BOTH = new SegmentId("both");
    private static final SegmentId NONE = new SegmentId("none");
    private static final CustomerId ASHA = new CustomerId("asha");

    private final Fair fair = new Fair();
    private final List<String> told = new ArrayList<>();
    private final LiveSegments.Listener listener =
            (segment, subject, entered) -> told.add((entered ? "+" : "-") + segment + " " + subject);

    private static Map<SegmentId, Condition<Guest>> rules() {
        Map<SegmentId, Condition<Guest>> rules = new LinkedHashMap<>();
        // Named before what it names, to be put in order.
        rules.put(NONE, not(any(inSegment(BOTH), inSegment(STEEL))));
        rules.put(BOTH, all(inSegment(HOME), inSegment(STEEL)));
        rules.put(HOME, where(Fair.COUNTRY, is("IN")));
        rules.put(STEEL, where(Fair.TRADE, is("steel")));
        return rules;
    }

    private LiveSegments<Guest> live() {
        return new LiveSegments<>(fair.catalog(), Guest.class, rules());
    }

    @Test
    void aChangeTellsWhoEntersAndLeavesAndNothingElse() {
        LiveSegments<Guest> live = live();
        Guest asha = Guest.of("asha", "NP", "steel");
        live.changed(null, asha, Facts.NONE, fair.moment(), listener);
        assertThat(told).containsExactly("+steel asha");
        Guest home = asha.from("IN");
        live.changed(asha, home, Facts.NONE, fair.moment(), listener);
        live.changed(home, home, Facts.NONE, fair.moment(), listener);
        assertThat(told).containsExactly("+steel asha", "+home asha", "+both asha");
        assertThat(live.isMember(BOTH, ASHA)).isTrue();
        assertThat(live.isMember(NONE, ASHA)).isFalse();
        assertThat(live.size(BOTH)).isEqualTo(1);
        told.clear();
        live.changed(home, Guest.of("asha", "IN", null), Facts.NONE, fair.moment(), listener);
        assertThat(told).containsExactly("-steel asha", "-both asha", "+none asha");
    }

    @Test
    void whoKnowsWhatDiffersNeedNotShowTheStateBefore() {
        LiveSegments<Guest> live = live();
        live.changedIn(Guest.of("asha", "NP", "steel"), List.of(), Facts.NONE, fair.moment(), listener);
        Guest home = Guest.of("asha", "IN", "steel");
        live.changedIn(home, List.of(Fair.TRADE, Fair.BADGES), Facts.NONE, fair.moment(), listener);
        assertThat(told).containsExactly("+steel asha");
        live.changedIn(home, List.of(Fair.COUNTRY), Facts.NONE, fair.moment(), listener);
        assertThat(told).containsExactly("+steel asha", "+home asha", "+both asha");
    }

    @Test
    void whoIsGoneLeavesEverywhereAndItsPlaceIsUsedAgain() {
        LiveSegments<Guest> live = live();
        Guest asha = Guest.of("asha", "IN", "steel");
        live.changed(null, asha, Facts.NONE, fair.moment(), listener);
        told.clear();
        live.changed(asha, null, Facts.NONE, fair.moment(), listener);
        live.changed(asha, null, Facts.NONE, fair.moment(), listener);
        assertThat(told).containsExactlyInAnyOrder("-home asha", "-steel asha", "-both asha");
        assertThat(live.subjects()).isZero();
        live.changed(null, Guest.of("bram", "NL", null), Facts.NONE, fair.moment(), listener);
        assertThat(live.isMember(HOME, new CustomerId("bram"))).isFalse();
        assertThat(live.size(HOME)).isZero();
    }

    @Test
    void relatedFactsAndTimeAreTheCallersToTell() {
        SegmentId active = new SegmentId("active");
        LiveSegments<Guest> live = new LiveSegments<>(
                fair.catalog(), Guest.class, Map.of(active, count(Fair.TOUCHES, last(Duration.ofDays(2)), atLeast(1))));
        Guest asha = fair.guest("asha", "IN", null);
        fair.run(unit -> {
            live.changed(null, asha, unit.facts(), unit.moment(), listener);
            return unit;
        });
        fair.touch(asha, "mail", Fair.START);
        fair.run(unit -> {
            live.related(asha, Fair.TIMELESS, unit.facts(), unit.moment(), listener);
            assertThat(told).isEmpty();
            live.related(asha, Fair.TOUCHES, unit.facts(), unit.moment(), listener);
            assertThat(told).containsExactly("+active asha");
            return unit;
        });
        fair.at(Fair.START.plus(Duration.ofDays(3)));
        fair.run(unit -> {
            live.evaluate(asha, unit.facts(), unit.moment(), listener);
            return unit;
        });
        assertThat(told).containsExactly("+active asha", "-active asha");
    }

    /** 150 segments, so that their bits take three words; the bits equal an evaluation from scratch all along. */
    @Test
    void afterRandomChangesTheBitsEqualEvaluatingEverybody() {
        Random random = new Random(7);
        List<String> words = List.of("IN", "NP", "BT", "steel", "wood", "silk");
        Map<SegmentId, Condition<Guest>> rules = new LinkedHashMap<>();
        for (int i = 0; i < 150; i++) {
            Condition<Guest> rule = i % 2 == 0
                    ? where(Fair.COUNTRY, is(words.get(i % 3)))
                    : where(Fair.TRADE, is(words.get(3 + i % 3)));
            boolean names = i > 10 && i % 5 == 0;
            rules.put(new SegmentId("s" + i), names ? any(rule, not(inSegment(new SegmentId("s" + (i - 7))))) : rule);
        }
        LiveSegments<Guest> live = new LiveSegments<>(fair.catalog(), Guest.class, rules);
        Map<String, Guest> guests = new HashMap<>();
        TreeSet<String> inside = new TreeSet<>();
        LiveSegments.Listener book = (segment, subject, entered) -> assertThat(
                        entered ? inside.add(segment + " " + subject) : inside.remove(segment + " " + subject))
                .isTrue();
        for (int step = 0; step < 600; step++) {
            String id = "g" + random.nextInt(90);
            Guest after = random.nextInt(5) == 0
                    ? null
                    : Guest.of(id, words.get(random.nextInt(3)), words.get(3 + random.nextInt(3)));
            Guest before = after == null ? guests.remove(id) : guests.put(id, after);
            if (before != null || after != null) {
                live.changed(before, after, Facts.NONE, fair.moment(), book);
            }
        }
        LiveSegments<Guest> fresh = new LiveSegments<>(fair.catalog(), Guest.class, rules);
        TreeSet<String> expected = new TreeSet<>();
        guests.values()
                .forEach(g -> fresh.evaluate(
                        g,
                        Facts.NONE,
                        fair.moment(),
                        (segment, subject, entered) -> expected.add(segment + " " + subject)));
        assertThat(inside).isEqualTo(expected).isNotEmpty();
        rules.keySet()
                .forEach(segment -> assertThat(live.size(segment)).isEqualTo((int)
                        inside.stream().filter(s -> s.startsWith(segment + " ")).count()));
    }

    @Test
    void circlesUnknownSegmentsAndForeignFieldsAreRefused() {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> new LiveSegments<>(
                        fair.catalog(), Guest.class, Map.of(HOME, inSegment(STEEL), STEEL, inSegment(HOME))))
                .matches(e -> e.rule().equals("segment-cycle"));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> new LiveSegments<>(fair.catalog(), Guest.class, Map.of(HOME, inSegment(STEEL))))
                .matches(e -> e.rule().equals("segment-unknown"));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() ->
                        new LiveSegments<>(fair.catalog(), Guest.class, Map.of(HOME, where(Fair.FORGOTTEN, is("x")))));
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> live().size(new SegmentId("other")));
    }
}
