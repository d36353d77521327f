package org.sambandh.crm.campaign;

import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.sambandh.crm.Crm;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.interaction.Channel;
import org.sambandh.crm.settings.TenantSettings;

/** A tenant in memory with some makers of steel, whose clock the test moves. */
final class Market {

    static final Instant START = Instant.parse("2026-11-23T04:30:00Z");

    private Instant now = START;
    private final Crm library =
            Crm.inMemory(TenantSettings.of(ZoneId.of("Asia/Kolkata"), Currency.getInstance("INR")), () -> now);
    final CrmSession crm = library.as(Actor.user("meera"));
    final CrmSession stranger = library.as(new TenantId("stranger"), Actor.user("meera"));
    final Campaigns campaigns = crm.campaigns();

    Instant now() {
        return now;
    }

    Instant pass(Duration time) {
        now = now.plus(time);
        return now;
    }

    CustomerId party(String name) {
        return crm.customers()
                .register(NewCustomer.organization(name).set(CustomerFields.INDUSTRY, "steel"))
                .id();
    }

    List<CustomerId> parties(int count) {
        return crm.inTransaction(s -> IntStream.range(0, count)
                .mapToObj(i -> s.customers()
                        .register(NewCustomer.organization("Works " + i).set(CustomerFields.INDUSTRY, "steel"))
                        .id())
                .toList());
    }

    /** The segment of all makers of steel, refreshed. */
    SegmentId steel() {
        SegmentId id = crm.segments()
                .define("Steel", Customer.class, where(CustomerFields.INDUSTRY, is("steel")))
                .id();
        crm.segments().refresh(id);
        return id;
    }

    Campaign planned(String code) {
        return campaigns.plan(NewCampaign.of(code, "Campaign " + code, Channel.EMAIL));
    }

    String code(Campaign campaign, CustomerId party) {
        return campaigns
                .member(campaign.id(), party)
                .orElseThrow()
                .trackingCode()
                .orElseThrow();
    }

    void merge(CustomerId from, CustomerId to) {
        crm.inUnit(unit -> {
            unit.customerData().forEach(data -> data.repoint(unit, from, to));
            unit.repositories().redirects().redirect(from, to);
            return true;
        });
    }

    long events(String type) {
        return crm.changes().since(null, 10_000).stream()
                .filter(event -> event.type().equals(type))
                .count();
    }

    static EntityRef ref(CustomerId id) {
        return EntityRef.of(id);
    }
}
