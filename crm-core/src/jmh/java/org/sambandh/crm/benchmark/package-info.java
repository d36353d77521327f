/** How fast the engine is, as ratios to hand-written Java that does the same work in the same run. In no jar. */
@NullMarked
package org.sambandh.crm.benchmark;

import org.jspecify.annotations.NullMarked;
