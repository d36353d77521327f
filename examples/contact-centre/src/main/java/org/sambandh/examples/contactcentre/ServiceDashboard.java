package org.sambandh.examples.contactcentre;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.purchase.Purchase;
import org.sambandh.crm.purchase.PurchaseFields;
import org.sambandh.crm.purchase.PurchaseLine;
import org.sambandh.crm.reporting.Chart;
import org.sambandh.crm.reporting.Dashboard;
import org.sambandh.crm.reporting.DashboardTables;
import org.sambandh.crm.reporting.Dimension;
import org.sambandh.crm.reporting.Label;
import org.sambandh.crm.reporting.PartsReport;
import org.sambandh.crm.reporting.Report;
import org.sambandh.crm.reporting.ReportMeasure;
import org.sambandh.crm.reporting.ReportTable;
import org.sambandh.crm.reporting.Reports;
import org.sambandh.crm.reporting.StandardReports;
import org.sambandh.crm.reporting.Tabulation;
import org.sambandh.crm.reporting.TimeBucket;
import org.sambandh.crm.reporting.render.HtmlRenderer;
import org.sambandh.crm.ticket.Ticket;
import org.sambandh.crm.ticket.TicketFields;

/** What the head of the contact centre looks at. */
final class ServiceDashboard {

    private ServiceDashboard() {}

    /** The reports of the store, and what lay on the desk on one morning. */
    static DashboardTables of(CrmSession crm, ReportTable morning) {
        DashboardTables now = Reports.of(crm)
                .run(Dashboard.of(
                        Label.of("How service is going"),
                        StandardReports.serviceLevelByPriority(),
                        opened(),
                        soldByMonth(),
                        soldByMarket(),
                        returnRate()));
        List<ReportTable> tables = new ArrayList<>(now.tables());
        tables.add(1, morning);
        return new DashboardTables(now.title(), tables, now.moment());
    }

    static Path write(DashboardTables tables, Path folder) {
        try {
            Files.createDirectories(folder);
            String page = HtmlRenderer.of(Locale.UK).render(tables).html();
            return Files.writeString(folder.resolve("dashboard.html"), page, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Report<Ticket> opened() {
        return Report.of("opened-by-month", Label.of("Tickets opened"), Ticket.class)
                .by(new Dimension.Time<>("month", TicketFields.OPENED_AT, TimeBucket.MONTH, Label.of("Opened in")))
                .measuring(ReportMeasure.<Ticket>count("tickets").labelled(Label.of("Tickets")))
                .measuring(ReportMeasure.count("reopened", Conditions.where(TicketFields.REOPENS, Tests.atLeast(1)))
                        .labelled(Label.of("Reopened")))
                .measuring(ReportMeasure.count(
                                "reassigned", Conditions.where(TicketFields.REASSIGNMENTS, Tests.atLeast(1)))
                        .labelled(Label.of("Reassigned")))
                .drawnAs(Chart.Kind.LINE, "month", "tickets");
    }

    private static Report<Purchase> soldByMonth() {
        return sold("sold-by-month", "Sold by month")
                .by(new Dimension.Time<>("month", PurchaseFields.PURCHASED_ON, TimeBucket.MONTH, Label.of("Month")))
                .drawnAs(Chart.Kind.LINE, "month", "revenue");
    }

    private static Report<Purchase> soldByMarket() {
        return sold("sold-by-market", "Sold by market")
                .by(new Dimension.Values<>("market", PurchaseFields.CUSTOMER.to(Shop.MARKET), Label.of("Market")))
                .sortedBy("revenue", true)
                .top(10)
                .drawnAs(Chart.Kind.BAR, "market", "revenue");
    }

    /** Of the products whose lines are known; which orders without lines had is not. */
    private static Tabulation returnRate() {
        PartsReport<Purchase, PurchaseLine> all =
                StandardReports.returnRateByProduct(LocalDate.of(2009, 12, 1), LocalDate.of(2010, 11, 30));
        return all.change(report -> report.where(Conditions.where(PurchaseFields.LINE_PRODUCT, Tests.present()))
                .top(10));
    }

    private static Report<Purchase> sold(String name, String title) {
        return Report.of(name, Label.of(title), Purchase.class)
                .where(Conditions.where(PurchaseFields.VALID, Tests.is(true)))
                .measuring(ReportMeasure.<Purchase>count("orders").labelled(Label.of("Orders")))
                .measuring(ReportMeasure.sum("revenue", PurchaseFields.TOTAL).labelled(Label.of("Revenue")))
                .measuring(
                        ReportMeasure.sum("refunded", PurchaseFields.REFUNDED).labelled(Label.of("Refunded")))
                .measuring(ReportMeasure.sum("net", PurchaseFields.NET_REVENUE).labelled(Label.of("Net revenue")));
    }
}
