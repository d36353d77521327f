/**
 * What parties bought, sent back, owe and have paid: facts from the host's ERP or shop, each known by its external
 * reference, so that a delivery that comes twice counts once. Start at {@link org.sambandh.crm.purchase.Purchases},
 * {@link org.sambandh.crm.purchase.Invoices} and {@link org.sambandh.crm.purchase.Credits}.
 *
 * <p><b>Words.</b> The <em>total</em> of a purchase is its gross revenue, net of discounts and tax; <em>net revenue</em> is
 * the total less what was given back for returns. It counts on the day of the purchase. An <em>invoice</em> is what is to be
 * paid, tax included.
 */
@NullMarked
package org.sambandh.crm.purchase;

import org.jspecify.annotations.NullMarked;
