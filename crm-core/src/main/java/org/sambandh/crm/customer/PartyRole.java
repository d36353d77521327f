package org.sambandh.crm.customer;

/** What a party is to the tenant. A party can be several things at once. */
public enum PartyRole {
    /** Buys, may buy or bought. The lifecycle stage belongs to this role. */
    CUSTOMER,
    /** Sells or builds together with the tenant. */
    PARTNER,
    /** Sells the tenant's products on. */
    RESELLER,
    /** Sells to the tenant. */
    SUPPLIER,
    /** Sells against the tenant. */
    COMPETITOR,
    /** Works for the tenant. */
    EMPLOYEE
}
