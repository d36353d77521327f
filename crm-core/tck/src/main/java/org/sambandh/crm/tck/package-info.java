/**
 * The kit that proves an adapter. Extend {@link org.sambandh.crm.tck.WholeStoreContract}, or the contract of the one
 * repository you replace, say how to make your store, and run it: every rule of the javadoc is a test in the same words.
 *
 * <pre>{@code
 * class OurCustomersTest extends CustomerRepositoryContract {
 *     @Override
 *     protected CrmStore store(Schema schema) {
 *         return InMemoryCrmStore.builder(schema)
 *                 .replace(CustomerRepository.class, all -> new OurCustomers(connection))
 *                 .build();
 *     }
 * }
 * }</pre>
 *
 * <p>{@link org.sambandh.crm.tck.Samples} are entities of every kind for tests of any module;
 * {@link org.sambandh.crm.tck.RandomConditions} draws conditions over a whole catalogue.
 */
@NullMarked
package org.sambandh.crm.tck;

import org.jspecify.annotations.NullMarked;
