package org.sambandh.examples.quickstart;

import static java.time.Duration.ofHours;
import static org.sambandh.crm.condition.Conditions.always;
import static org.sambandh.crm.interaction.Channel.EMAIL;

import java.io.PrintStream;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.campaign.Campaign;
import org.sambandh.crm.campaign.CampaignCost;
import org.sambandh.crm.campaign.NewCampaign;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.Quantity;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.purchase.NewPurchase;
import org.sambandh.crm.purchase.NewReturn;
import org.sambandh.crm.ticket.NewTicket;
import org.sambandh.crm.ticket.PriorityTarget;
import org.sambandh.crm.ticket.ServicePolicy;
import org.sambandh.crm.ticket.ServiceRule;
import org.sambandh.crm.ticket.Ticket;

/** Sale, service and marketing as the README shows them, word for word; a test compares the two. */
public final class Operations {

    private static final ProductId DRILL = new ProductId("drill");

    private Operations() {}

    /**
     * Runs it.
     *
     * @param crm the services
     * @param asha who buys, asks for help and is written to
     * @param buyers the segment that she is in
     * @param mailer sends the mail of the campaign: to whom, with which code
     * @param clicked the codes of the links that somebody followed
     * @param out where it is printed
     */
    static void run(
            CrmSession crm,
            CustomerId asha,
            SegmentId buyers,
            BiConsumer<CustomerId, String> mailer,
            Iterable<String> clicked,
            PrintStream out) {
        Instant now = crm.moment().at();
        // README: begin
        var order = new ExternalRef("shop", "order", "4711");
        var bought = NewPurchase.by(asha, now).line("1", DRILL, Quantity.of(2, "piece"), Money.of(9_000, "INR"));
        crm.purchases().record(order, bought);
        var slip = new ExternalRef("shop", "return", "52");
        crm.purchases().recordReturn(slip, NewReturn.of(order, now).line("1", Quantity.of(1, "piece")));

        var usual = ServiceRule.of("usual", new PriorityTarget(1, ofHours(1), ofHours(8)));
        crm.servicePolicies().save(ServicePolicy.of(usual));
        var asked = NewTicket.about("It smokes").customer(asha).priority(1);
        Ticket ticket = crm.tickets().open(asked);
        out.println(ticket.number() + " " + ticket.serviceLevel().nextDueAt().orElseThrow());
        crm.tickets().pause(ticket.id());

        Campaign fair = crm.campaigns().plan(NewCampaign.of("fair", "Fair", EMAIL));
        crm.campaigns().addCost(fair.id(), CampaignCost.of(crm.moment().date(), Money.of(700, "INR")));
        crm.campaigns().freezeAudience(fair.id(), buyers, now);
        var members = crm.campaigns().members(fair.id(), always(), 100, null);
        members.items()
                .forEach(to -> mailer.accept(to.party(), to.trackingCode().orElseThrow()));
        crm.campaigns().markSent(fair.id(), now);
        clicked.forEach(code -> crm.campaigns().enquire(code, now, "Please call"));
        out.println(crm.campaigns().results(fair.id()).firstTouch().costPerEnquiry());
        // README: end
    }
}
