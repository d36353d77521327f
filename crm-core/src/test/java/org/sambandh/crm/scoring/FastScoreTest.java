package org.sambandh.crm.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.atMost;
import static org.sambandh.crm.condition.Tests.between;
import static org.sambandh.crm.condition.Tests.in;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Window.ever;
import static org.sambandh.crm.condition.Window.last;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.settings.FiscalCalendar;

class FastScoreTest {

    /** A prospect of whom everything is inside. */
    private record Buyer(@Nullable String trade, String land, long staff, boolean optIn, List<Seen> seen) {}

    private record Seen(String what, Instant at) {}

    private static final Field.One<Buyer, String> TRADE = Field.one(Buyer.class, "trade", FieldType.TEXT, Buyer::trade);
    private static final Field.One<Buyer, String> LAND = Field.one(Buyer.class, "land", FieldType.TEXT, Buyer::land);
    private static final Field.One<Buyer, BigDecimal> STAFF =
            Field.ofLong(Buyer.class, "staff", FieldType.INTEGER, Buyer::staff);
    private static final Field.One<Buyer, Boolean> OPT_IN =
            Field.one(Buyer.class, "optIn", FieldType.BOOLEAN, Buyer::optIn);
    private static final Field.One<Seen, String> WHAT = Field.one(Seen.class, "what", FieldType.TEXT, Seen::what);
    private static final Field.One<Seen, Instant> AT = Field.one(Seen.class, "at", FieldType.INSTANT, Seen::at);
    private static final Relation<Buyer, Seen> SEEN =
            Relation.parts("seen", Buyer.class, Seen.class, Buyer::seen).at(AT);

    private static final Catalog CATALOG = Catalog.builder(FiscalCalendar.calendarYear())
            .part(Seen.class, "seen", List.of(WHAT, AT))
            .part(Buyer.class, "buyer", List.of(TRADE, LAND, STAFF, OPT_IN))
            .relation(SEEN)
            .build();
    private static final Moment MOMENT = new Moment(Fair.START, Fair.UTC);

    private static Criterion<Buyer> one(int code, long points, Condition<Buyer> condition) {
        return Criterion.of("c" + code, "criterion", points, Buyer.class, condition);
    }

    private static Condition<Buyer> seen(String what, int days, long least) {
        return count(SEEN, where(WHAT, is(what)), last(Duration.ofDays(days)), atLeast(least));
    }

    private static PointsModel<Buyer> model() {
        List<Criterion<Buyer>> fit = new ArrayList<>();
        for (String trade : List.of("steel", "cloth", "paper", "glass", "rope")) {
            fit.add(one(fit.size(), 15 - 2L * fit.size(), where(TRADE, is(trade))));
        }
        fit.add(one(5, -6, where(TRADE, in("media", "rope", "none"))));
        fit.add(one(6, 10, where(LAND, is("IN"))));
        fit.add(one(7, 8, where(LAND, is("DE"))));
        fit.add(one(8, 5, where(LAND, in("US", "AE"))));
        fit.add(one(9, 5, where(STAFF, atLeast(50))));
        fit.add(one(10, 10, where(STAFF, atLeast(250))));
        fit.add(one(11, 10, where(STAFF, between(1_000, 5_000))));
        fit.add(one(12, -4, where(STAFF, atMost(4))));
        fit.add(one(13, 5, where(OPT_IN, is(true))));
        fit.add(one(14, -1, where(OPT_IN, is(false))));
        return PointsModel.of(
                        new ModelId("fast"),
                        "Fast",
                        Buyer.class,
                        new Group<>("fit", "Fit", Group.Kind.FIT, BigDecimal.valueOf(40), fit),
                        Group.engagement(
                                "did",
                                "Engagement",
                                one(15, 10, seen("open", 30, 3)),
                                one(16, 8, seen("visit", 7, 1)),
                                one(17, 20, seen("demo", 90, 1)),
                                one(18, 3, count(SEEN, where(WHAT, is("bounce")), ever(), atMost(1))),
                                one(19, 8, seen("click", 120, 1)).halfLife(7).cappedAt(12)))
                .cappedAt(90);
    }

    private static Buyer buyer(Random random) {
        List<Seen> seen = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            String what =
                    List.of("open", "visit", "demo", "click", "bounce", "other").get(random.nextInt(6));
            seen.add(new Seen(what, Fair.START.minusSeconds(random.nextInt(86_400 * 130) - 86_400L)));
        }
        String trade = List.of("steel", "cloth", "paper", "glass", "rope", "media", "?")
                .get(random.nextInt(7));
        return new Buyer(
                trade.equals("?") ? null : trade,
                List.of("IN", "DE", "US", "AE", "FR").get(random.nextInt(5)),
                random.nextInt(6_000),
                random.nextBoolean(),
                seen);
    }

    private static List<Buyer> buyers() {
        Random random = new Random(20);
        List<Buyer> buyers = new ArrayList<>();
        for (int i = 0; i < 512; i++) {
            buyers.add(buyer(random));
        }
        return buyers;
    }

    @Test
    void foldedCriteriaGiveWhatTheyGiveOneByOne() {
        Scorer<Buyer> scorer = Scorer.of(model(), CATALOG);
        for (Buyer buyer : buyers()) {
            Score score = scorer.score(buyer, Facts.NONE, MOMENT);
            ScoreMarks<Buyer> marks = scorer.marks(buyer, Facts.NONE, MOMENT);
            assertThat(BigDecimal.valueOf(scorer.points(buyer, Facts.NONE, MOMENT), Scorer.POINTS_SCALE))
                    .isEqualByComparingTo(score.value());
            assertThat(marks.score().contributions()).isEqualTo(score.contributions());
            assertThat(marks.score().criteria()).isEqualTo(score.criteria());
            assertThat(marks.score().groups()).isEqualTo(score.groups());
            assertThat(marks.score().text()).isEqualTo(score.text());
        }
    }

    @Test
    void valueAtTheEndsOfWhatALongHoldsStayThemselves() {
        Scorer<Buyer> scorer = Scorer.of(model(), CATALOG);
        for (long staff : new long[] {0, 4, 5, 49, 50, 250, 999, 1_000, 5_000, 5_001, 999_999_999_999_999_999L}) {
            Buyer buyer = new Buyer(null, "FR", staff, true, List.of());
            assertThat(BigDecimal.valueOf(scorer.points(buyer, Facts.NONE, MOMENT), Scorer.POINTS_SCALE))
                    .isEqualByComparingTo(
                            scorer.score(buyer, Facts.NONE, MOMENT).value());
        }
    }

    @Test
    void moreFactsThanALaneHoldsCountAsMany() {
        Seen bounce = new Seen("bounce", Fair.START);
        Buyer noisy = new Buyer(null, "FR", 1, true, Collections.nCopies(140_000, bounce));
        Scorer<Buyer> scorer = Scorer.of(model(), CATALOG);
        assertThat(BigDecimal.valueOf(scorer.points(noisy, Facts.NONE, MOMENT), Scorer.POINTS_SCALE))
                .isEqualByComparingTo(scorer.score(noisy, Facts.NONE, MOMENT).value());
    }

    @Test
    void aSumThatNoLongHoldsIsRefusedAndNotWrappedRound() {
        Criterion<Buyer> each = one(0, 10_000, count(SEEN, where(WHAT, is("open")), ever(), atLeast(1)))
                .eachTime();
        Scorer<Buyer> scorer = Scorer.of(
                PointsModel.of(new ModelId("m"), "M", Buyer.class, Group.engagement("g", "G", each)), CATALOG);
        Buyer noisy = new Buyer(null, "FR", 1, true, Collections.nCopies(2_000_000, new Seen("open", Fair.START)));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> scorer.points(noisy, Facts.NONE, MOMENT));
    }

    @Test
    void pointsAllocateNothingAndMarksLittle() {
        Scorer<Buyer> scorer = Scorer.of(model(), CATALOG);
        List<Buyer> buyers = buyers();
        assertThat(bytes(buyers, b -> scorer.points(b, Facts.NONE, MOMENT))).isLessThan(1);
        assertThat(bytes(buyers, b -> scorer.marks(b, Facts.NONE, MOMENT).value()))
                .isLessThan(400);
    }

    /** Bytes allocated by one call, on average after a warm-up. */
    private static double bytes(List<Buyer> buyers, ToLongFunction<Buyer> work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long sum = 0;
        int calls = 40_000;
        long allocated = 0;
        for (int round = 0; round < 3; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < calls; i++) {
                sum += work.applyAsLong(buyers.get(i & 511));
            }
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertThat(sum).isNotZero();
        return (double) allocated / calls;
    }
}
