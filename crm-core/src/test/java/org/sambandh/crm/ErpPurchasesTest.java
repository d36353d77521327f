package org.sambandh.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.condition.Conditions.always;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.sum;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Window.ever;
import static org.sambandh.crm.condition.Window.last;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.PurchaseId;
import org.sambandh.crm.common.Quantity;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.inmemory.InMemoryCrmStore;
import org.sambandh.crm.purchase.NewPurchase;
import org.sambandh.crm.purchase.NewReturn;
import org.sambandh.crm.purchase.Purchase;
import org.sambandh.crm.purchase.PurchaseFields;
import org.sambandh.crm.purchase.PurchaseRepository;
import org.sambandh.crm.purchase.Purchases;
import org.sambandh.crm.purchase.Revenue;
import org.sambandh.crm.segment.Segment;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.task.NewTask;

/** An ERP vendor keeps its orders in its own table, {@link ErpPurchases}, and has ours for everything else. */
class ErpPurchasesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant WEEK_AGO = NOW.minus(Duration.ofDays(7));
    private static final Instant YEAR_AGO = NOW.minus(Duration.ofDays(365));

    private final ErpPurchases.Table erp = new ErpPurchases.Table();
    private int last = 100;
    private final CrmSession crm = Crm.builder(InMemoryCrmStore.builder(
                            Crm.schema(TenantSettings.of(ZoneId.of("Asia/Kolkata"), Money.currencyOf("INR"))))
                    .replace(
                            PurchaseRepository.class,
                            repositories -> repositories.tenant().equals(TenantId.DEFAULT)
                                    ? new ErpPurchases(erp, repositories)
                                    : repositories.get(PurchaseRepository.class))
                    .build())
            .clock(InstantSource.fixed(NOW))
            .ids(PurchaseId.class, () -> String.valueOf(++last))
            .build()
            .as(Actor.user("meera"));
    private final CustomerId asha = party("Asha");
    private final CustomerId bala = party("Bala");

    private CustomerId party(String name) {
        return crm.customers().register(NewCustomer.person(name)).id();
    }

    private static Quantity pieces(long count) {
        return Quantity.of(count, "piece");
    }

    @Test
    void conditionsAndSegmentsCountAndSumWhatTheVendorsProgramsWrote() {
        erp.put("1", asha, WEEK_AGO, "drill", 2, 900);
        erp.put("2", asha, YEAR_AGO, "saw", 1, 200);
        erp.put("3", bala, YEAR_AGO, "saw", 1, 5_000);

        assertThat(crm.customers()
                        .find(count(PurchaseFields.PURCHASES, last(Duration.ofDays(30)), atLeast(1)))
                        .items())
                .extracting(Customer::id)
                .containsExactly(asha);
        assertThat(crm.customers()
                        .find(sum(PurchaseFields.NET_VALUE, PurchaseFields.PURCHASES, always(), ever(), atLeast(1_100)))
                        .items())
                .extracting(Customer::id)
                .containsExactlyInAnyOrder(asha, bala);
        Segment drills =
                crm.segments().define("Drills", Customer.class, Purchases.bought(new ProductId("drill"), ever()));
        assertThat(crm.segments().members(drills.id(), Customer.class))
                .extracting(Customer::id)
                .containsExactly(asha);
        long hers = crm.inUnit(unit ->
                unit.get(PurchaseRepository.class).count(where(PurchaseFields.CUSTOMER, is(bala)), unit.moment()));
        assertThat(hers).isEqualTo(1);
    }

    @Test
    void theViewOfACustomerTellsTheVendorsOrders() {
        erp.put("1", asha, WEEK_AGO, "drill", 2, 900);
        erp.put("2", asha, YEAR_AGO, "saw", 1, 200);

        assertThat(crm.overview().of(asha).dealings().bought().purchases()).isEqualTo(2);
        assertThat(crm.purchases().summaryOf(asha).revenue())
                .extracting(Revenue::net)
                .containsExactly(Money.of(1_100, "INR"));
        assertThat(crm.purchases().latest(asha, 1).items())
                .extracting(Purchase::id)
                .containsExactly(new PurchaseId("1"));
    }

    @Test
    void aReturnRecordedHereIsWrittenToTheVendorsRowAndCannotExceedIt() {
        erp.put("1", asha, WEEK_AGO, "drill", 2, 900);
        crm.purchases()
                .recordReturn(
                        ErpPurchases.ref("r1"),
                        NewReturn.of(ErpPurchases.ref("1"), NOW).line("1", pieces(1)));

        assertThat(erp.rows.get("1").back()).isEqualTo(1);
        assertThat(erp.rows.get("1").credited()).isEqualTo(Money.of(450, "INR"));
        ErpPurchases.Row before = erp.rows.get("1");
        assertThatThrownBy(() -> crm.purchases()
                        .recordReturn(
                                ErpPurchases.ref("r2"),
                                NewReturn.of(ErpPurchases.ref("1"), NOW).line("1", pieces(2))))
                .isInstanceOf(RuleViolation.class);
        assertThat(erp.rows.get("1")).isEqualTo(before);
    }

    @Test
    void aUnitThatFailsLeavesTheVendorsTableAndOursAsTheyWere() {
        erp.put("1", asha, WEEK_AGO, "drill", 2, 900);
        Map<String, ErpPurchases.Row> before = Map.copyOf(erp.rows);
        int told = crm.changes().since(null, 1_000).size();

        assertThatThrownBy(() -> crm.inTransaction(s -> {
                    s.purchases()
                            .recordReturn(
                                    ErpPurchases.ref("r1"),
                                    NewReturn.of(ErpPurchases.ref("1"), NOW).line("1", pieces(1)));
                    s.purchases()
                            .record(
                                    ErpPurchases.ref("101"),
                                    NewPurchase.by(bala, NOW)
                                            .line("1", new ProductId("saw"), pieces(1), Money.of(5, "INR")));
                    throw new IllegalStateException("the host's own failure");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(erp.rows).isEqualTo(before);
        assertThat(crm.purchases().findReturnByRef(ErpPurchases.ref("r1"))).isEmpty();
        assertThat(crm.changes().since(null, 1_000)).hasSize(told);
    }

    @Test
    void aDeliveryIsARowUnderTheVendorsNextNumberAndATaskAboutItIsItsBuyers() {
        Purchase bought = crm.purchases()
                .record(
                        ErpPurchases.ref("101"),
                        NewPurchase.by(bala, NOW).line("1", new ProductId("saw"), pieces(1), Money.of(5, "INR")))
                .entity();

        assertThat(erp.rows).containsOnlyKeys("101");
        var task = crm.tasks()
                .plan(NewTask.of("Ask how it runs")
                        .regarding(new EntityRef("purchase", bought.id().value())));
        assertThat(crm.tasks().nextTouch(bala)).contains(task);
    }

    @Test
    void aMergeMovesTheVendorsOrdersAndBothNumbersFindThem() {
        erp.put("1", asha, WEEK_AGO, "drill", 2, 900);
        crm.inUnit(unit -> {
            unit.customerData().forEach(data -> data.repoint(unit, asha, bala));
            unit.repositories().redirects().redirect(asha, bala);
            return true;
        });

        assertThat(erp.rows.get("1").debtor()).isEqualTo(bala);
        assertThat(crm.purchases().summaryOf(asha).purchases()).isEqualTo(1);
    }
}
