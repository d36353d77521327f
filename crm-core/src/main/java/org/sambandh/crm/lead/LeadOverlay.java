package org.sambandh.crm.lead;

import java.util.Map;
import java.util.TreeMap;
import org.sambandh.crm.event.Changes;
import org.sambandh.crm.field.Attributes;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Upserted;

/** Puts what another system says of an enquiry over what is known. */
final class LeadOverlay {

    private LeadOverlay() {}

    static Upserted<Lead> on(Unit unit, Lead known, Enquiry said) {
        Map<String, Object> attributes = new TreeMap<>(known.attributes().values());
        attributes.putAll(said.attributes.values());
        Lead after = known.toBuilder()
                .brand(said.brand == null ? known.brand().orElse(null) : said.brand)
                .product(said.product == null ? known.product().orElse(null) : said.product)
                .productText(said.productText == null ? known.productText().orElse(null) : said.productText)
                .ownership(said.owner == null ? known.ownership().orElse(null) : said.owner)
                .attributes(Attributes.of(attributes))
                .build();
        Lead stored = changed(unit, LeadEvents.CHANGED, known, after);
        return stored.revision().equals(known.revision())
                ? new Upserted.Unchanged<>(stored)
                : new Upserted.Updated<>(stored);
    }

    static Lead changed(Unit unit, String event, Lead before, Lead after) {
        boolean same = Changes.between(unit.catalog().subject(Lead.class), before, after)
                .isEmpty();
        return same ? before : new LeadRecords(unit).save(event, before, after, Map.of());
    }
}
