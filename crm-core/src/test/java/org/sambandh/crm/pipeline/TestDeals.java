package org.sambandh.crm.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.OpportunityId;

/** Deals and moments for tests. */
final class TestDeals {

    static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
    static final Currency INR = Currency.getInstance("INR");
    static final Currency USD = Currency.getInstance("USD");
    static final CustomerId STEELWORKS = new CustomerId("steelworks");

    private TestDeals() {}

    static Money inr(String amount) {
        return Money.of(amount, "INR");
    }

    static Stage stage(String code) {
        return Pipeline.standard().stage(code);
    }

    /** Nine in the morning in Kolkata. */
    static Moment morning(String date) {
        return new Moment(instant(date), KOLKATA);
    }

    static Instant instant(String date) {
        return LocalDate.parse(date).atTime(LocalTime.of(9, 0)).atZone(KOLKATA).toInstant();
    }

    /** A deal over INR 500,000.00 of the steelworks, opened in Qualify on 1 April 2026. */
    static Opportunity aDeal(String id) {
        return created(
                id,
                NewOpportunity.named("Rolling mill")
                        .customer(STEELWORKS)
                        .stage("qualify")
                        .amount(inr("500000.00")),
                "2026-04-01");
    }

    static Opportunity created(String id, NewOpportunity said, String today) {
        return new DealDraft(said, Pipeline.standard(), morning(today)).create(new OpportunityId(id));
    }

    static Opportunity closed(Opportunity deal, Outcome outcome, String date) {
        Stage shownIn = Pipeline.standard().closing(outcome.kind()).orElse(null);
        return deal.close(outcome, shownIn, morning(date));
    }

    /** Worked example 2 of the domain rules: lost, reopened, won. */
    static Opportunity lostReopenedWon(String id) {
        Opportunity proposed = aDeal(id).moveTo(stage("proposal"), morning("2026-04-11"));
        Opportunity lost = closed(proposed, Outcome.lost("price"), "2026-04-21");
        return closed(
                lost.reopen(stage("proposal"), "asked again", morning("2026-05-01")), Outcome.won(), "2026-05-06");
    }
}
