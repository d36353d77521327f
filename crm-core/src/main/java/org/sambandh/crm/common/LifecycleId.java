package org.sambandh.crm.common;

/**
 * The identity of a tenant's list of lifecycle stages.
 *
 * @param value the text, as {@link Id} describes it
 */
public record LifecycleId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public LifecycleId {
        Id.check("LifecycleId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
