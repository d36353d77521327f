package org.sambandh.crm.callcentre;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.sambandh.crm.Crm;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.CallEntryId;
import org.sambandh.crm.common.CallListId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.customer.Preference;
import org.sambandh.crm.settings.TenantSettings;

/** A call centre in Pune on a Monday at ten, open on weekdays from nine to five, with a clock that the test moves. */
final class Floor {

    static final Instant START = Instant.parse("2026-11-23T04:30:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private Instant now = START;
    private final Crm library =
            Crm.inMemory(TenantSettings.of(ZoneId.of("Asia/Kolkata"), Currency.getInstance("INR")), () -> now);
    final CrmSession crm = library.as(Actor.user("meera"));
    final CrmSession stranger = library.as(new TenantId("stranger"), Actor.user("meera"));
    final Calls calls = crm.calls();
    private int numbers;

    Instant now() {
        return now;
    }

    Instant pass(Duration time) {
        now = now.plus(time);
        return now;
    }

    UserId agent(String name, String... languages) {
        UserId user = crm.teams().addUser(new UserId(name), name).id();
        calls.saveAgent(user, List.of(languages), true);
        return user;
    }

    CustomerId party(String name, String... languages) {
        CustomerId id = crm.customers()
                .register(NewCustomer.person(name).phone("+91981234" + (5_000 + numbers++)))
                .id();
        if (languages.length > 0) {
            prefer(id, Preference.languages(List.of(languages), "form", TODAY));
        }
        return id;
    }

    void prefer(CustomerId party, Preference preference) {
        crm.customers().change(party, customer -> customer.prefer(preference));
    }

    SegmentId segment(CustomerId... parties) {
        SegmentId id =
                crm.segments().defineStatic("S" + numbers++, Customer.class).id();
        crm.segments().add(id, Arrays.stream(parties).map(EntityRef::of).toArray(EntityRef[]::new));
        return id;
    }

    CallList list(CallRules rules, CustomerId... parties) {
        CallList list = calls.make(NewCallList.of("Renewals").rules(rules));
        calls.freeze(list.id(), segment(parties), now);
        return calls.list(list.id());
    }

    CallEntryId entry(CallList list, CustomerId party) {
        return calls.entries(Conditions.where(CallEntryFields.KEY, Tests.is(key(list.id(), party))), 1, null)
                .items()
                .get(0)
                .id();
    }

    private static String key(CallListId list, CustomerId party) {
        return CallEntryFields.key(list, party);
    }

    /** The agent claims the party's entry and reports how the call ended. */
    CallAttempt call(CallList list, CustomerId party, UserId agent, String disposition) {
        CallEntryId entry = entry(list, party);
        calls.claim(entry, agent, now);
        return calls.record(CallReport.of(entry, agent, disposition));
    }
}
