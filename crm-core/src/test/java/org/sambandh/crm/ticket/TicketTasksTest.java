package org.sambandh.crm.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.interaction.Channel;
import org.sambandh.crm.interaction.Direction;
import org.sambandh.crm.interaction.NewInteraction;
import org.sambandh.crm.task.NewTask;
import org.sambandh.crm.task.Task;
import org.sambandh.crm.task.Tasks;

/** What is planned about a ticket, or about anything else of a party, is planned about the party. */
class TicketTasksTest {

    private final Bench bench = new Bench();
    private final Tasks tasks = bench.crm.tasks();
    private final CustomerId asha = bench.person("Asha");
    private final CustomerId firm = bench.person("Firm");

    private EntityRef logged(NewInteraction entry) {
        return new EntityRef(
                "interaction", bench.crm.interactions().log(entry).id().value());
    }

    @Test
    void aTaskAboutATicketIsTheNextTouchOfItsCustomerAndItsContact() {
        Ticket ticket = bench.tickets.open(
                NewTicket.about("Mill stopped").customer(firm).contact(asha));

        Task task = tasks.plan(NewTask.of("Send a fitter").regarding(ticket.ref()));

        assertThat(task.regarding()).containsExactly(ticket.ref(), EntityRef.of(firm), EntityRef.of(asha));
        assertThat(tasks.nextTouch(asha)).contains(task);
        assertThat(tasks.nextTouch(firm)).contains(task);
        assertThat(bench.crm.overview().of(firm).tasks().items()).containsExactly(task);
    }

    @Test
    void aTaskAboutATicketOfNobodyIsAboutTheTicketAlone() {
        Ticket ticket = bench.tickets.open(NewTicket.about("Gate is open"));

        assertThat(tasks.plan(NewTask.of("Close it").regarding(ticket.ref())).regarding())
                .containsExactly(ticket.ref());
    }

    @Test
    void aTaskAboutAnAssetOrAnInteractionNamesTheirParties() {
        Asset drill = bench.assets.install(NewAsset.named("Drill").customer(asha));
        EntityRef mail = logged(NewInteraction.email(Direction.INBOUND).with(firm));

        assertThat(tasks.plan(NewTask.of("Inspect").regarding(drill.ref())).regarding())
                .containsExactly(drill.ref(), EntityRef.of(asha));
        assertThat(tasks.plan(NewTask.of("Answer").regarding(mail)).regarding())
                .containsExactly(mail, EntityRef.of(firm));
    }

    @Test
    void aTaskAboutAThingOfTheHostsOwnNamesItAlone() {
        EntityRef machine = new EntityRef("machine", "7");

        assertThat(tasks.plan(NewTask.of("Oil it").regarding(machine)).regarding())
                .containsExactly(machine);
    }

    @Test
    void aTaskAboutAMeetingOfVeryManyNamesAsManyAsATaskCan() {
        NewInteraction meeting = NewInteraction.of(Channel.MEETING, Direction.OUTBOUND);
        for (int i = 0; i < 120; i++) {
            meeting = meeting.with(bench.person("Guest " + i));
        }
        EntityRef logged = logged(meeting);

        assertThat(tasks.plan(NewTask.of("Send the minutes").regarding(logged)).regarding())
                .hasSize(100)
                .startsWith(logged);
    }
}
