package org.sambandh.crm.condition;

import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;

/**
 * All or any of at most eight parts, as a class of its own: the template of which {@link Spinner} defines a hidden copy for
 * each junction of a condition. Its parts are constants of the copy, so Java's compiler sees through them as through code
 * somebody wrote by hand. The template itself is never initialised.
 */
final class Knot<S> implements Check<S> {

    static final int MAX_PARTS = 8;

    private static final Data DATA = data();
    private static final boolean ANY = DATA.any();
    private static final Check<Object> FIRST = DATA.part(0);
    private static final Check<Object> SECOND = DATA.part(1);
    private static final Check<Object> THIRD = DATA.part(2);
    private static final Check<Object> FOURTH = DATA.part(3);
    private static final Check<Object> FIFTH = DATA.part(4);
    private static final Check<Object> SIXTH = DATA.part(5);
    private static final Check<Object> SEVENTH = DATA.part(6);
    private static final Check<Object> EIGHTH = DATA.part(7);

    /** What makes one copy differ from another. */
    record Data(List<? extends Check<?>> parts, boolean any) {

        /** Returns a part; one that decides nothing where there are not so many. */
        @SuppressWarnings("unchecked") // a knot of checks of one subject is used as a check of that subject
        Check<Object> part(int place) {
            return place < parts.size() ? (Check<Object>) parts.get(place) : new Plan.Fixed<>(!any);
        }
    }

    private static Data data() {
        try {
            return MethodHandles.classData(MethodHandles.lookup(), ConstantDescs.DEFAULT_NAME, Data.class);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a class may read its own data", e);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // rows of the subject
    public boolean test(S subject, Moment moment, @Nullable Rows<S> rows) {
        Rows<Object> all = (Rows<Object>) rows;
        if (FIRST.test(subject, moment, all) == ANY
                || SECOND.test(subject, moment, all) == ANY
                || THIRD.test(subject, moment, all) == ANY
                || FOURTH.test(subject, moment, all) == ANY
                || FIFTH.test(subject, moment, all) == ANY
                || SIXTH.test(subject, moment, all) == ANY
                || SEVENTH.test(subject, moment, all) == ANY
                || EIGHTH.test(subject, moment, all) == ANY) {
            return ANY;
        }
        return !ANY;
    }
}
