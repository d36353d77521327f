package org.sambandh.crm.common;

/**
 * Whose data it is. Nothing of one tenant is ever visible to another: a foreign id behaves exactly like a missing one.
 *
 * @param value the text, as {@link Id} describes it
 */
public record TenantId(String value) implements Id {

    /** The tenant of a host that has only one. */
    public static final TenantId DEFAULT = new TenantId("default");

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public TenantId {
        Id.check("TenantId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
