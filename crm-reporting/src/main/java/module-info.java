/**
 * Reports as data, and pages, tables and sheets made from them. Start at {@link org.sambandh.crm.reporting.Reports}. It opens
 * no package and looks up no service.
 *
 * <p>The spreadsheet library is needed only where sheets are written; a host that does so requires {@code org.dhatim.fastexcel}
 * itself.
 */
module org.sambandh.crm.reporting {
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires static org.dhatim.fastexcel;
    requires transitive org.jspecify;
    requires transitive org.sambandh.crm;

    exports org.sambandh.crm.reporting;
    exports org.sambandh.crm.reporting.render;
}
