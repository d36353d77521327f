package org.sambandh.crm.event;

import org.jspecify.annotations.Nullable;

/**
 * One field that changed.
 *
 * @param field its name in the catalogue
 * @param type its type, for example {@code number(2)}
 * @param before the text before, null if it was missing; several elements stand on a line each
 * @param after the text after, null if it is missing
 * @param personal whether the texts tell something about a person, so that erasure must reach them
 */
public record Change(
        String field,
        String type,
        @Nullable String before,
        @Nullable String after,
        boolean personal) {

    /** {@return this change without its texts; what remains is that the field changed} */
    public Change erased() {
        return new Change(field, type, null, null, personal);
    }

    /** {@return the field only: the texts may be personal} */
    @Override
    public String toString() {
        return "Change[" + field + "]";
    }
}
