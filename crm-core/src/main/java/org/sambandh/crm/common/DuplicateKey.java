package org.sambandh.crm.common;

/** An id, or another key that must be unique within a tenant, is taken. Nothing was written. */
public final class DuplicateKey extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient EntityRef ref;
    private final String key;

    /**
     * Says which key is taken.
     *
     * @param ref the entity that was to be stored
     * @param key the name of the key: {@code id}, {@code externalRef}, ...; never its value
     */
    public DuplicateKey(EntityRef ref, String key) {
        super("Cannot store " + ref + ": its " + key + " is taken by another one. Nothing was written.");
        this.ref = ref;
        this.key = key;
    }

    /** {@return the entity that was to be stored} */
    public EntityRef ref() {
        return ref;
    }

    /** {@return the name of the key} */
    public String key() {
        return key;
    }
}
