package org.sambandh.crm.customer;

import org.sambandh.crm.common.Text;

/**
 * How far a party came in the role of a customer. Which stages there are, and in which order, is data of a tenant; see
 * {@link Lifecycle}.
 *
 * @param code a code of the tenant's in lower case
 */
public record LifecycleStage(String code) {

    /** Somebody who looked, mostly unknown. */
    public static final LifecycleStage VISITOR = new LifecycleStage("visitor");

    /** Somebody who may buy. */
    public static final LifecycleStage PROSPECT = new LifecycleStage("prospect");

    /** Somebody who was found to need, want and afford it. */
    public static final LifecycleStage QUALIFIED = new LifecycleStage("qualified");

    /** Somebody who bought. */
    public static final LifecycleStage CUSTOMER = new LifecycleStage("customer");

    /** Somebody who bought and no longer does; buying again reactivates. */
    public static final LifecycleStage FORMER = new LifecycleStage("former");

    /**
     * Checks and copies what it is given.
     *
     * @param code a code of the tenant's in lower case
     */
    public LifecycleStage {
        code = Text.required("lifecycleStage", code, 60);
    }

    /** {@return the code} */
    @Override
    public String toString() {
        return code;
    }
}
