package org.sambandh.crm.lead;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.interaction.World;

class LeadCustomerDataTest {

    private final World world = new World();
    private final Leads leads = new Leads(world.units());
    private final LeadCustomerData data = new LeadCustomerData();
    private final CustomerId asha = world.customers()
            .register(NewCustomer.person("Asha Rao").phone("+919812345678"))
            .id();

    private LeadId take(Enquiry enquiry) {
        return ((IntakeResult.Taken) leads.receive(enquiry)).lead();
    }

    @Test
    void erasureDestroysWhatArrivedAndKeepsSourceAndDates() {
        Enquiry enquiry = Enquiry.from("Asha Rao")
                .phone("+919812345678")
                .captured("my words")
                .idempotencyKey("form-1")
                .consent(new ConsentEvidence("newsletter", "I agree", World.START, "10.0.0.1"))
                .origin(Origin.of("web", "form").referrer("https://example.in/?asha"));
        LeadId id = take(enquiry);
        world.units()
                .run(unit -> data.export(unit, asha))
                .forEach(item ->
                        assertThat(item.values()).containsValue("my words").containsValue("I agree"));

        world.units().run(unit -> {
            data.erase(unit, asha);
            return id;
        });

        Lead lead = leads.get(id);
        assertThat(lead.captured()).isEmpty();
        assertThat(lead.stated()).isEqualTo(Stated.NOTHING);
        assertThat(lead.consents()).containsExactly(new ConsentEvidence("newsletter", null, World.START, null));
        assertThat(lead.firstOrigin()).isEqualTo(Origin.of("web", "form"));
        assertThat(lead.receivedAt()).isEqualTo(World.START);
        assertThat(((IntakeResult.Taken) leads.receive(enquiry)).lead()).isEqualTo(id);
    }

    @Test
    void mergingGivesTheEnquiriesToTheSurvivorAndEndsTheCandidateBetweenTheTwo() {
        LeadId id = take(Enquiry.from("Rohan Sharma").phone("+919812345678"));
        CustomerId rohan = leads.get(id).person().orElseThrow();
        assertThat(leads.duplicateCandidates(asha)).hasSize(1);

        world.units().run(unit -> {
            data.repoint(unit, rohan, asha);
            return id;
        });

        assertThat(leads.get(id).person()).contains(asha);
        assertThat(leads.duplicateCandidates(asha)).isEmpty();
    }
}
