/**
 * Who belongs together, and why. Start at {@link org.sambandh.crm.segment.Segment}, a condition with includes and
 * excludes or a list kept by hand, and {@link org.sambandh.crm.segment.Segments}, the service; conditions are plain
 * data in {@code condition}. Works on any subject of the catalogue that has an id; uses {@code store} and what lies
 * below, and no other feature.
 */
@NullMarked
package org.sambandh.crm.segment;

import org.jspecify.annotations.NullMarked;
