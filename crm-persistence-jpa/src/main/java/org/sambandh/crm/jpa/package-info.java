/** The store on a relational database. {@code JpaCrmStore} is the only public type; rows and mappers are hidden. */
@NullMarked
package org.sambandh.crm.jpa;

import org.jspecify.annotations.NullMarked;
