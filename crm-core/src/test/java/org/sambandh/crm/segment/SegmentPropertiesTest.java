package org.sambandh.crm.segment;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.scoring.Fair;
import org.sambandh.crm.scoring.Guest;
import org.sambandh.crm.store.Query;

class SegmentPropertiesTest {

    private static final int GUESTS = 6;

    /** One random thing that happens. */
    record Step(String what, int guest, int number) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<String> what = Arbitraries.of(
                "move",
                "touch",
                "wait",
                "include",
                "uninclude",
                "exclude",
                "unexclude",
                "delete",
                "refresh",
                "refreshFor");
        return Combinators.combine(
                        what,
                        Arbitraries.integers().between(0, GUESTS - 1),
                        Arbitraries.integers().between(0, 2))
                .as(Step::new)
                .list()
                .ofMaxSize(25);
    }

    /** A tenant with a segment by field, one by facts in a window, and one on both. */
    private static final class Trial {
        private final Fair fair = new Fair();
        private final Segments segments = fair.segments();
        private final Map<Integer, Guest> guests = new HashMap<>();
        private final List<Segment> defined;

        Trial() {
            for (int i = 0; i < GUESTS; i++) {
                guests.put(i, fair.guest("g" + i, i % 2 == 0 ? "IN" : "NP", null));
            }
            Segment indians = segments.define("Indians", Guest.class, where(Fair.COUNTRY, is("IN")));
            Segment active =
                    segments.define("Active", Guest.class, count(Fair.TOUCHES, last(Duration.ofDays(2)), atLeast(1)));
            Condition<Guest> both = all(inSegment(indians.id()), not(inSegment(active.id())));
            Segment dormant = segments.define("Dormant", Guest.class, any(both, where(Fair.COUNTRY, is("BT"))));
            defined = List.of(indians, active, dormant);
        }

        void apply(Step step) {
            Guest guest = guests.get(step.guest());
            if (guest == null) {
                return;
            }
            Segment segment = defined.get(step.number());
            switch (step.what()) {
                case "move" ->
                    guests.put(
                            step.guest(),
                            fair.save(guest.from(List.of("IN", "NP", "BT").get(step.number()))));
                case "touch" -> fair.touch(guest, "mail", fair.instant());
                case "wait" -> fair.at(fair.instant().plus(Duration.ofDays(step.number())));
                case "include" -> segments.include(segment.id(), guest.ref());
                case "uninclude" -> segments.uninclude(segment.id(), guest.ref());
                case "exclude" -> segments.exclude(segment.id(), guest.ref());
                case "unexclude" -> segments.unexclude(segment.id(), guest.ref());
                case "refresh" -> segments.refresh(segment.id());
                case "refreshFor" -> segments.refreshFor(guest.ref());
                case "delete" -> {
                    if (step.number() == 0) {
                        fair.delete(guest);
                        guests.remove(step.guest());
                    }
                }
                default -> throw new AssertionError(step.what());
            }
        }

        Set<String> stored(Segment segment) {
            return segments.memberships(segment.id(), 1_000, null).items().stream()
                    .map(m -> m.subject().id())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** Everybody, one by one, by the definition. */
        Set<String> expected(Segment defined) {
            Segment segment = segments.get(defined.id());
            return fair.run(unit -> {
                @SuppressWarnings("unchecked") // all segments of the trial are about guests
                Condition<Guest> rule =
                        (Condition<Guest>) segment.rule().orElseThrow().condition();
                CompiledCondition<Guest> compiled = CompiledCondition.of(rule, Guest.class, unit.catalog());
                Set<String> ids = new TreeSet<>();
                for (Guest guest : unit.repositories()
                        .of(Guest.class)
                        .find(Query.all(unit.moment()))
                        .items()) {
                    String id = guest.id().value();
                    boolean wanted = compiled.test(guest, unit.facts(), unit.moment())
                            || segment.includes().contains(id);
                    if (wanted && !segment.excludes().contains(id)) {
                        ids.add(id);
                    }
                }
                return ids;
            });
        }
    }

    @Property(tries = 150)
    void afterRandomChangesARefreshEqualsEvaluatingEverybody(@ForAll("steps") List<Step> steps) {
        Trial trial = new Trial();
        steps.forEach(trial::apply);
        trial.segments.refreshAll();
        for (Segment segment : trial.defined) {
            assertThat(trial.stored(segment)).isEqualTo(trial.expected(segment));
        }
        assertThat(trial.segments.refreshAll())
                .allSatisfy(result -> assertThat(result)
                        .isInstanceOfSatisfying(
                                SegmentRefresh.Done.class,
                                done -> assertThat(done.isChange()).isFalse()));
    }

    @Property(tries = 100)
    void everySubjectEntersAndLeavesInTurnOncePerPeriod(@ForAll("steps") List<Step> steps) {
        Trial trial = new Trial();
        for (Step step : steps) {
            trial.apply(step);
            trial.segments.refreshAll();
        }
        Map<String, Boolean> inside = new HashMap<>();
        int entered = 0;
        for (String event : trial.fair.events(SegmentEvents.ENTERED, SegmentEvents.LEFT)) {
            boolean entering = event.startsWith(SegmentEvents.ENTERED);
            String who = event.substring(event.indexOf(' '), event.indexOf(']'));
            assertThat(inside.getOrDefault(who, false)).as(event).isEqualTo(!entering);
            inside.put(who, entering);
            entered += entering ? 1 : 0;
        }
        int periods = 0;
        for (int i = 0; i < GUESTS; i++) {
            periods +=
                    trial.segments.periodsOf(new EntityRef("customer", "g" + i)).size();
        }
        assertThat(periods).isEqualTo(entered);
        long open =
                trial.defined.stream().mapToLong(s -> trial.stored(s).size()).sum();
        assertThat(inside.values().stream().filter(in -> in).count()).isEqualTo(open);
    }
}
