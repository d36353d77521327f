package org.sambandh.examples.quickstart;

import static org.sambandh.crm.customer.CustomerFields.KIND;

import java.io.PrintStream;
import java.util.List;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.table.FactTable;
import org.sambandh.crm.table.TableKey;

/** A table in memory, word for word as in the README; a test compares the two. */
public final class Columns {

    private Columns() {}

    /**
     * Selects and groups customers.
     *
     * @param crm the session
     * @param rule whom to select
     * @param out where the groups are printed
     */
    static void run(CrmSession crm, Condition<Customer> rule, PrintStream out) {
        Moment now = crm.moment();
        // README: begin
        var columns = FactTable.builder(crm.catalog(), Customer.class);
        var view = columns.needing(rule).fields(KIND).build(crm::inUnit).view();
        view.group(view.select(rule, now), List.of(TableKey.of(KIND)), List.of(), now)
                .forEach(group -> out.println(group.keys() + " " + group.count()));
        // README: end
    }
}
