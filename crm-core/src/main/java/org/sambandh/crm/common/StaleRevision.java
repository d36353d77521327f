package org.sambandh.crm.common;

import java.util.Collection;
import java.util.List;

/** Somebody else stored a newer state since the entities were read. Nothing was written; read them again and repeat. */
public final class StaleRevision extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient List<EntityRef> stale;

    /**
     * Says what is stale.
     *
     * @param stale every entity of the call whose revision is not the stored one, gone ones included
     */
    public StaleRevision(Collection<EntityRef> stale) {
        super("Stored in the meantime by somebody else: " + stale + ". Nothing was written; read again and repeat.");
        this.stale = List.copyOf(stale);
    }

    /** {@return every entity of the call whose revision is not the stored one} */
    public List<EntityRef> stale() {
        return stale;
    }
}
