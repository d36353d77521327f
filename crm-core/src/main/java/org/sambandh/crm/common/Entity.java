package org.sambandh.crm.common;

import java.util.List;

/**
 * Something that is stored under an id and changes over time. Implementations are final and immutable, equal by id, made
 * by {@code builder(id)} and {@code toBuilder()}; every accessor that a store must keep has a method of the same name on
 * the builder.
 *
 * @param <I> its id
 */
public interface Entity<I extends Id> {

    /** {@return the id} */
    I id();

    /** {@return which stored state this is; {@link Revision#NEW} if none. Verbs leave it alone} */
    Revision revision();

    /** {@return how other systems name it; each is unique per tenant and kind of entity} */
    List<ExternalRef> externalRefs();
}
