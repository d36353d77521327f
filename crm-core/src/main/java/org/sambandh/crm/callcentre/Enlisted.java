package org.sambandh.crm.callcentre;

import java.time.Instant;
import org.sambandh.crm.common.CallListId;
import org.sambandh.crm.common.SegmentId;

/**
 * What became of the members of a segment when they were put onto a list of calls.
 *
 * @param list the list
 * @param segment the segment
 * @param asOf the moment as of which they were members
 * @param added how many were put onto it
 * @param entries how many were on it before
 * @param left how many were left out: archived, gone, without a telephone number, or with the wish not to be called
 */
public record Enlisted(CallListId list, SegmentId segment, Instant asOf, long added, long entries, long left) {}
