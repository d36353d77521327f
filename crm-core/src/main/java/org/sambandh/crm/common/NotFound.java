package org.sambandh.crm.common;

/** There is no such entity for this tenant. An id of another tenant is answered in the same way. */
public final class NotFound extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient EntityRef ref;

    /**
     * Says what is missing.
     *
     * @param ref the entity asked for
     */
    public NotFound(EntityRef ref) {
        super("There is no " + ref + ". It was deleted or merged, or belongs to somebody else; look it up again.");
        this.ref = ref;
    }

    /** {@return the entity asked for} */
    public EntityRef ref() {
        return ref;
    }
}
