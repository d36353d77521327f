/** Placeholder: replaced by the settings package that is being written. */
@NullMarked
package org.sambandh.crm.settings;

import org.jspecify.annotations.NullMarked;
