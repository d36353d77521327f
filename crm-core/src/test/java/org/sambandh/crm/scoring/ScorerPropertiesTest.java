package org.sambandh.crm.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Conditions.always;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.not;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.ageAtMost;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.atMost;
import static org.sambandh.crm.condition.Tests.between;
import static org.sambandh.crm.condition.Tests.in;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Tests.startsWith;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.InteractionId;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.condition.Verdict;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.field.Relation;

class ScorerPropertiesTest {

    private static final Guest GUEST = Guest.of("g", "IN", "steel");
    private static final List<String> KINDS = List.of("click", "visit", "mail");
    private static final Fair FAIR = new Fair();

    /** A whole trial: a model, what a guest did, and where its months are counted. */
    record Trial(PointsModel<Guest> model, List<Touch> touches, ZoneId zone) {
        Score at(Instant instant) {
            return Scorer.of(model, FAIR.catalog()).score(GUEST, facts(touches), new Moment(instant, zone));
        }
    }

    @Provide
    Arbitrary<Trial> trials() {
        return Combinators.combine(
                        groups(),
                        caps(),
                        touches(),
                        Arbitraries.of("UTC", "Asia/Kolkata", "America/New_York", "Pacific/Kiritimati"))
                .as((groups, cap, touches, zone) -> new Trial(
                        new PointsModel<>(
                                new ModelId("m"),
                                1,
                                "M",
                                Guest.class,
                                groups,
                                cap,
                                List.of(Grade.of("A", 30), Grade.of("B", 10), Grade.of("C", 0))),
                        touches,
                        ZoneId.of(zone)));
    }

    /** A group whose criteria have no codes of their own yet. */
    record Draft(List<Criterion<Guest>> criteria, @Nullable BigDecimal cap) {}

    private static Arbitrary<List<Group<Guest>>> groups() {
        Arbitrary<List<Criterion<Guest>>> criteria =
                Arbitraries.oneOf(once(), perFact()).list().ofMaxSize(4);
        return Combinators.combine(criteria, caps())
                .as(Draft::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(ScorerPropertiesTest::withCodes);
    }

    private static List<Group<Guest>> withCodes(List<Draft> drafts) {
        List<Group<Guest>> groups = new ArrayList<>();
        for (Draft draft : drafts) {
            List<Criterion<Guest>> criteria = new ArrayList<>();
            for (Criterion<Guest> c : draft.criteria()) {
                criteria.add(new Criterion<>(
                        "c" + groups.size() + "-" + criteria.size(),
                        c.name(),
                        c.points(),
                        c.rule(),
                        c.perFact(),
                        c.newest(),
                        c.cap(),
                        c.decay()));
            }
            groups.add(new Group<>("g" + groups.size(), "G", Group.Kind.ENGAGEMENT, draft.cap(), criteria));
        }
        return groups;
    }

    private static Arbitrary<Criterion<Guest>> once() {
        Condition<Guest> indian = where(Fair.COUNTRY, is("IN"));
        Condition<Guest> dutch = where(Fair.COUNTRY, in("NL", "IN", "DE"));
        Condition<Guest> steel = not(where(Fair.TRADE, is("steel")));
        Condition<Guest> both = Conditions.all(indian, where(Fair.TRADE, startsWith("st")));
        Condition<Guest> busy = count(Fair.TOUCHES, Window.last(Duration.ofDays(20)), atLeast(2));
        Condition<Guest> mailed = count(Fair.TOUCHES, where(Fair.WHAT, in("mail", "visit")), Window.ever(), atMost(3));
        Condition<Guest> early = count(
                Fair.TOUCHES,
                where(Fair.WHAT, is("click")),
                Window.fixed(Fair.START.minusSeconds(86_400 * 30), Fair.START),
                is(BigDecimal.ONE));
        Condition<Guest> newest = count(
                Fair.TOUCHES,
                where(Fair.WHEN, ageAtMost(Duration.ofDays(9))),
                Window.last(Duration.ofHours(500)),
                atLeast(1));
        return Combinators.combine(
                        points(),
                        caps(),
                        Arbitraries.of(List.of(
                                indian,
                                dutch,
                                steel,
                                both,
                                busy,
                                mailed,
                                early,
                                newest,
                                ScorerPropertiesTest.<Guest>any())))
                .as((points, cap, condition) -> new Criterion<>(
                        "c",
                        "C",
                        points,
                        Criterion.of("c", "C", 0, Guest.class, condition).rule(),
                        false,
                        null,
                        cap,
                        null));
    }

    private static <S> Condition<S> any() {
        return always();
    }

    private static Arbitrary<Criterion<Guest>> perFact() {
        Arbitrary<Window> windows = Arbitraries.of(
                Window.ever(),
                Window.last(Duration.ofDays(20)),
                Window.last(Duration.ofHours(30)),
                Window.fixed(Fair.START.minus(Duration.ofDays(40)), Fair.START.plus(Duration.ofDays(3))));
        Arbitrary<@Nullable Decay> decays = Arbitraries.of(
                        Decay.halfLife(3),
                        Decay.halfLife(30),
                        Decay.halfLife(400),
                        Decay.linear(BigDecimal.valueOf(30)))
                .injectNull(0.4);
        Arbitrary<Condition<Guest>> conditions = Combinators.combine(
                        Arbitraries.of(KINDS), windows, Arbitraries.of(atLeast(1), atLeast(2), between(1, 3)))
                .as((kind, window, test) -> count(Fair.TOUCHES, where(Fair.WHAT, is(kind)), window, test));
        return Combinators.combine(
                        points(),
                        caps(),
                        conditions,
                        Arbitraries.integers().between(1, 3).injectNull(0.6),
                        decays)
                .as((points, cap, condition, newest, decay) -> new Criterion<>(
                        "c",
                        "C",
                        points,
                        Criterion.of("c", "C", 0, Guest.class, condition).rule(),
                        true,
                        newest,
                        cap,
                        decay));
    }

    private static Arbitrary<BigDecimal> points() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.valueOf(-40), BigDecimal.valueOf(40))
                .ofScale(3);
    }

    private static Arbitrary<@Nullable BigDecimal> caps() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(60))
                .ofScale(1)
                .injectNull(0.5);
    }

    static Arbitrary<List<Touch>> touches() {
        Arbitrary<@Nullable Instant> when = Arbitraries.longs()
                .between(-100L * 24 * 60, 20L * 24 * 60)
                .map(minutes -> Fair.START.plus(Duration.ofMinutes(minutes)))
                .injectNull(0.05);
        return Combinators.combine(Arbitraries.of(KINDS), when)
                .as((kind, at) -> new Touch(new InteractionId("t"), Revision.NEW, GUEST.id(), kind, at))
                .list()
                .ofMaxSize(12);
    }

    /** The facts of the only guest, in no store. */
    private static Facts facts(List<Touch> touches) {
        return new Facts() {
            @Override
            @SuppressWarnings("unchecked") // the only relation asked for leads to touches
            public <S, R> List<List<R>> related(Relation<S, R> relation, List<S> chunk, Moment moment) {
                assertThat(relation).isEqualTo(Fair.TOUCHES);
                return List.of((List<R>) touches);
            }
        };
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void contributionsAlwaysAddUpToTheValue(@ForAll("trials") Trial trial) {
        Score score = trial.at(Fair.START);
        BigDecimal sum =
                score.contributions().stream().map(Contribution::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(score.value());
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void capsApplyToCriterionThenGroupThenTotalAndNeverRaiseAnything(@ForAll("trials") Trial trial) {
        Score score = trial.at(Fair.START);
        int position = 0;
        BigDecimal total = BigDecimal.ZERO;
        for (int g = 0; g < trial.model().groups().size(); g++) {
            Group<Guest> group = trial.model().groups().get(g);
            BigDecimal sum = BigDecimal.ZERO;
            for (Criterion<Guest> criterion : group.criteria()) {
                CriterionScore scored = score.criteria().get(position++);
                assertThat(scored.criterion()).isEqualTo(criterion.code());
                assertThat(scored.capped()).isEqualByComparingTo(limited(scored.raw(), criterion.cap()));
                sum = sum.add(scored.capped());
            }
            assertThat(score.groups().get(g).raw()).isEqualByComparingTo(sum);
            BigDecimal capped = limited(sum, group.cap());
            assertThat(score.groups().get(g).capped()).isEqualByComparingTo(capped);
            total = total.add(capped);
        }
        assertThat(score.value())
                .isEqualByComparingTo(limited(total, trial.model().cap()));
    }

    private static BigDecimal limited(BigDecimal points, @Nullable BigDecimal cap) {
        return cap != null && points.compareTo(cap) > 0 ? cap : points;
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void aScoreIsConstantBetweenItsMomentAndItsUntil(
            @ForAll("trials") Trial trial, @ForAll @DoubleRange(min = 0, max = 1) double share) {
        Score now = trial.at(Fair.START);
        assertThat(now.until()).isAfter(Fair.START);
        Instant until = now.until().equals(Verdict.FOREVER) ? Fair.START.plus(Duration.ofDays(20_000)) : now.until();
        long micros = Duration.between(Fair.START, until).toNanos() / 1_000;
        long step = Math.min(micros - 1, (long) (micros * share));
        for (long later : new long[] {step, micros - 1}) {
            Score then = trial.at(Fair.START.plusNanos(later * 1_000));
            assertThat(then.value()).isEqualByComparingTo(now.value());
            assertThat(then.contributions()).isEqualTo(now.contributions());
            assertThat(then.grade()).isEqualTo(now.grade());
        }
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void anOutlookIsTheFirstChangeThatWalkingFindsAndNothingChangesBeforeIt(
            @ForAll("trials") Trial trial, @ForAll @DoubleRange(min = 0, max = 1) double share) {
        Moment moment = new Moment(Fair.START, trial.zone());
        Outlook outlook = Scorer.of(trial.model(), FAIR.catalog()).outlook(GUEST, facts(trial.touches()), moment);
        // Twelve facts that fade by 30 days change more often than an outlook follows; then it says how far it got.
        assertThat(outlook.complete() || outlook.gradeUntil().isAfter(Fair.START.plus(Duration.ofDays(100))))
                .isTrue();
        assertThat(outlook.gradeUntil()).isAfterOrEqualTo(outlook.valueUntil());
        if (outlook.complete() && !outlook.valueUntil().equals(Verdict.FOREVER)) {
            BigDecimal value = outlook.score().value();
            assertThat(trial.at(outlook.valueUntil()).value()).isNotEqualByComparingTo(value);
            long micros = Duration.between(Fair.START, outlook.valueUntil()).toNanos() / 1_000;
            Instant before = Fair.START.plusNanos(Math.min(micros - 1, (long) (micros * share)) * 1_000);
            assertThat(trial.at(before).value()).isEqualByComparingTo(value);
        }
        if (outlook.complete() && !outlook.gradeUntil().equals(Verdict.FOREVER)) {
            assertThat(trial.at(outlook.gradeUntil()).grade())
                    .isNotEqualTo(outlook.score().grade());
        }
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void everyWayOfScoringGivesTheSame(@ForAll("trials") Trial trial) {
        Scorer<Guest> scorer = Scorer.of(trial.model(), FAIR.catalog());
        Moment moment = new Moment(Fair.START, trial.zone());
        Score score = scorer.score(GUEST, facts(trial.touches()), moment);
        long points = scorer.points(GUEST, facts(trial.touches()), moment);
        assertThat(BigDecimal.valueOf(points, Scorer.POINTS_SCALE)).isEqualByComparingTo(score.value());
        ScoreMarks<Guest> marks = scorer.marks(GUEST, facts(trial.touches()), moment);
        assertThat(marks.value()).isEqualTo(points);
        assertThat(marks.score())
                .usingRecursiveComparison()
                .ignoringFields("until")
                .isEqualTo(score);
        for (int i = 0; i < score.criteria().size(); i++) {
            assertThat(marks.count(i)).isEqualTo(score.criteria().get(i).count());
            assertThat(BigDecimal.valueOf(marks.points(i), Scorer.POINTS_SCALE))
                    .isEqualByComparingTo(score.criteria().get(i).raw());
        }
    }
}
