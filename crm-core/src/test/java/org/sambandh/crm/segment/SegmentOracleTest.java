package org.sambandh.crm.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.any;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.inSegment;
import static org.sambandh.crm.condition.Conditions.not;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.ageAtLeast;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Window.ever;
import static org.sambandh.crm.condition.Window.last;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.scoring.Fair;
import org.sambandh.crm.scoring.Guest;
import org.sambandh.crm.scoring.Touch;
import org.sambandh.crm.store.Query;

/** Segments that keep themselves up to date, against everybody asked anew at every step. */
class SegmentOracleTest {

    private static final int GUESTS = 5;
    private static final Duration TWO_DAYS = Duration.ofDays(2);
    private static final Duration ONE_DAY = Duration.ofDays(1);
    private static final List<String> COUNTRIES = List.of("IN", "NP", "BT");

    /** One random thing that happens. */
    record Step(String what, int guest, int number) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<String> what = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, Arbitraries.just("wait")),
                net.jqwik.api.Tuple.of(4, Arbitraries.just("waitAndAdvance")),
                net.jqwik.api.Tuple.of(5, Arbitraries.just("touch")),
                net.jqwik.api.Tuple.of(4, Arbitraries.just("move")),
                net.jqwik.api.Tuple.of(
                        8,
                        Arbitraries.of(
                                "admit",
                                "delete",
                                "handOver",
                                "redate",
                                "forget",
                                "include",
                                "uninclude",
                                "exclude",
                                "unexclude",
                                "redefine",
                                "merge",
                                "erase",
                                "busy",
                                "refresh",
                                "advanceInPart")));
        return Combinators.combine(
                        what,
                        Arbitraries.integers().between(0, GUESTS - 1),
                        Arbitraries.integers().between(0, 11))
                .as(Step::new)
                .list()
                .ofMaxSize(30);
    }

    /** One way to define a segment, told twice. */
    private record Way(Condition<?> condition, SegmentOracle.Rule oracle) {}

    private static final class Trial {
        private final Fair fair = new Fair(Fair.UTC, new SegmentReaction());
        private final Segments segments = fair.segments();
        private final SegmentOracle oracle = new SegmentOracle(Fair.START);
        private final Map<String, Guest> guests = new HashMap<>();
        private final List<String> touches = new ArrayList<>();
        private final Map<String, Touch> touchStates = new HashMap<>();
        private final List<SegmentId> ids = new ArrayList<>();
        private final List<List<Way>> ways = new ArrayList<>();

        Trial() {
            for (int i = 0; i < 3; i++) {
                admit(i);
            }
            country("Home", 0);
            guests(
                    "Active",
                    way(count(Fair.TOUCHES, last(TWO_DAYS), atLeast(1)), recent(1)),
                    way(count(Fair.TOUCHES, last(TWO_DAYS), atLeast(2)), recent(2)));
            touches(
                    "Indian",
                    way(
                            where(Fair.BY.to(Fair.COUNTRY), is("IN")),
                            (o, t, at) ->
                                    "IN".equals(o.countryOf(o.touches.get(t).guest()))));
            touches("Old", way(where(Fair.WHEN, ageAtLeast(ONE_DAY)), (o, t, at) -> {
                Instant when = o.touches.get(t).when();
                return when != null && !when.plus(ONE_DAY).isAfter(at);
            }));
            guests(
                    "Dormant",
                    way(all(in(0), not(in(1))), (o, g, at) -> o.isIn(0, g) && !o.isIn(1, g)),
                    way(any(in(0), in(1)), (o, g, at) -> o.isIn(0, g) || o.isIn(1, g)));
            guests(
                    "Loyal",
                    way(
                            count(Fair.TOUCHES, inSegment(ids.get(3)), ever(), atLeast(2)),
                            (o, g, at) ->
                                    o.touchesOf(g, t -> t.getValue().happened(at) && o.isIn(3, t.getKey())) >= 2));
            guests(
                    "Either",
                    way(
                            any(in(4), where(Fair.COUNTRY, is("BT")), in(5)),
                            (o, g, at) -> o.isIn(4, g) || "BT".equals(o.countryOf(g)) || o.isIn(5, g)));
            guests(
                    "New",
                    way(
                            count(
                                    SegmentMembershipFields.memberships(Fair.ID),
                                    where(SegmentMembershipFields.SEGMENT, is(ids.get(0))),
                                    last(ONE_DAY),
                                    atLeast(1)),
                            (o, g, at) -> o.enteredWithin(0, g, at, ONE_DAY) >= 1));
            guests(
                    "Mailed",
                    way(
                            count(Fair.TIMELESS, where(Fair.WHAT, is("mail")), ever(), atLeast(2)),
                            (o, g, at) ->
                                    o.touchesOf(g, t -> t.getValue().what().equals("mail")) >= 2));
        }

        private static SegmentOracle.Rule recent(int most) {
            return (o, g, at) -> o.touchesOf(g, t -> t.getValue().within(at, TWO_DAYS)) >= most;
        }

        private Condition<Guest> in(int segment) {
            return inSegment(ids.get(segment));
        }

        private static Way way(Condition<?> condition, SegmentOracle.Rule oracle) {
            return new Way(condition, oracle);
        }

        private void country(String name, int first) {
            List<Way> all = new ArrayList<>();
            for (String country : COUNTRIES) {
                all.add(way(where(Fair.COUNTRY, is(country)), (o, g, at) -> country.equals(o.countryOf(g))));
            }
            guests(name, all.toArray(new Way[0]));
        }

        @SuppressWarnings("unchecked") // made so
        private void guests(String name, Way... all) {
            ids.add(segments.define(name, Guest.class, (Condition<Guest>) all[0].condition())
                    .id());
            ways.add(List.of(all));
            oracle.segments.add(new SegmentOracle.Definition(true, all[0].oracle()));
            oracle.changed();
        }

        @SuppressWarnings("unchecked") // made so
        private void touches(String name, Way... all) {
            ids.add(segments.define(name, Touch.class, (Condition<Touch>) all[0].condition())
                    .id());
            ways.add(List.of(all));
            oracle.segments.add(new SegmentOracle.Definition(false, all[0].oracle()));
            oracle.changed();
        }

        private void admit(int number) {
            String id = "g" + number;
            if (!guests.containsKey(id) && !oracle.redirects.containsKey(id)) {
                String country = COUNTRIES.get(number % 3);
                oracle.guests.put(id, new SegmentOracle.GuestState(country));
                guests.put(id, fair.guest(id, country, null));
            }
        }

        void apply(Step step) {
            String id = "g" + step.guest();
            Guest guest = guests.get(id);
            int segment = step.number() % ids.size();
            switch (step.what()) {
                case "wait" -> wait(step.number());
                case "waitAndAdvance" -> {
                    wait(step.number());
                    segments.advanceTo(fair.instant());
                }
                case "advanceInPart" -> {
                    wait(step.number());
                    while (segments.advanceTo(fair.instant(), 1 + step.guest()).isDue(fair.instant())) {
                        assertThat(step.guest()).isNotNegative();
                    }
                }
                case "admit" -> admit(step.guest());
                case "refresh" -> segments.refreshAll();
                case "redefine" -> redefine(segment, step.guest());
                case "redate", "handOver", "forget" -> retouch(step);
                default -> {
                    if (guest != null) {
                        about(step, id, guest, segment);
                    }
                }
            }
        }

        private void wait(int ticks) {
            Instant later = oracle.now.plus(SegmentOracle.TICK.multipliedBy(ticks));
            fair.at(later);
            oracle.until(later);
        }

        private void about(Step step, String id, Guest guest, int segment) {
            switch (step.what()) {
                case "move" -> move(id, guest, COUNTRIES.get(step.number() % 3));
                case "touch" -> touch(guest, step.number());
                case "busy" ->
                    // Several changes in one unit are one change.
                    fair.inOne(() -> {
                        touch(guest, step.number());
                        touch(guest, step.number() + 1);
                        move(id, guest, "NP");
                    });
                case "delete" -> {
                    oracle.guests.remove(id);
                    guests.remove(id);
                    fair.delete(guest);
                }
                case "merge" -> {
                    Guest other = guests.get("g" + step.number() % GUESTS);
                    if (other != null && !other.equals(guest)) {
                        oracle.merge(id, other.id().value());
                        guests.remove(id);
                        fair.merge(guest, other);
                    }
                }
                case "erase" -> {
                    oracle.erase(id);
                    fair.erase(guest);
                }
                default -> list(step.what(), segment, guest);
            }
        }

        private void move(String id, Guest guest, String country) {
            oracle.guests.put(id, new SegmentOracle.GuestState(country));
            guests.put(id, fair.save(guest.from(country)));
        }

        private void touch(Guest guest, int number) {
            String what = number % 2 == 0 ? "mail" : "call";
            Instant when = number == 5 ? null : oracle.now.plus(SegmentOracle.TICK.multipliedBy(number - 4L));
            Touch touch = fair.touch(guest, what, when);
            String id = touch.id().value();
            touches.add(id);
            touchStates.put(id, touch);
            oracle.touches.put(id, new SegmentOracle.TouchState(guest.id().value(), what, when));
        }

        private void retouch(Step step) {
            if (touches.isEmpty()) {
                return;
            }
            String id = touches.get(step.number() % touches.size());
            Touch touch = touchStates.get(id);
            if (touch == null) {
                return;
            }
            if (step.what().equals("forget")) {
                oracle.touches.remove(id);
                touchStates.remove(id);
                fair.delete(touch);
                return;
            }
            Guest other = guests.get("g" + step.guest());
            Touch changed = step.what().equals("redate") || other == null
                    ? new Touch(touch.id(), touch.revision(), touch.guest(), touch.what(), oracle.now)
                    : new Touch(touch.id(), touch.revision(), other.id(), touch.what(), touch.when());
            oracle.touches.put(
                    id, new SegmentOracle.TouchState(changed.guest().value(), changed.what(), changed.when()));
            touchStates.put(id, fair.save(changed));
        }

        private void list(String what, int segment, Guest guest) {
            SegmentOracle.Definition definition = oracle.segments.get(segment);
            if (!definition.aboutGuests) {
                return;
            }
            String id = guest.id().value();
            switch (what) {
                case "include" -> {
                    definition.includes.add(id);
                    segments.include(ids.get(segment), guest.ref());
                }
                case "uninclude" -> {
                    definition.includes.remove(id);
                    segments.uninclude(ids.get(segment), guest.ref());
                }
                case "exclude" -> {
                    definition.excludes.add(id);
                    segments.exclude(ids.get(segment), guest.ref());
                }
                case "unexclude" -> {
                    definition.excludes.remove(id);
                    segments.unexclude(ids.get(segment), guest.ref());
                }
                default -> throw new AssertionError(what);
            }
        }

        @SuppressWarnings("unchecked") // made so
        private void redefine(int segment, int number) {
            List<Way> all = ways.get(segment);
            Way way = all.get(number % all.size());
            oracle.segments.get(segment).rule = way.oracle();
            if (oracle.segments.get(segment).aboutGuests) {
                segments.redefine(ids.get(segment), Guest.class, (Condition<Guest>) way.condition());
            } else {
                segments.redefine(ids.get(segment), Touch.class, (Condition<Touch>) way.condition());
            }
        }

        void compare(List<Step> done) {
            oracle.changed();
            for (int i = 0; i < ids.size(); i++) {
                SegmentId id = ids.get(i);
                List<String> stored =
                        fair.run(unit -> new Roster(unit).read(where(SegmentMembershipFields.SEGMENT, is(id)))).stream()
                                .map(m -> SegmentOracle.line(
                                        m.subject().id(), m.since(), m.until().orElse(null)))
                                .sorted()
                                .collect(Collectors.toList());
                assertThat(stored).as("segment %s after %s", i, done).isEqualTo(oracle.stays(i));
            }
        }

        /** A refresh finds nothing to do, and no flip is kept twice, or for somebody who is gone. */
        void nothingIsLeft() {
            assertThat(segments.refreshAll())
                    .allSatisfy(r -> assertThat(r)
                            .isInstanceOfSatisfying(
                                    SegmentRefresh.Done.class,
                                    d -> assertThat(d.isChange()).isFalse()));
            List<SegmentFlip> flips = fair.run(unit ->
                    Roster.readAll(unit.get(SegmentFlipRepository.class), Query.<SegmentFlip>all(unit.moment())));
            assertThat(flips.stream().map(f -> f.segment() + " " + f.subject())).doesNotHaveDuplicates();
            TreeSet<String> there = new TreeSet<>(guests.keySet());
            there.addAll(touchStates.keySet());
            assertThat(flips)
                    .allSatisfy(f -> assertThat(there).contains(f.subject().id()))
                    .allSatisfy(f -> assertThat(f.until()).isAfter(fair.instant()));
        }

        /** Each stay that was entered was entered by one event, and left by one. */
        void eventsAlternate() {
            Map<String, Boolean> inside = new HashMap<>();
            for (String event : fair.events(SegmentEvents.ENTERED, SegmentEvents.LEFT)) {
                boolean entering = event.startsWith(SegmentEvents.ENTERED);
                String who = event.substring(event.indexOf(' '), event.indexOf(']'));
                assertThat(inside.getOrDefault(who, false)).as(event).isEqualTo(!entering);
                inside.put(who, entering);
            }
            long open = 0;
            for (SegmentId id : ids) {
                open += segments.memberships(id, 10_000, null).items().size();
            }
            assertThat(inside.values().stream().filter(in -> in).count()).isEqualTo(open);
        }
    }

    @Property(tries = 120)
    void afterEveryStepMembersAndTheirSinceEqualEvaluatingEverybodyAtEveryInstant(@ForAll("steps") List<Step> steps) {
        Trial trial = new Trial();
        trial.compare(List.of());
        for (int i = 0; i < steps.size(); i++) {
            trial.apply(steps.get(i));
            if (!steps.get(i).what().equals("wait")) {
                // A step that wrote nothing gave no occasion to act; one that did must have seen what was due before
                // it.
                trial.segments.advanceTo(trial.fair.instant());
                trial.compare(steps.subList(0, i + 1));
            }
        }
        trial.segments.advanceTo(trial.fair.instant());
        trial.compare(steps);
        trial.nothingIsLeft();
        trial.eventsAlternate();
    }
}
