package org.sambandh.crm.field;

import java.time.Instant;
import org.sambandh.crm.common.SegmentId;

/**
 * Where a subject's stored segment memberships are found, so that "is in a segment" is a count over related facts like
 * any other and needs no special case in any engine or store.
 *
 * @param relation leads to the membership periods of a subject
 * @param kind the kind of subject a period is about, as the catalogue names it
 * @param segment the segment of a period
 * @param until the end of a period; missing while it lasts
 * @param <S> the subject
 * @param <M> one membership period
 */
public record Memberships<S, M>(
        Relation<S, M> relation,
        Field.One<M, String> kind,
        Field.One<M, SegmentId> segment,
        Field.One<M, Instant> until) {}
