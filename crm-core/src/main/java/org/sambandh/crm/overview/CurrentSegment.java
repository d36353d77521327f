package org.sambandh.crm.overview;

import java.time.Instant;
import org.sambandh.crm.common.SegmentId;

/**
 * A segment that a party is in.
 *
 * @param segment which
 * @param name what it is called
 * @param since when the party entered it
 */
public record CurrentSegment(SegmentId segment, String name, Instant since) {}
