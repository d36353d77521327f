package org.sambandh.crm.lead;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.task.NewTask;
import org.sambandh.crm.task.Task;
import org.sambandh.crm.task.Tasks;

/** What is planned about an enquiry is planned about its parties. */
class LeadTasksTest {

    private final Office office = new Office();
    private final Tasks tasks = office.crm.tasks();

    @Test
    void aTaskAboutAnEnquiryIsTheNextTouchOfItsPersonAndItsOrganisation() {
        var taken = office.take(Enquiry.from("Dev").organizationName("Rao Steel"));
        Task call = tasks.plan(NewTask.of("Call back").regarding(taken.lead()));

        assertThat(tasks.nextTouch(taken.person())).contains(call);
        assertThat(tasks.nextTouch(taken.organization())).contains(call);
        assertThat(office.crm.overview().of(taken.person()).tasks().items()).containsExactly(call);
    }

    @Test
    void reattachingAnEnquiryMovesTheTasksAboutItAndNoOthers() {
        CustomerId asha = office.person(NewCustomer.person("Asha").email("a@example.in"));
        CustomerId other = office.person(NewCustomer.person("Other"));
        var taken = office.take(Enquiry.arrived().email("a@example.in"));
        Task about = tasks.plan(NewTask.of("Call back").regarding(taken.lead()));
        Task own = tasks.plan(NewTask.of("Send a card").regarding(asha));

        office.leads.reattach(taken.lead(), other, null);

        assertThat(tasks.open(other, 10).items()).containsExactly(about);
        assertThat(tasks.open(asha, 10).items()).containsExactly(own);
        assertThat(office.eventTypes()).contains("task.revised");
    }

    @Test
    void aTaskAboutASpamEnquiryAloneDoesNotKeepItsProvisionalPartyAndOneAboutMoreDoes() {
        var spam = office.take(Enquiry.from("Win Money"));
        tasks.plan(NewTask.of("Call back").regarding(spam.lead()));
        office.leads.discard(spam.lead(), DiscardReason.SPAM);
        assertThat(office.crm.customers().find(spam.person())).isEmpty();

        CustomerId asha = office.person(NewCustomer.person("Asha"));
        var test = office.take(Enquiry.from("Tester"));
        tasks.plan(NewTask.of("Introduce them").regarding(test.lead()).regarding(asha));
        office.leads.discard(test.lead(), DiscardReason.TEST);
        assertThat(office.crm.customers().find(test.person())).isPresent();
    }
}
