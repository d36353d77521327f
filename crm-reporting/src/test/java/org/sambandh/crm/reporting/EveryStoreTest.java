package org.sambandh.crm.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.lang.reflect.Modifier;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.Crm;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.jpa.JpaCrmStore;
import org.sambandh.crm.jpa.Migrations;
import org.sambandh.crm.pipeline.OpportunityFields;
import org.sambandh.crm.pipeline.Pipeline;
import org.sambandh.crm.product.ProductFields;
import org.sambandh.crm.purchase.Purchase;
import org.sambandh.crm.purchase.PurchaseFields;
import org.sambandh.crm.purchase.PurchaseLine;
import org.sambandh.crm.purchase.PurchaseRepository;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.store.CrmStore;

/** Every ready-made report over the same year, in memory and on a database that groups by itself. */
class EveryStoreTest {

    private static final TenantSettings KOLKATA = TenantSettings.of(ZoneId.of("Asia/Kolkata"), Money.currencyOf("INR"));

    /** Kept, so that the level stays: the provider tells at length how it starts. */
    private static final Logger PROVIDER = Logger.getLogger("org.hibernate");

    static {
        PROVIDER.setLevel(Level.OFF);
    }

    private static List<Tabulation> everyReport() {
        Pipeline pipeline = Pipeline.standard();
        return List.of(
                StandardReports.pipelineByStage(pipeline),
                StandardReports.forecastByCategory(pipeline),
                StandardReports.funnel(pipeline),
                StandardReports.winRateBy(Dimension.of(OpportunityFields.CUSTOMER.to(CustomerFields.INDUSTRY))),
                StandardReports.wonByPeriod(TimeBucket.MONTH),
                StandardReports.interactionsByPerformer(),
                StandardReports.enquiriesByOrigin(),
                StandardReports.segmentSizes(),
                StandardReports.untouchedCustomers(90),
                StandardReports.ticketsByStateAndAge(1, 3, 7),
                StandardReports.serviceLevelByPriority(),
                StandardReports.campaignMembersByStatus(),
                StandardReports.campaignResults(),
                StandardReports.callsByAgent(),
                StandardReports.agentActivity(),
                StandardReports.returnRateByProduct(Year.FIRST, Year.LAST),
                StandardReports.overdueInvoices(31, 61));
    }

    private static final Year MEMORY = Year.lived();
    private static final JdbcConnectionPool DATABASE =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    private static EntityManagerFactory factory;
    private static CrmSession stored;

    @BeforeAll
    static void liveTheSameYearOnADatabase() {
        Migrations.apply(DATABASE);
        PersistenceConfiguration unit =
                new PersistenceConfiguration("crm").property("jakarta.persistence.nonJtaDataSource", DATABASE);
        JpaCrmStore.entityClasses().forEach(unit::managedClass);
        factory = unit.createEntityManagerFactory();
        CrmStore store = JpaCrmStore.owning(factory, Crm.schema(KOLKATA)).build();
        Watch watch = new Watch("2026-04-01T03:30:00Z");
        stored = Crm.builder(store).clock(watch).build().as(Actor.user("asha"));
        new Year(watch, stored).live();
    }

    @AfterAll
    static void close() {
        factory.close();
        DATABASE.dispose();
    }

    @Test
    void everyReadyMadeReportIsTheSameInMemoryAndOnADatabase() {
        for (Tabulation report : everyReport()) {
            ReportTable expected = Reports.of(MEMORY.crm).run(report);
            ReportTable found = Reports.of(stored).run(report);
            assertThat(Tabled.all(found)).as(report.name()).isEqualTo(Tabled.all(expected));
            assertThat(expected.rows()).as(report.name()).isNotEmpty();
        }
    }

    @Test
    void aConditionFollowsTheLinesOfAPurchaseToTheirProducts() {
        Condition<PurchaseLine> kitchen =
                Conditions.where(PurchaseFields.LINE_PRODUCT.to(ProductFields.FAMILY), Tests.is("Kitchen"));
        Condition<PurchaseLine> back = Conditions.where(PurchaseFields.LINE_CAME_BACK, Tests.is(true));
        for (CrmSession crm : List.of(MEMORY.crm, stored)) {
            assertThat(purchases(crm, kitchen)).isEqualTo(3);
            assertThat(purchases(crm, back)).isEqualTo(3);
            assertThat(purchases(crm, Conditions.all(kitchen, back))).isEqualTo(2);
        }
    }

    /** Of how many purchases some line passes. */
    private static long purchases(CrmSession crm, Condition<PurchaseLine> line) {
        Condition<Purchase> some = Conditions.count(PurchaseFields.LINES, line, Window.ever(), Tests.atLeast(1));
        return crm.inUnit(unit -> unit.get(PurchaseRepository.class).count(some, unit.moment()));
    }

    /** A report that is ready-made and not in the test above would be tested on one store only. */
    @Test
    void noReadyMadeReportIsLeftOut() {
        assertThat(everyReport()).hasSize((int) Arrays.stream(StandardReports.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .count());
    }
}
