/**
 * The CRM domain as a library: parties, fields, conditions, stores and the features built on them. Start at {@link
 * org.sambandh.crm.Crm}. It offers and looks up no services, and opens no package: what reads our types by reflection, such as
 * a mapper, goes through {@link org.sambandh.crm.json.CrmModule}.
 *
 * <p>JSpecify is needed at run time: JSON asks it which components may be missing. FastCSV is needed only where CSV is imported,
 * and Hipparchus only where a predictive model is trained; a host that does so requires it itself.
 */
module org.sambandh.crm {
    requires com.fasterxml.jackson.core;
    requires transitive com.fasterxml.jackson.databind;
    requires com.google.common;
    requires static de.siegmar.fastcsv;
    requires static hipparchus.core;
    requires transitive org.jspecify;
    requires transitive org.slf4j;

    exports org.sambandh.crm;
    exports org.sambandh.crm.callcentre;
    exports org.sambandh.crm.campaign;
    exports org.sambandh.crm.common;
    exports org.sambandh.crm.condition;
    exports org.sambandh.crm.customer;
    exports org.sambandh.crm.event;
    exports org.sambandh.crm.exchange;
    exports org.sambandh.crm.field;
    exports org.sambandh.crm.inmemory;
    exports org.sambandh.crm.interaction;
    exports org.sambandh.crm.json;
    exports org.sambandh.crm.lead;
    exports org.sambandh.crm.overview;
    exports org.sambandh.crm.pipeline;
    exports org.sambandh.crm.prediction;
    exports org.sambandh.crm.product;
    exports org.sambandh.crm.purchase;
    exports org.sambandh.crm.scoring;
    exports org.sambandh.crm.segment;
    exports org.sambandh.crm.settings;
    exports org.sambandh.crm.store;
    exports org.sambandh.crm.survey;
    exports org.sambandh.crm.table;
    exports org.sambandh.crm.task;
    exports org.sambandh.crm.team;
    exports org.sambandh.crm.ticket;
}
