package org.sambandh.crm.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.Crm;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.customer.Scope;
import org.sambandh.crm.customer.Standing;
import org.sambandh.crm.interaction.Direction;
import org.sambandh.crm.interaction.Interaction;
import org.sambandh.crm.interaction.NewInteraction;
import org.sambandh.crm.interaction.World;
import org.sambandh.crm.settings.TenantSettings;

/** Worked example 1 of DOMAIN.md, in the same names and numbers. */
class SharedPhoneTest {

    private final CrmSession crm = Crm.inMemory(
                    TenantSettings.of(ZoneId.of("Asia/Kolkata"), Currency.getInstance("INR")), () -> World.START)
            .as(Actor.user("meera"));

    @Test
    void aFamilysPhoneIsNotEnoughForAnotherNameButForTheSameName() {
        CustomerId sunita = crm.customers()
                .register(NewCustomer.person("सुनीता देवी").phone("+919812345678"))
                .id();
        crm.interactions().log(NewInteraction.call(Direction.INBOUND).with(sunita));
        List<Interaction> timeline = crm.interactions().timeline(sunita, 10).items();

        IntakeResult first = crm.leads().receive(Enquiry.from("Rohan Sharma").phone("+919812345678"));

        assertThat(first).isInstanceOfSatisfying(IntakeResult.Registered.class, taken -> {
            assertThat(taken.person()).isNotNull().isNotEqualTo(sunita);
            assertThat(taken.candidates()).containsExactly(sunita);
            assertThat(taken.reasons()).contains("same phone, names differ");
            assertThat(crm.customers().get(taken.person()).standing()).isEqualTo(Standing.PROVISIONAL);
        });
        assertThat(crm.interactions().timeline(sunita, 10).items()).isEqualTo(timeline);
        assertThat(crm.leads().of(sunita)).isEmpty();
        assertThat(crm.leads().duplicateCandidates(sunita)).singleElement().satisfies(candidate -> {
            assertThat(candidate.reasons()).containsExactly("same phone, names differ");
            assertThat(candidate.status()).isEqualTo(CandidateStatus.OPEN);
        });

        IntakeResult second = crm.leads().receive(Enquiry.from("सुनीता देवी").phone("+919812345678"));

        assertThat(second)
                .isInstanceOfSatisfying(
                        IntakeResult.Attached.class,
                        taken -> assertThat(taken.person()).isEqualTo(sunita));
        assertThat(crm.customers().count(Conditions.always(), Scope.WITH_PROVISIONAL))
                .isEqualTo(2);
        assertThat(crm.customers().count()).isEqualTo(1);
        assertThat(crm.leads().duplicateCandidates(sunita)).hasSize(1);
    }
}
