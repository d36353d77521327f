/**
 * What is sold, and for how much: products, price books with dated prices, and the list price of a quantity on a day. Start
 * at {@link org.sambandh.crm.product.Products} and {@link org.sambandh.crm.product.PriceBooks}. Knows no party; a host that
 * keeps its products elsewhere needs nothing of it, because everybody else names products by id.
 */
@NullMarked
package org.sambandh.crm.product;

import org.jspecify.annotations.NullMarked;
