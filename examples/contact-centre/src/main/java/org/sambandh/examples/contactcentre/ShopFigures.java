package org.sambandh.examples.contactcentre;

import java.math.BigDecimal;
import java.util.List;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.purchase.Purchase;
import org.sambandh.crm.purchase.PurchaseFields;
import org.sambandh.crm.reporting.Cell;
import org.sambandh.crm.reporting.Label;
import org.sambandh.crm.reporting.Report;
import org.sambandh.crm.reporting.ReportMeasure;
import org.sambandh.crm.reporting.Reports;

/**
 * What the orders come to: a report of one row.
 *
 * @param revenue what was sold, before anything came back
 * @param refunded what was given back for returns
 */
record ShopFigures(long buyers, long orders, Money revenue, Money refunded) {

    static ShopFigures of(CrmSession crm) {
        Report<Purchase> report = Report.of("orders", Label.of("Orders"), Purchase.class)
                .where(Conditions.where(PurchaseFields.VALID, Tests.is(true)))
                .measuring(new ReportMeasure.Distinct<>(
                        "buyers", PurchaseFields.CUSTOMER, Conditions.always(), Label.of("Buyers")))
                .measuring(ReportMeasure.<Purchase>count("orders").labelled(Label.of("Orders")))
                .measuring(ReportMeasure.sum("revenue", PurchaseFields.TOTAL).labelled(Label.of("Revenue")))
                .measuring(
                        ReportMeasure.sum("refunded", PurchaseFields.REFUNDED).labelled(Label.of("Refunded")));
        List<Cell> cells = Reports.of(crm).run(report).rows().get(0).cells();
        return new ShopFigures(number(cells.get(0)), number(cells.get(1)), money(cells.get(2)), money(cells.get(3)));
    }

    private static Money money(Cell cell) {
        return ((Cell.Amount) cell).money();
    }

    private static long number(Cell cell) {
        BigDecimal value = ((Cell.Numeric) cell).value();
        return value.longValueExact();
    }
}
