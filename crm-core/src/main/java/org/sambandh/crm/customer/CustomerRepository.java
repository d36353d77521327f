package org.sambandh.crm.customer;

import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.store.Repository;

/**
 * Keeps parties. Look-ups by e-mail, phone and identifier are conditions on indexed fields. A host with a customer table of its
 * own replaces it and keeps the rest.
 */
public interface CustomerRepository extends Repository<Customer, CustomerId> {}
