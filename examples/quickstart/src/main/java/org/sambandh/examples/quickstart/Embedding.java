package org.sambandh.examples.quickstart;

import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.io.PrintStream;
import java.time.InstantSource;
import java.time.Month;
import java.time.ZoneId;
import org.sambandh.crm.Crm;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.event.EventListener;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.inmemory.InMemoryCrmStore;
import org.sambandh.crm.json.CrmJson;
import org.sambandh.crm.settings.FiscalCalendar;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.store.CrmStore;

/** How a host sets the library up, as the README shows it; a test compares the two. */
public final class Embedding {

    private Embedding() {}

    /**
     * Runs it.
     *
     * @param clock where instants come from
     * @param bus is told of every event
     * @param out where the JSON of a member is printed
     */
    static void run(InstantSource clock, EventListener bus, PrintStream out) {
        // README: begin
        var india = TenantSettings.of(ZoneId.of("Asia/Kolkata"), Money.currencyOf("INR"))
                .withFiscalCalendar(FiscalCalendar.startingIn(Month.APRIL));
        var tier = Field.attribute(Customer.class, "tier", FieldType.TEXT);
        CrmStore store = InMemoryCrmStore.builder(Crm.schema(india, tier)).build();
        Crm library = Crm.builder(store).clock(clock).listener(bus).build();

        CrmSession crm = library.as(Actor.user("meera"));
        crm.customers()
                .register(NewCustomer.person("Asha Rao").phone("98123 45678").set(tier, "gold"));
        for (Customer gold : crm.customers().find(where(tier, is("gold"))).items()) {
            out.println(CrmJson.with(crm.catalog()).write(gold));
        }
        // README: end
    }
}
