package org.sambandh.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Conditions.always;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Window.ever;
import static org.sambandh.crm.condition.Window.last;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.Quantity;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.inmemory.InMemoryCrmStore;
import org.sambandh.crm.interaction.Direction;
import org.sambandh.crm.interaction.InteractionFields;
import org.sambandh.crm.interaction.NewInteraction;
import org.sambandh.crm.pipeline.NewOpportunity;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.pipeline.OpportunityFields;
import org.sambandh.crm.product.NewProduct;
import org.sambandh.crm.product.Product;
import org.sambandh.crm.product.ProductFields;
import org.sambandh.crm.purchase.NewPurchase;
import org.sambandh.crm.purchase.Purchase;
import org.sambandh.crm.purchase.PurchaseFields;
import org.sambandh.crm.segment.Segment;
import org.sambandh.crm.settings.TenantSettings;

/** Segments follow whatever the services of all features do, without being called. */
class LivingSegmentsTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T09:00:00Z"));
    private final TenantSettings settings = TenantSettings.of(ZoneOffset.UTC, Money.currencyOf("INR"));
    private final CrmSession crm = Crm.inMemory(settings, now::get).as(Actor.SYSTEM);
    private final Customer steel = crm.customers().register(NewCustomer.organization("Steel"));

    private boolean isIn(Segment segment, EntityRef subject) {
        return crm.segments().isMember(segment.id(), subject);
    }

    @Test
    void aChangeOfAPartyReachesTheSegmentsOfItsDeals() {
        Opportunity deal = crm.opportunities()
                .open(NewOpportunity.named("Mill").customer(steel.id()).stage("qualify"));
        Segment deals = crm.segments()
                .define(
                        "Deals in steel",
                        Opportunity.class,
                        where(OpportunityFields.CUSTOMER.to(CustomerFields.INDUSTRY), is("steel")));
        assertThat(isIn(deals, EntityRef.of(deal.id()))).isFalse();
        crm.customers().set(steel.id(), CustomerFields.INDUSTRY, "steel");
        assertThat(isIn(deals, EntityRef.of(deal.id()))).isTrue();
        Opportunity later = crm.opportunities()
                .open(NewOpportunity.named("Press").customer(steel.id()).stage("qualify"));
        assertThat(isIn(deals, EntityRef.of(later.id()))).isTrue();
    }

    @Test
    void aChangeOfAProductReachesThePurchasesThatHoldALineOfIt() {
        Product drill = crm.products().add(NewProduct.of("drill", "Drill"));
        Purchase bought = crm.purchases()
                .record(
                        new ExternalRef("shop", "order", "1"),
                        NewPurchase.by(steel.id(), now.get())
                                .line("1", drill.id(), Quantity.of(1, "piece"), Money.of(10, "INR")))
                .entity();
        Segment tools = crm.segments()
                .define(
                        "Tools",
                        Purchase.class,
                        count(
                                PurchaseFields.LINES,
                                where(PurchaseFields.LINE_PRODUCT.to(ProductFields.FAMILY), is("tools")),
                                ever(),
                                atLeast(1)));
        EntityRef ref = new EntityRef("purchase", bought.id().value());
        assertThat(isIn(tools, ref)).isFalse();
        crm.products()
                .change(
                        drill.id(),
                        product -> product.toBuilder().family("tools").build());
        assertThat(isIn(tools, ref)).isTrue();
    }

    @Test
    void anInteractionBringsItsPartiesInAndItsCorrectionTakesThemOut() {
        Segment touched = crm.segments()
                .define(
                        "Touched",
                        Customer.class,
                        count(InteractionFields.INTERACTIONS, last(Duration.ofDays(30)), atLeast(1)));
        var mail =
                crm.interactions().log(NewInteraction.email(Direction.INBOUND).with(steel.id()));
        assertThat(isIn(touched, EntityRef.of(steel.id()))).isTrue();
        Customer other = crm.customers().register(NewCustomer.organization("Other"));
        crm.interactions()
                .correct(mail.id(), NewInteraction.email(Direction.INBOUND).with(other.id()));
        assertThat(isIn(touched, EntityRef.of(steel.id()))).isFalse();
        assertThat(isIn(touched, EntityRef.of(other.id()))).isTrue();
        now.set(now.get().plus(Duration.ofDays(31)));
        assertThat(crm.segments().advanceTo(now.get()).left()).isEqualTo(1);
        assertThat(isIn(touched, EntityRef.of(other.id()))).isFalse();
    }

    @Test
    void manyChangesInOneUnitAreEvaluatedOnceWhenItEnds() {
        Segment all = crm.segments().define("All", Customer.class, always());
        crm.inTransaction(s -> {
            for (int i = 0; i < 3_000; i++) {
                s.customers().register(NewCustomer.organization("Customer " + i));
            }
            assertThat(s.segments().memberships(all.id(), 10_000, null).items()).hasSize(1);
            return true;
        });
        assertThat(crm.segments().memberships(all.id(), 10_000, null).items()).hasSize(3_001);
    }

    @Test
    void aDefinitionThatWasRolledBackIsNotEvaluatedAnyMore() {
        Segment steels = crm.segments().define("Steels", Customer.class, where(CustomerFields.INDUSTRY, is("steel")));
        try {
            crm.inTransaction(s -> {
                s.segments().redefine(steels.id(), Customer.class, where(CustomerFields.INDUSTRY, is("wood")));
                s.customers().set(steel.id(), CustomerFields.INDUSTRY, "wood");
                throw new IllegalStateException("on purpose");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("on purpose");
        }
        crm.customers().set(steel.id(), CustomerFields.INDUSTRY, "wood");
        assertThat(isIn(steels, EntityRef.of(steel.id()))).isFalse();
        crm.customers().set(steel.id(), CustomerFields.INDUSTRY, "steel");
        assertThat(isIn(steels, EntityRef.of(steel.id()))).isTrue();
    }

    @Test
    void aHostThatEvaluatesAtNightIsLeftAlone() {
        CrmSession night = Crm.builder(
                        InMemoryCrmStore.builder(Crm.schema(settings)).build())
                .clock(now::get)
                .segmentsOnRequest()
                .build()
                .as(Actor.SYSTEM);
        Segment all = night.segments().define("All", Customer.class, always());
        Customer late = night.customers().register(NewCustomer.organization("Late"));
        assertThat(night.segments().isMember(all.id(), EntityRef.of(late.id()))).isFalse();
        night.segments().refreshAll();
        assertThat(night.segments().isMember(all.id(), EntityRef.of(late.id()))).isTrue();
        assertThat(night.segments().members(all.id(), Customer.class)).isEqualTo(List.of(late));
    }
}
