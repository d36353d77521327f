package org.sambandh.crm.common;

/**
 * The identity of a service policy.
 *
 * @param value the text, as {@link Id} describes it
 */
public record ServicePolicyId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public ServicePolicyId {
        Id.check("ServicePolicyId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
