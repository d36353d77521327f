package org.sambandh.crm.purchase;

import org.sambandh.crm.common.Money;

/**
 * What purchases in one currency come to, net of tax.
 *
 * @param gross the sum of their totals
 * @param refunded what was given back for returns of them, in the same currency
 */
public record Revenue(Money gross, Money refunded) {

    /** {@return gross less refunded} */
    public Money net() {
        return gross.minus(refunded);
    }
}
