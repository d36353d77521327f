package org.sambandh.crm.reporting;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sambandh.crm.common.Invalid;

/**
 * Reports that are looked at together.
 *
 * @param title what it is called
 * @param reports in the order in which they are shown, 1 to 50, each under a name of its own
 */
public record Dashboard(Label title, List<Tabulation> reports) {

    private static final int MAX_REPORTS = 50;

    /**
     * Checks and copies the reports.
     *
     * @param title what it is called
     * @param reports in the order in which they are shown, 1 to 50, each under a name of its own
     * @throws Invalid if there are none or too many, or two share a name
     */
    public Dashboard {
        reports = List.copyOf(reports);
        if (reports.isEmpty() || reports.size() > MAX_REPORTS) {
            throw new Invalid("dashboard.reports", "1 to " + MAX_REPORTS + ", found " + reports.size());
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < reports.size(); i++) {
            if (!names.add(reports.get(i).name())) {
                throw new Invalid(
                        "dashboard.reports[" + i + "].name",
                        "two reports named '" + reports.get(i).name() + "'");
            }
        }
    }

    /**
     * Returns a dashboard.
     *
     * @param title what it is called
     * @param reports in the order in which they are shown
     * @return the dashboard
     * @throws Invalid if there are none or too many, or two share a name
     */
    public static Dashboard of(Label title, Tabulation... reports) {
        return new Dashboard(title, List.of(reports));
    }
}
