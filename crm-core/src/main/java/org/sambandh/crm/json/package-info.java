/**
 * Everything in and out as JSON. Start at {@link org.sambandh.crm.json.CrmJson}; a host with a mapper of its own registers
 * {@link org.sambandh.crm.json.CrmModule}. Stands above all features; nothing may use it but the root package.
 */
@NullMarked
package org.sambandh.crm.json;

import org.jspecify.annotations.NullMarked;
