package org.sambandh.crm.lead;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a conversion does, or does not do.
 *
 * @param kind what
 * @param entity the kind of the record as the catalogue names it
 * @param id the id of the record; null in a preview where it is yet to be created
 * @param field the field that is changed or left alone; null for a whole record
 * @param from the text before, or null where there was none
 * @param to the text after, or the one that is refused; null for a whole record, and in a preview for a party that is
 *     yet to be registered; of a created party its kind, of a created relationship its type
 */
public record ConversionStep(
        Kind kind,
        String entity,
        @Nullable String id,
        @Nullable String field,
        @Nullable String from,
        @Nullable String to) {

    /** What is done. */
    public enum Kind {
        /** A record is created. */
        CREATED,
        /** A record that is there is linked to the enquiry. */
        LINKED,
        /** A blank field is filled, or a status or standing moves. */
        CHANGED,
        /** A field is left alone because it says something else already. */
        REFUSED
    }

    ConversionStep erased() {
        return new ConversionStep(kind, entity, id, field, null, null);
    }

    /** {@return kind, record and field: the texts may be personal} */
    @Override
    public String toString() {
        return kind + " " + entity + (id == null ? "" : " " + id) + (field == null ? "" : " " + field);
    }
}
