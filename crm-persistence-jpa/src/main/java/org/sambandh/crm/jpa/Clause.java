package org.sambandh.crm.jpa;

/** A part of the where-clause of a query. */
@FunctionalInterface
interface Clause {

    /**
     * Adds the part to a query.
     *
     * @param query the query
     * @param row the alias of the row that is tested
     */
    void addTo(Jpql query, String row);
}
