package org.sambandh.crm.customer;

import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.store.Repository;

/**
 * Keeps parties. Look-ups by e-mail, phone and identifier are conditions on indexed fields. A host with a customer table of
 * its own replaces it and keeps the rest.
 *
 * <p>What such a host must know beyond {@link Repository}:
 *
 * <ul>
 *   <li>A table seldom has a column for everything. What it has none for (roles, stages, attributes, external references)
 *       goes under the same id into the repository that is replaced, or into tables of the host's; leaving something out
 *       loses what services saved, without a word.
 *   <li>A telephone number read from a column is completed by {@link ContactPoint#in}, as services do before they save;
 *       without its international form nobody is found by it.
 *   <li>An erased or provisional party has no name. A column that must not be empty takes a blank text, which is read as a
 *       missing name.
 *   <li>Merging deletes one party through {@link #delete}; {@link org.sambandh.crm.store.Redirects} remembers it, in the
 *       store and not in this repository.
 *   <li>{@code externalRefs} are unique among the parties of a tenant: {@link #save} refuses a taken one.
 * </ul>
 */
public interface CustomerRepository extends Repository<Customer, CustomerId> {}
