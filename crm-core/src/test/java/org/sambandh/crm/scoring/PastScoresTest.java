package org.sambandh.crm.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.inSegment;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Window.ever;
import static org.sambandh.crm.condition.Window.last;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.InteractionId;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.event.Change;
import org.sambandh.crm.event.Event;
import org.sambandh.crm.event.EventFields;
import org.sambandh.crm.store.EventRepository;
import org.sambandh.crm.store.Query;

class PastScoresTest {

    private static final ModelId MODEL = new ModelId("past");

    private final Fair fair = new Fair();
    private final Scores scores = fair.scores();

    private static Criterion<Guest> criterion(String code, long points, Condition<Guest> condition) {
        return Criterion.of(code, code, points, Guest.class, condition);
    }

    private static Criterion<Guest> mails() {
        return criterion(
                        "mails",
                        5,
                        count(Fair.TOUCHES, where(Fair.WHAT, is("mail")), last(Duration.ofDays(10)), atLeast(1)))
                .eachTime();
    }

    private static PointsModel<Guest> model(List<Criterion<Guest>> criteria) {
        return new PointsModel<>(
                MODEL,
                1,
                "Past",
                Guest.class,
                List.of(new Group<>("g", "G", Group.Kind.FIT, null, criteria)),
                null,
                List.of(Grade.of("A", 20), Grade.of("B", 10)));
    }

    private static Instant day(long day) {
        return Fair.START.plus(Duration.ofDays(day));
    }

    private Guest put(@Nullable Guest before, Guest after) {
        return fair.run(unit -> {
            Guest saved =
                    unit.get(Fair.GuestRepository.class).save(List.of(after)).get(0);
            unit.record("customer.changed", Guest.class, before, saved, List.of(), Map.of());
            return saved;
        });
    }

    private Touch touch(@Nullable Touch before, Touch after, Guest... whose) {
        return fair.run(unit -> {
            Touch saved =
                    unit.get(Fair.TouchRepository.class).save(List.of(after)).get(0);
            List<EntityRef> concerning = List.of(whose).stream().map(Guest::ref).toList();
            unit.record("touch.changed", Touch.class, before, saved, concerning, Map.of());
            return saved;
        });
    }

    private static Touch mail(String id, Guest guest, @Nullable Instant when) {
        return new Touch(new InteractionId(id), Revision.NEW, guest.id(), "mail", when);
    }

    private Score then(Guest guest, Instant at) {
        return scores.scoreAt(MODEL, guest.ref(), at);
    }

    @Test
    void aFieldIsReadAsItWasThenAndBeforeTheSubjectWasMadeItIsMissing() {
        scores.define(model(List.of(criterion("land", 10, where(Fair.COUNTRY, is("IN"))))));
        fair.at(day(1));
        Guest asha = put(null, Guest.of("asha", "IN", "steel"));
        fair.at(day(3));
        asha = put(asha, asha.from("NL"));
        fair.at(day(5));
        asha = put(asha, asha.from("IN"));
        fair.at(day(9));
        List<String> values = new ArrayList<>();
        for (long day : new long[] {0, 1, 2, 3, 4, 5, 6}) {
            Score score = then(asha, day(day));
            values.add(score.value().toPlainString());
            assertThat(score.currentValues()).isEmpty();
            assertThat(score.valuesAsOf()).isNull();
            assertThat(score.moment().at()).isEqualTo(day(day));
        }
        assertThat(values).containsExactly("0", "10", "10", "0", "0", "10", "10");
    }

    /** What was scored at one instant, to be compared later. */
    private record Recorded(Guest guest, Score score) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whatWasScoredAtEachStepIsWhatIsScoredForThatInstantLater(long seed) {
        Random random = new Random(seed);
        Condition<Guest> called = count(Fair.TIMELESS, where(Fair.WHAT, is("call")), ever(), atLeast(1));
        Condition<Guest> bySteel = count(Fair.TOUCHES, where(Fair.BY.to(Fair.TRADE), is("steel")), ever(), atLeast(1));
        scores.define(model(List.of(
                criterion("land", 10, where(Fair.COUNTRY, is("IN"))),
                criterion("badge", 4, where(Fair.BADGES, is("gold"))),
                mails(),
                criterion("calls", 3, called).eachTime(),
                criterion("steel", 2, bySteel).eachTime())));
        List<Guest> guests = new ArrayList<>();
        List<Touch> touches = new ArrayList<>();
        List<Recorded> recorded = new ArrayList<>();
        Instant now = Fair.START;
        for (int step = 0; step < 60; step++) {
            now = now.plus(Duration.ofHours(1 + random.nextInt(40)));
            fair.at(now);
            if (guests.size() < 3 && random.nextInt(4) == 0 || guests.isEmpty()) {
                guests.add(put(null, varied(random, Guest.of("g" + guests.size(), null, null))));
            }
            int whose = random.nextInt(guests.size());
            Guest guest = guests.get(whose);
            int action = random.nextInt(4);
            if (action == 0) {
                guests.set(whose, put(guest, varied(random, guest)));
            } else if (action == 1 || touches.isEmpty()) {
                Instant when = random.nextInt(6) == 0 ? null : now;
                Touch made = mail("t" + touches.size(), guest, when);
                touches.add(touch(null, random.nextBoolean() ? made : about(made, made.guest(), "call"), guest));
            } else if (action == 2) {
                int which = random.nextInt(touches.size());
                Touch before = touches.get(which);
                Guest from = guests.get(Integer.parseInt(before.guest().value().substring(1)));
                String what = List.of("mail", "call", "web").get(random.nextInt(3));
                touches.set(which, touch(before, about(before, guest.id(), what), guest, from));
            }
            for (Guest scored : guests) {
                recorded.add(new Recorded(scored, scores.score(MODEL, scored.ref())));
            }
        }
        fair.at(now.plus(Duration.ofDays(1)));
        long told = recorded.stream().map(r -> r.score().value()).distinct().count();
        assertThat(told).isGreaterThan(5);
        for (Recorded then : recorded) {
            Score past = then(then.guest(), then.score().moment().at());
            assertThat(past.currentValues()).isEmpty();
            assertThat(past.contributions()).isEqualTo(then.score().contributions());
            assertThat(past.value()).isEqualTo(then.score().value());
            assertThat(past.grade()).isEqualTo(then.score().grade());
        }
    }

    private static Guest varied(Random random, Guest guest) {
        List<String> badges = List.of(List.<String>of(), List.of("gold"), List.of("red", "gold"), List.of("red"))
                .get(random.nextInt(4));
        @Nullable String trade = random.nextBoolean() ? "steel" : null;
        return new Guest(guest.id(), guest.revision(), random.nextBoolean() ? "IN" : "NL", trade, badges);
    }

    private static Touch about(Touch touch, CustomerId guest, String what) {
        return new Touch(touch.id(), touch.revision(), guest, what, touch.when());
    }

    @Test
    void aFactOfUnknownTimeIsThereFromWhenItWasMadeAndOneWithATimeFromItsTime() {
        scores.define(model(List.of(criterion("some", 1, count(Fair.TIMELESS, ever(), atLeast(1))), mails())));
        Guest asha = put(null, Guest.of("asha", "IN", "steel"));
        fair.at(day(4));
        touch(null, mail("t", asha, day(2)), asha);
        fair.at(day(6));
        assertThat(then(asha, day(1)).value()).isEqualByComparingTo("0");
        assertThat(then(asha, day(3)).value()).isEqualByComparingTo("5");
        assertThat(then(asha, day(5)).value()).isEqualByComparingTo("6");
    }

    @Test
    void aFactThatWasDestroyedSinceIsMissedAndSaid() {
        scores.define(model(List.of(mails())));
        Guest asha = put(null, Guest.of("asha", "IN", "steel"));
        Touch mail = touch(null, mail("t", asha, day(0)), asha);
        fair.at(day(2));
        assertThat(then(asha, day(1)).currentValues()).isEmpty();
        fair.run(unit -> {
            unit.get(Fair.TouchRepository.class).delete(mail.id(), mail.revision());
            unit.record("touch.deleted", Touch.class, mail, null, List.of(asha.ref()), Map.of());
            return unit;
        });
        fair.at(day(3));
        Score past = then(asha, day(1));
        assertThat(past.value()).isEqualByComparingTo("0");
        assertThat(past.currentValues()).containsExactly("touches");
        assertThat(past.valuesAsOf()).isEqualTo(day(3));
    }

    @Test
    void whereTheOutboxWasPrunedOrErasedOrWrittenPastTheFieldIsNamed() {
        scores.define(model(List.of(
                criterion("land", 10, where(Fair.COUNTRY, is("IN"))),
                criterion("steel", 5, where(Fair.TRADE, is("steel"))))));
        Guest asha = put(null, Guest.of("asha", "IN", "steel"));
        fair.at(day(2));
        Guest moved = put(asha, asha.from("NL"));
        fair.at(day(4));
        assertThat(then(asha, day(1)).currentValues()).isEmpty();

        Guest silently = fair.save(moved.from("IN"));
        assertThat(then(asha, day(1)).currentValues()).containsExactly("country");
        fair.save(silently.from("NL"));
        assertThat(then(asha, day(1)).currentValues()).isEmpty();

        List<Event> events = events(asha);
        forget(events.get(0));
        assertThat(then(asha, day(1)).currentValues()).containsExactly("country", "trade");
        assertThat(then(asha, day(3)).currentValues()).isEmpty();
        forget(events.get(1));
        assertThat(then(asha, day(3)).currentValues()).containsExactly("country", "trade");
    }

    @Test
    void anErasedTextIsNotTakenForAMissingValue() {
        scores.define(model(List.of(criterion("land", 10, where(Fair.COUNTRY, is("IN"))))));
        Guest asha = put(null, Guest.of("asha", "IN", "steel"));
        fair.at(day(2));
        put(asha, asha.from("NL"));
        Event change = events(asha).get(1);
        fair.run(unit -> unit.get(EventRepository.class)
                .save(List.of(new Event(
                        change.id(),
                        change.revision(),
                        change.type(),
                        change.subject(),
                        change.concerning(),
                        change.at(),
                        change.actor(),
                        change.changes().stream().map(Change::erased).toList(),
                        change.data()))));
        fair.at(day(4));
        assertThat(then(asha, day(1)).currentValues()).containsExactly("country");
    }

    private List<Event> events(Guest guest) {
        return fair.run(unit -> unit.get(EventRepository.class)
                .find(Query.of(where(EventFields.SUBJECT, is(guest.ref().toString())), unit.moment()))
                .items());
    }

    private void forget(Event event) {
        fair.run(unit -> {
            unit.get(EventRepository.class).delete(event.id(), event.revision());
            return unit;
        });
    }

    @Test
    void membershipIsThatOfThenBecausePeriodsHaveDates() {
        Guest asha = put(null, Guest.of("asha", "IN", "steel"));
        SegmentId segment = fair.segments()
                .define("Indians", Guest.class, where(Fair.COUNTRY, is("IN")))
                .id();
        fair.segments().refresh(segment);
        scores.define(model(List.of(criterion("member", 7, inSegment(segment)))));
        fair.at(day(2));
        Guest moved = put(asha, asha.from("NL"));
        fair.segments().refresh(segment);
        fair.at(day(4));
        put(moved, moved.from("IN"));
        fair.segments().refresh(segment);
        fair.at(day(6));
        List<String> values = new ArrayList<>();
        for (long day : new long[] {1, 3, 5}) {
            Score past = then(asha, day(day));
            values.add(past.value().toPlainString());
            assertThat(past.currentValues()).isEmpty();
        }
        assertThat(values).containsExactly("7", "0", "7");
    }

    @Test
    void theVersionInForceThenCountsUnlessAnotherIsNamed() {
        fair.at(day(1));
        scores.define(model(List.of(criterion("land", 10, where(Fair.COUNTRY, is("IN"))))));
        fair.at(day(3));
        scores.define(model(List.of(criterion("land", 25, where(Fair.COUNTRY, is("IN"))))));
        Guest asha = put(null, Guest.of("asha", "IN", "steel"));
        Guest bram = fair.save(Guest.of("bram", "IN", null));
        fair.at(day(5));
        assertThat(then(bram, day(2)).version()).isEqualTo(1);
        assertThat(then(bram, day(2)).value()).isEqualByComparingTo("10");
        assertThat(then(asha, day(4)).version()).isEqualTo(2);
        assertThat(scores.scoreAt(MODEL, 2, bram.ref(), day(0)).value()).isEqualByComparingTo("25");
        assertThat(scores.scoreAt(MODEL, 1, asha.ref(), day(4)).grade()).isEqualTo("B");
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> then(asha, day(0)))
                .satisfies(e -> assertThat(e.path()).isEqualTo("at"));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> scores.scoreAt(MODEL, 3, asha.ref(), day(4)))
                .satisfies(e -> assertThat(e.path()).isEqualTo("version"));
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> scores.scoreAt(MODEL, 1, asha.ref(), day(6)));
    }
}
