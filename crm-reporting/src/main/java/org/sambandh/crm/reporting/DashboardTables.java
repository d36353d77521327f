package org.sambandh.crm.reporting;

import java.util.List;
import org.sambandh.crm.common.Moment;

/**
 * The results of a dashboard, all of one moment.
 *
 * @param title what it is called
 * @param tables the results, in the order of the dashboard
 * @param moment when it was calculated, with the zone of its days
 */
public record DashboardTables(Label title, List<ReportTable> tables, Moment moment) {

    /**
     * Copies the tables.
     *
     * @param title what it is called
     * @param tables the results, in the order of the dashboard
     * @param moment when it was calculated, with the zone of its days
     */
    public DashboardTables {
        tables = List.copyOf(tables);
    }
}
