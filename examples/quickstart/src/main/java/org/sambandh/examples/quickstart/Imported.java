package org.sambandh.examples.quickstart;

import org.sambandh.crm.exchange.ImportReport;

/**
 * What one run over the three files did.
 *
 * @param accounts what became of the accounts
 * @param sellers what became of the sellers; their offices are linked
 * @param managers how many managers the sellers have who sell nothing themselves
 * @param deals what became of the deals
 */
record Imported(ImportReport accounts, ImportReport sellers, long managers, ImportReport deals) {

    long inserts() {
        return inserts(accounts) + inserts(sellers) + inserts(deals);
    }

    long updates() {
        return updates(accounts) + updates(sellers) + updates(deals);
    }

    private static long inserts(ImportReport report) {
        return report.rows().created() + report.linked().created();
    }

    private static long updates(ImportReport report) {
        return report.rows().updated() + report.linked().updated();
    }
}
