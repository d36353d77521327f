/**
 * The store that needs nothing: data in the memory of this process, with real transactions. The default of an embedded
 * host that keeps no data of its own, and the reference that other stores are compared with. Start at
 * {@link org.sambandh.crm.inmemory.InMemoryCrmStore}. Uses {@code store} and what lies below; knows no feature.
 */
@NullMarked
package org.sambandh.crm.inmemory;

import org.jspecify.annotations.NullMarked;
