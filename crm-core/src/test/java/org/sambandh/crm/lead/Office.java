package org.sambandh.crm.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.sambandh.crm.Crm;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.customer.Scope;
import org.sambandh.crm.customer.Standing;
import org.sambandh.crm.event.Event;
import org.sambandh.crm.settings.TenantSettings;

/** A tenant in memory whose clock the test moves. */
final class Office {

    private Instant now = Instant.parse("2026-11-23T04:30:00Z");
    final Crm library =
            Crm.inMemory(TenantSettings.of(ZoneId.of("Asia/Kolkata"), Currency.getInstance("INR")), () -> now);
    final CrmSession crm = library.as(Actor.user("meera"));
    final Leads leads = crm.leads();

    void pass(Duration time) {
        now = now.plus(time);
    }

    CustomerId person(NewCustomer person) {
        return crm.customers().register(person).id();
    }

    IntakeResult.Taken take(Enquiry enquiry) {
        IntakeResult result = leads.receive(enquiry);
        assertThat(result).isInstanceOf(IntakeResult.Taken.class);
        return (IntakeResult.Taken) result;
    }

    long parties() {
        return crm.customers().count(Conditions.always(), Scope.ALL);
    }

    Standing standing(CustomerId id) {
        return crm.customers().get(id).standing();
    }

    List<Event> events() {
        return crm.changes().since(null, 1_000);
    }

    List<String> eventTypes() {
        return events().stream().map(Event::type).toList();
    }
}
