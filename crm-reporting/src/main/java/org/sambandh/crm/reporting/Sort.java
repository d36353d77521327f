package org.sambandh.crm.reporting;

/**
 * By which column rows are sorted. Dimensions sort in their own order: stages as they follow each other, time forward,
 * texts by code point. A measure in several currencies sorts by the first of its columns. What is missing stands last
 * either way.
 *
 * @param by the name of a dimension or measure
 * @param descending whether the largest comes first
 */
public record Sort(String by, boolean descending) {}
