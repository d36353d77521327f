package org.sambandh.examples.quickstart;

import java.nio.file.Path;
import java.util.List;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.reporting.DashboardTables;

/**
 * Everything the quickstart found out; {@code main} prints it, the test asserts it.
 *
 * @param first what the first run over the files did
 * @param figures what the deals add up to
 * @param refusal the answer to marking an open deal without a customer as won
 * @param second what the second run over the same files did
 * @param eventsOfSecond how many events the second run caused
 * @param enquiry what came of the enquiry on the web
 * @param dashboard what the seller looks at
 * @param files where it was written to
 */
record Result(
        Imported first,
        SalesFigures figures,
        RuleViolation refusal,
        Imported second,
        long eventsOfSecond,
        WebEnquiry.Story enquiry,
        DashboardTables dashboard,
        List<Path> files) {}
