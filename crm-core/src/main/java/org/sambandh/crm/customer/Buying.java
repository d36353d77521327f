package org.sambandh.crm.customer;

import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Text;

/**
 * What is known about how a party buys.
 *
 * @param incomeBand a code of the tenant's, for example {@code 5-10 lakh}, or null
 * @param paymentMethod how it likes to pay, a code of the tenant's: {@code upi}, {@code invoice}; or null
 * @param purposeOfPurchase what it buys for, a code of the tenant's: {@code own use}, {@code resale}; or null
 */
public record Buying(
        @Nullable String incomeBand,
        @Nullable String paymentMethod,
        @Nullable String purposeOfPurchase) {

    /** Nothing is known. */
    public static final Buying UNKNOWN = new Buying(null, null, null);

    /**
     * Checks and copies what it is given.
     *
     * @param incomeBand a code of the tenant's, for example {@code 5-10 lakh}, or null
     * @param paymentMethod how it likes to pay, a code of the tenant's: {@code upi}, {@code invoice}; or null
     * @param purposeOfPurchase what it buys for, a code of the tenant's: {@code own use}, {@code resale}; or null
     */
    public Buying {
        incomeBand = Text.orMissing("buying.incomeBand", incomeBand, 200);
        paymentMethod = Text.orMissing("buying.paymentMethod", paymentMethod, 200);
        purposeOfPurchase = Text.orMissing("buying.purposeOfPurchase", purposeOfPurchase, 200);
    }

    /**
     * Returns this with another income band.
     *
     * @param code the tenant's code, or null
     * @return a changed copy
     */
    public Buying incomeBand(@Nullable String code) {
        return new Buying(code, paymentMethod, purposeOfPurchase);
    }

    /**
     * Returns this with another payment method.
     *
     * @param code the tenant's code, or null
     * @return a changed copy
     */
    public Buying paymentMethod(@Nullable String code) {
        return new Buying(incomeBand, code, purposeOfPurchase);
    }

    /**
     * Returns this with another purpose of purchase.
     *
     * @param code the tenant's code, or null
     * @return a changed copy
     */
    public Buying purposeOfPurchase(@Nullable String code) {
        return new Buying(incomeBand, paymentMethod, code);
    }

    /** {@return nothing of it: it is personal} */
    @Override
    public String toString() {
        return "Buying";
    }
}
