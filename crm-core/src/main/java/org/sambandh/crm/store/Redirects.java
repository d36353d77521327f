package org.sambandh.crm.store;

import java.util.List;
import org.sambandh.crm.common.CustomerId;

/** Which party a merged one became. Flattened: one look-up, however many merges there were. */
public interface Redirects {

    /**
     * Returns the party under which an id is found now.
     *
     * @param id any id
     * @return the survivor, or {@code id} itself if it was never merged
     */
    CustomerId resolve(CustomerId id);

    /**
     * Records that a party was merged into another. Whatever led to {@code from} leads to {@code to} from now on.
     *
     * @param from the party that is gone
     * @param to the survivor; itself resolved first
     * @throws org.sambandh.crm.common.RuleViolation {@code redirect-to-itself} if both are the same in the end
     */
    void redirect(CustomerId from, CustomerId to);

    /**
     * Returns the ids that lead to a party.
     *
     * @param survivor the party
     * @return the ids of those merged into it, ordered
     */
    List<CustomerId> leadingTo(CustomerId survivor);
}
