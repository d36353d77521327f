package org.sambandh.crm.exchange;

/**
 * How often an alias repaired a text.
 *
 * @param column the column
 * @param from the wrong spelling
 * @param to the right spelling
 * @param uses how many rows had it, refused ones included
 */
public record AliasUse(String column, String from, String to, long uses) {}
