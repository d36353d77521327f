package org.sambandh.crm.overview;

import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.Relationship;

/**
 * A relationship as seen from one of its two parties.
 *
 * @param relationship what connects the two, in which direction, since when
 * @param party the other one
 */
public record RelatedParty(Relationship relationship, Customer party) {}
