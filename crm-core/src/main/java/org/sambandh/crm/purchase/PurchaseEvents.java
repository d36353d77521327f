package org.sambandh.crm.purchase;

/** What is told about purchases, returns, invoices and credit. Concerned is the party. */
public final class PurchaseEvents {

    /** A purchase was recorded. */
    public static final String RECORDED = "purchase.recorded";

    /** A purchase was recorded that takes the place of another entry. */
    public static final String CORRECTED = "purchase.corrected";

    /** A purchase counts no longer. */
    public static final String WITHDRAWN = "purchase.withdrawn";

    /** Something of a purchase came back. */
    public static final String RETURNED = "purchaseReturn.recorded";

    /** A return counts no longer. */
    public static final String RETURN_WITHDRAWN = "purchaseReturn.withdrawn";

    /** An invoice was issued. */
    public static final String ISSUED = "invoice.issued";

    /** A payment, a credit note or a reversal came in. */
    public static final String SETTLED = "invoice.settled";

    /** An invoice is due on another day. */
    public static final String RESCHEDULED = "invoice.rescheduled";

    /** The credit of a party was put on hold. */
    public static final String HELD = "credit.held";

    /** The credit of a party is on hold no longer. */
    public static final String RELEASED = "credit.released";

    /** What was personal in a purchase was destroyed. */
    public static final String ERASED = "purchase.erased";

    private PurchaseEvents() {}
}
