package org.sambandh.crm.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sambandh.crm.Crm;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.customer.*;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.store.Schema;

class SkeletonTest {
    @ParameterizedTest
    @MethodSource("org.sambandh.crm.jpa.Database#available")
    void aCustomerIsKept(Database database) {
        long t0 = System.nanoTime();
        Schema schema = Crm.schema(TenantSettings.of(ZoneOffset.UTC, Money.currencyOf("USD")));
        var ds = database.migrated();
        try (var emf = Database.factory(ds)) {
            System.out.println(database + " boot " + (System.nanoTime() - t0) / 1_000_000);
            Crm crm = Crm.builder(JpaCrmStore.owning(emf, schema).build())
                    .clock(InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z")))
                    .build();
            CrmSession s = crm.as(Actor.user("ravi"));
            Customer c = s.customers()
                    .register(NewCustomer.person("Asha Rao")
                            .email("asha@example.in")
                            .country("IN"));
            assertThat(s.customers().get(c.id()).name()).isEqualTo(c.name());
            assertThat(s.changes().since(null, 10)).hasSize(1);
            System.out.println(database + " all " + (System.nanoTime() - t0) / 1_000_000);
        }
    }
}
