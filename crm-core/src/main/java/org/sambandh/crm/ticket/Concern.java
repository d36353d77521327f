package org.sambandh.crm.ticket;

import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.AssetId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.ProductId;

/**
 * Whom and what a ticket concerns.
 *
 * @param customer whose ticket it is; null if unknown
 * @param contact who asks on behalf of the customer; null if the customer does
 * @param product the product it is about; null if none
 * @param asset the installed asset it is about; null if none
 */
public record Concern(
        @Nullable CustomerId customer,
        @Nullable CustomerId contact,
        @Nullable ProductId product,
        @Nullable AssetId asset) {

    /** Nobody and nothing. */
    public static final Concern NONE = new Concern(null, null, null, null);

    Concern withCustomer(@Nullable CustomerId other) {
        return new Concern(other, contact, product, asset);
    }

    Concern withContact(@Nullable CustomerId other) {
        return new Concern(customer, other, product, asset);
    }

    Concern withProduct(@Nullable ProductId other) {
        return new Concern(customer, contact, other, asset);
    }

    Concern withAsset(@Nullable AssetId other) {
        return new Concern(customer, contact, product, other);
    }

    Concern repointed(CustomerId from, CustomerId to) {
        return new Concern(from.equals(customer) ? to : customer, from.equals(contact) ? to : contact, product, asset);
    }
}
