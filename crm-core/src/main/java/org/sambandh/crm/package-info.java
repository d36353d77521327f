/**
 * Where to begin: {@link org.sambandh.crm.Crm} is the library set up for a host, {@link org.sambandh.crm.CrmSession} the
 * services as one actor sees them.
 */
@NullMarked
package org.sambandh.crm;

import org.jspecify.annotations.NullMarked;
