package org.sambandh.crm.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;

/**
 * One feature's share of what is kept about parties. Merge, export and erasure go through all of them and so reach
 * everything; a host adds its own for its tables ({@code Crm.builder(store).customerData(...)}).
 *
 * <p>Until there are services for them, a host runs the three in a unit: export and erasure call all of
 * {@link Unit#customerData} in order; a merge calls {@link #repoint} of all, then {@link Redirects#redirect}, and deletes
 * the party that goes.
 */
public interface CustomerData {

    /**
     * Makes everything of one party that of another.
     *
     * @param unit the unit of work
     * @param from the party that goes
     * @param to the party that stays
     */
    void repoint(Unit unit, CustomerId from, CustomerId to);

    /**
     * Returns everything kept about a party.
     *
     * @param unit the unit of work
     * @param id the party
     * @return one item for each record
     */
    List<Item> export(Unit unit, CustomerId id);

    /**
     * Destroys what is personal about a party; counts and amounts may stay.
     *
     * @param unit the unit of work
     * @param id the party
     */
    void erase(Unit unit, CustomerId id);

    /**
     * One record kept about a party.
     *
     * @param ref which record
     * @param values field names and texts, in the order of the catalogue
     */
    record Item(EntityRef ref, Map<String, String> values) {

        /**
         * Checks and copies what it is given.
         *
         * @param ref which record
         * @param values field names and texts, in the order of the catalogue
         */
        public Item {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        /** {@return the record only: the texts are personal} */
        @Override
        public String toString() {
            return "Item[" + ref + "]";
        }
    }
}
