package org.sambandh.crm.purchase;

import java.time.LocalDate;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;

/**
 * Something that settles an invoice, in part or in full.
 *
 * @param kind what it is
 * @param ref how the other system names it; unique within the invoice, so that one payment may settle several
 * @param on on which day, in the zone of the tenant
 * @param amount how much, above zero; of a reversal too
 */
public record Settlement(Kind kind, ExternalRef ref, LocalDate on, Money amount) {

    /** What it is. */
    public enum Kind {
        /** Money came in. */
        PAYMENT,
        /** We owe less: something was given back or forgiven. */
        CREDIT_NOTE,
        /** Money that had come in went back: a direct debit that bounced. */
        REVERSAL
    }

    /**
     * Checks and copies what it is given.
     *
     * @param kind what it is
     * @param ref how the other system names it; unique within the invoice, so that one payment may settle several
     * @param on on which day, in the zone of the tenant
     * @param amount how much, above zero; of a reversal too
     */
    public Settlement {
        Needed.day("settlement.on", on);
        if (amount.signum() <= 0) {
            throw new Invalid("settlement.amount", "above zero");
        }
    }

    /**
     * Returns a payment.
     *
     * @param ref how the other system names it
     * @param on on which day it came in
     * @param amount how much
     * @return the payment
     */
    public static Settlement payment(ExternalRef ref, LocalDate on, Money amount) {
        return new Settlement(Kind.PAYMENT, ref, on, amount);
    }

    /**
     * Returns a credit note.
     *
     * @param ref how the other system names it
     * @param on its day
     * @param amount how much less is owed
     * @return the credit note
     */
    public static Settlement creditNote(ExternalRef ref, LocalDate on, Money amount) {
        return new Settlement(Kind.CREDIT_NOTE, ref, on, amount);
    }

    /**
     * Returns the reversal of a payment.
     *
     * @param ref how the other system names it
     * @param on on which day the money went back
     * @param amount how much
     * @return the reversal
     */
    public static Settlement reversal(ExternalRef ref, LocalDate on, Money amount) {
        return new Settlement(Kind.REVERSAL, ref, on, amount);
    }

    /** {@return the amount as it settles: below zero for a reversal} */
    public Money effect() {
        return kind == Kind.REVERSAL ? amount.negated() : amount;
    }
}
