package org.sambandh.crm.scoring;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;

/**
 * Criteria of a points model that belong together and may share a cap.
 *
 * @param code names it within its model, at most 60 characters
 * @param name what a seller reads, at most 200 characters
 * @param kind what it speaks of
 * @param cap the most that its criteria can earn together, 0 or more, or null; nothing limits what they can cost
 * @param criteria at most 100, with different codes; they are run in this order
 * @param <S> the subject
 */
public record Group<S>(
        String code, String name, Kind kind, @Nullable BigDecimal cap, List<Criterion<S>> criteria) {

    /** What groups speak of. */
    public enum Kind {
        /** Who they are: how well they fit what we sell. */
        FIT,
        /** What they did: how much they are interested. */
        ENGAGEMENT
    }

    /** The most criteria of a group. */
    public static final int MAX_CRITERIA = 100;

    /**
     * Checks and copies what it is given.
     *
     * @param code names it within its model, at most 60 characters
     * @param name what a seller reads, at most 200 characters
     * @param kind what it speaks of
     * @param cap the most that its criteria can earn together, 0 or more, or null; nothing limits what they can cost
     * @param criteria at most 100, with different codes; they are run in this order
     */
    public Group {
        code = Text.required("group.code", code, 60);
        name = Text.required("group.name", name, 200);
        cap = Points.cap("group.cap", cap);
        criteria = List.copyOf(criteria);
        if (criteria.size() > MAX_CRITERIA) {
            throw new Invalid("group.criteria", "at most " + MAX_CRITERIA + ", found " + criteria.size());
        }
        Set<String> codes = new HashSet<>();
        for (Criterion<S> criterion : criteria) {
            if (!codes.add(criterion.code())) {
                throw new Invalid("group.criteria", "the code '" + criterion.code() + "' stands there twice");
            }
        }
    }

    /**
     * Returns a group of what they are, without a cap.
     *
     * @param code names it within its model
     * @param name what a seller reads
     * @param criteria in the order in which they are run
     * @param <S> the subject
     * @return the group
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <S> Group<S> fit(String code, String name, Criterion<S>... criteria) {
        return new Group<>(code, name, Kind.FIT, null, List.of(criteria));
    }

    /**
     * Returns a group of what they did, without a cap.
     *
     * @param code names it within its model
     * @param name what a seller reads
     * @param criteria in the order in which they are run
     * @param <S> the subject
     * @return the group
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <S> Group<S> engagement(String code, String name, Criterion<S>... criteria) {
        return new Group<>(code, name, Kind.ENGAGEMENT, null, List.of(criteria));
    }

    /**
     * Returns this group with a limit on what its criteria can earn together.
     *
     * @param most 0 or more
     * @return the group
     */
    public Group<S> cappedAt(long most) {
        return new Group<>(code, name, kind, BigDecimal.valueOf(most), criteria);
    }
}
