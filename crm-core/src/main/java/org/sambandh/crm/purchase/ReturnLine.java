package org.sambandh.crm.purchase;

import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.Quantity;
import org.sambandh.crm.common.Text;

/**
 * What came back of one line of a purchase.
 *
 * @param line the key of the line
 * @param product the product of the line, or null
 * @param quantity how much came back, above zero, in the unit of the line
 * @param refund what was given back for it, net of tax; not below zero
 */
public record ReturnLine(String line, @Nullable ProductId product, Quantity quantity, Money refund) {

    /**
     * Checks and copies what it is given.
     *
     * @param line the key of the line
     * @param product the product of the line, or null
     * @param quantity how much came back, above zero, in the unit of the line
     * @param refund what was given back for it, net of tax; not below zero
     */
    public ReturnLine {
        line = Text.required("returnLine.line", line, 100);
        if (quantity.amount().signum() <= 0) {
            throw new Invalid("returnLine.quantity", "above zero: a return says how much came back");
        }
        if (refund.signum() < 0) {
            throw new Invalid("returnLine.refund", "not below zero");
        }
    }
}
