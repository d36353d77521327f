package org.sambandh.crm.common;

/**
 * Names one entity of any kind: what an interaction is regarding, what an event or an error is about.
 *
 * @param kind the kind as the catalogue names it: {@code customer}, {@code lead}, {@code opportunity}, ...
 * @param id the text of its id
 */
public record EntityRef(String kind, String id) {

    /**
     * Checks the two texts.
     *
     * @param kind the kind as the catalogue names it: {@code customer}, {@code lead}, {@code opportunity}, ...
     * @param id the text of its id
     */
    public EntityRef {
        kind = Text.required("entityRef.kind", kind, 60);
        Id.check("entityRef.id", id);
    }

    /**
     * Returns the reference to a party.
     *
     * @param id the party
     * @return the reference
     */
    public static EntityRef of(CustomerId id) {
        return new EntityRef("customer", id.value());
    }

    /**
     * Returns the reference to an enquiry.
     *
     * @param id the enquiry
     * @return the reference
     */
    public static EntityRef of(LeadId id) {
        return new EntityRef("lead", id.value());
    }

    /**
     * Returns the reference to a deal.
     *
     * @param id the deal
     * @return the reference
     */
    public static EntityRef of(OpportunityId id) {
        return new EntityRef("opportunity", id.value());
    }

    /** {@return {@code kind id}} */
    @Override
    public String toString() {
        return kind + " " + id;
    }
}
