/**
 * What can be asked of a subject, by name: fields, relations, a host's own attributes, and the one catalogue that holds
 * them. Start at {@link org.sambandh.crm.field.Field}; {@link org.sambandh.crm.field.Catalog} finds them by name. Uses
 * {@code common} and {@code settings}; knows no feature.
 */
@NullMarked
package org.sambandh.crm.field;

import org.jspecify.annotations.NullMarked;
