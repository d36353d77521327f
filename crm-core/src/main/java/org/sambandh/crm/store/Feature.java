package org.sambandh.crm.store;

import java.util.List;
import java.util.Optional;
import org.sambandh.crm.field.Catalog;

/** What one feature brings: entities for the stores, names for the catalogue, and its share of what concerns a party. */
public interface Feature {

    /** {@return its name: that of its package} */
    String name();

    /** {@return the entities it keeps} */
    List<EntityType<?, ?, ?>> entities();

    /**
     * Declares its subjects and fields. Called for every feature before any {@link #relate}.
     *
     * @param catalog to be filled
     */
    void declare(Catalog.Builder catalog);

    /**
     * Declares relations, when all subjects are declared.
     *
     * @param catalog to be filled
     */
    default void relate(Catalog.Builder catalog) {}

    /** {@return how this feature takes part when a party is merged, exported or erased; nothing if it keeps no trace} */
    default Optional<CustomerData> customerData() {
        return Optional.empty();
    }

    /** {@return what this feature keeps true when anything is written; nothing if it need not know} */
    default Optional<Reaction> reaction() {
        return Optional.empty();
    }
}
