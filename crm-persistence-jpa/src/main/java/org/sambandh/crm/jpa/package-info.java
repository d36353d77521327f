/**
 * The store on a relational database, through the persistence provider of the host. Start at {@code JpaCrmStore}; its
 * tables are made by {@code Migrations}; nothing else is public. Inside, {@code EntityPlan} says how an entity becomes
 * rows, {@code Writer} and {@code Reader} write and read them, {@code Pushdown} says what of a condition the database
 * decides, {@code Scans} in which order rows are read. Knows every feature by its entities, and no provider.
 */
@NullMarked
package org.sambandh.crm.jpa;

import org.jspecify.annotations.NullMarked;
