package org.sambandh.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.in;
import static org.sambandh.crm.condition.Tests.is;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.scoring.Criterion;
import org.sambandh.crm.scoring.Grade;
import org.sambandh.crm.scoring.Group;
import org.sambandh.crm.scoring.PointsModel;
import org.sambandh.crm.scoring.ScoreSnapshotFields;
import org.sambandh.crm.segment.Segment;
import org.sambandh.crm.settings.TenantSettings;

/** The library as a host uses it: a segment of customers by the grade that was recorded last. */
class GradeSegmentTest {

    private static final ModelId MODEL = new ModelId("fit");

    private final CrmSession crm = Crm.inMemory(
                    TenantSettings.of(ZoneOffset.UTC, Money.currencyOf("INR")),
                    InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z")))
            .as(Actor.user("meera"));

    private static PointsModel<Customer> model(String country) {
        return PointsModel.of(
                        MODEL,
                        "Fit",
                        Customer.class,
                        Group.fit(
                                "fit",
                                "Fit",
                                Criterion.of(
                                        "land",
                                        "Country",
                                        60,
                                        Customer.class,
                                        where(CustomerFields.COUNTRY, is(country)))))
                .graded(Grade.of("A", 60), Grade.of("C", 0));
    }

    @Test
    void aCustomerEntersAndLeavesASegmentByGradeWhenItsScoreIsRecorded() {
        Customer asha = crm.customers()
                .register(
                        NewCustomer.person("Asha Rao").email("asha@example.in").country("IN"));
        EntityRef ref = EntityRef.of(asha.id());
        Segment good = crm.segments()
                .define(
                        "Good ones",
                        Customer.class,
                        ScoreSnapshotFields.latestPasses(
                                CustomerFields.ID, MODEL, where(ScoreSnapshotFields.GRADE, in("A", "B"))));
        crm.scores().define(model("IN"));
        assertThat(crm.segments().isMember(good.id(), ref)).isFalse();
        crm.scores().record(MODEL, ref);
        assertThat(crm.segments().isMember(good.id(), ref)).isTrue();
        crm.scores().define(model("NL"));
        crm.scores().record(MODEL, ref);
        assertThat(crm.segments().isMember(good.id(), ref)).isFalse();
        assertThat(crm.scores().history(MODEL, ref, 10, null).items()).hasSize(2);
    }
}
