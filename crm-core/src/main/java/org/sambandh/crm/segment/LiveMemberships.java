package org.sambandh.crm.segment;

import java.util.ArrayList;
import java.util.List;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.MembershipId;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.field.Subject;

/** Answers rules that name other segments from the bits of {@link LiveSegments}, and hands on all other questions. */
final class LiveMemberships<S> implements Facts {

    private static final MembershipId ANY = new MembershipId("live");

    private final LiveSegments<S> live;
    private final Subject<S> kind;
    private Facts inner = Facts.NONE;

    LiveMemberships(LiveSegments<S> live, Subject<S> kind) {
        this.live = live;
        this.kind = kind;
    }

    Facts over(Facts facts) {
        inner = facts;
        return this;
    }

    @Override
    public <T, R> List<List<R>> related(Relation<T, R> relation, List<T> chunk, Moment moment) {
        if (relation.fact() != SegmentMembership.class || relation.subject() != (Class<?>) kind.type()) {
            return inner.related(relation, chunk, moment);
        }
        List<List<R>> answers = new ArrayList<>(chunk.size());
        for (T subject : chunk) {
            EntityRef ref = kind.ref(kind.type().cast(subject));
            List<R> periods = new ArrayList<>();
            for (SegmentId segment : live.segments()) {
                if (live.isMember(segment, live.idOf(kind.type().cast(subject)))) {
                    periods.add(relation.fact()
                            .cast(SegmentMembership.builder(ANY)
                                    .segment(segment)
                                    .subject(ref)
                                    .since(moment.at())
                                    .build()));
                }
            }
            answers.add(periods);
        }
        return answers;
    }
}
