/** Reports as data: dimensions and measures over the catalogue, and what makes pages and tables of the results. */
@NullMarked
package org.sambandh.crm.reporting;

import org.jspecify.annotations.NullMarked;
