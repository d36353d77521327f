package org.sambandh.examples.quickstart;

import static java.time.Duration.ofDays;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Window.last;
import static org.sambandh.crm.customer.CustomerFields.COUNTRY;
import static org.sambandh.crm.interaction.Channel.EMAIL;
import static org.sambandh.crm.interaction.InteractionFields.CHANNEL;
import static org.sambandh.crm.interaction.InteractionFields.INTERACTIONS;

import java.io.PrintStream;
import org.sambandh.crm.Crm;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.interaction.Direction;
import org.sambandh.crm.interaction.NewInteraction;
import org.sambandh.crm.scoring.Criterion;
import org.sambandh.crm.scoring.Group;
import org.sambandh.crm.scoring.PointsModel;
import org.sambandh.crm.segment.Segment;

/** The start of the README, word for word; a test compares the two. */
public final class TenLines {

    private TenLines() {}

    /**
     * Runs it.
     *
     * @param out where the members and the score are printed
     */
    static void run(PrintStream out) {
        // README: begin
        CrmSession crm = Crm.inMemory().as(Actor.user("meera"));
        NewCustomer input = NewCustomer.person("Asha Rao").email("asha@example.in");
        Customer asha = crm.customers().register(input.country("IN"));
        crm.interactions().log(NewInteraction.email(Direction.INBOUND).with(asha.id()));

        var writesToUs = count(INTERACTIONS, where(CHANNEL, is(EMAIL)), last(ofDays(30)), atLeast(1));
        var rule = all(where(COUNTRY, is("IN")), writesToUs);
        Segment india = crm.segments().define("Active in India", Customer.class, rule);
        crm.segments().members(india.id(), Customer.class).forEach(member -> out.println(member.displayName()));

        var mail = Criterion.of("writes", "Writes to us", 20, Customer.class, writesToUs);
        var engagement = Group.engagement("engagement", "Engagement", mail);
        var interest = PointsModel.of(new ModelId("interest"), "Interest", Customer.class, engagement);
        crm.scores().define(interest);
        out.println(crm.scores().explain(interest.id(), EntityRef.of(asha.id())).text());
        // README: end
    }
}
