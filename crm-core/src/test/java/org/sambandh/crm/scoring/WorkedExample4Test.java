package org.sambandh.crm.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Window.ever;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.condition.Condition;

/** Worked example 4 of DOMAIN.md: caps and decay, as of 2026-03-01T00:00Z. */
class WorkedExample4Test {

    private static final ModelId MODEL = new ModelId("example-4");

    private final Fair fair = new Fair();
    private Guest guest = Guest.of("g", "IN", "steel");

    @BeforeEach
    void fillTheTenant() {
        guest = fair.save(guest);
        for (int days : List.of(0, 7, 14, 21)) {
            fair.touch(guest, "click", Fair.START.minus(Duration.ofDays(days)));
        }
        for (int days : List.of(1, 2, 3)) {
            fair.touch(guest, "pricing", Fair.START.minus(Duration.ofDays(days)));
        }
        fair.touch(guest, "bounce", Fair.START.minus(Duration.ofDays(5)));
        fair.scores().define(model());
    }

    private static PointsModel<Guest> model() {
        Criterion<Guest> clicks = Criterion.of("clicks", "E-mail clicks", 8, Guest.class, did("click"))
                .halfLife(7)
                .cappedAt(12);
        Criterion<Guest> visits = Criterion.of("visits", "Visits of the price list", 4, Guest.class, did("pricing"))
                .eachTime()
                .cappedAt(10);
        return PointsModel.of(
                        MODEL,
                        "Promising guests",
                        Guest.class,
                        Group.engagement("engagement", "Engagement", clicks, visits)
                                .cappedAt(20),
                        Group.fit(
                                "fit",
                                "Fit",
                                Criterion.of(
                                        "trade", "Works in steel", 10, Guest.class, where(Fair.TRADE, is("steel"))),
                                Criterion.of("country", "From India", 10, Guest.class, where(Fair.COUNTRY, is("IN")))),
                        Group.engagement(
                                "trouble",
                                "Trouble",
                                Criterion.of("bounce", "A mail bounced", -15, Guest.class, did("bounce"))))
                .graded(Grade.of("C", 20), Grade.of("A", 80), Grade.of("B", 50), Grade.of("D", 0));
    }

    private static Condition<Guest> did(String what) {
        return count(Fair.TOUCHES, where(Fair.WHAT, is(what)), ever(), atLeast(1));
    }

    private Score score() {
        return fair.scores().score(MODEL, guest.ref());
    }

    @Test
    void theTotalIs25AndItsContributionsAddUpInTheOrderInWhichTheyFired() {
        assertThat(score().value()).isEqualByComparingTo("25");
        assertThat(score().contributions().stream().map(c -> c.points().toPlainString()))
                .containsExactly("15", "-3", "12", "-2", "-2", "10", "10", "-15");
        assertThat(score().contributions().stream().map(Contribution::kind))
                .containsExactly(
                        Contribution.Kind.CRITERION,
                        Contribution.Kind.CRITERION_CAP,
                        Contribution.Kind.CRITERION,
                        Contribution.Kind.CRITERION_CAP,
                        Contribution.Kind.GROUP_CAP,
                        Contribution.Kind.CRITERION,
                        Contribution.Kind.CRITERION,
                        Contribution.Kind.CRITERION);
    }

    @Test
    void theTotalFirstChangesOnTheSixthOfMarch() {
        Outlook outlook = fair.scores().outlook(MODEL, guest.ref());
        assertThat(outlook.valueUntil()).isEqualTo(Instant.parse("2026-03-06T00:00:00Z"));
        assertThat(outlook.complete()).isTrue();

        fair.at(Instant.parse("2026-03-05T23:59:59.999999Z"));
        assertThat(score().value()).isEqualByComparingTo("25");
        fair.at(Instant.parse("2026-03-06T00:00:00Z"));
        BigDecimal clicks = score().criteria().get(0).raw();
        assertThat(clicks.doubleValue()).isEqualTo(15 * Math.pow(2, -5.0 / 7), within(1e-6));
        assertThat(clicks.doubleValue()).isEqualTo(9.14, within(0.005));
        assertThat(score().value()).isLessThan(new BigDecimal("25"));
    }

    @Test
    void gradeCHoldsUntilTheThirteenthOfMarch() {
        Outlook outlook = fair.scores().outlook(MODEL, guest.ref());
        assertThat(outlook.score().grade()).isEqualTo("C");
        assertThat(outlook.gradeUntil()).isEqualTo(Instant.parse("2026-03-13T00:00:00Z"));

        fair.at(Instant.parse("2026-03-12T23:59:59.999999Z"));
        assertThat(score().grade()).isEqualTo("C");
        fair.at(Instant.parse("2026-03-13T00:00:00Z"));
        assertThat(score().grade()).isEqualTo("D");
    }

    @Test
    void theExplanationReadsLikeAdviceToASeller() {
        assertThat(score().text()).isEqualTo("""
                        25 points, grade C
                        Engagement: 20
                          +15 for E-mail clicks, 4 times (half-life 7 days)
                          -3 by the cap of E-mail clicks: at most 12
                          +12 for Visits of the price list, 3 times
                          -2 by the cap of Visits of the price list: at most 10
                          -2 by the cap of Engagement: at most 20
                        Fit: 20
                          +10 for Works in steel
                          +10 for From India
                        Trouble: -15
                          -15 for A mail bounced""");
    }
}
