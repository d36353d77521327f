package org.sambandh.crm.tck;

import java.util.List;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.Catalog;

/** Subjects with their facts: what conditions are asked about. */
record Scene<S>(Catalog catalog, Class<S> subject, List<S> rows, Facts facts) {

    String name() {
        return catalog.subject(subject).name();
    }
}
