package org.sambandh.crm.condition;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;

/** Puts parts together as nested records. */
final class Joint {

    private Joint() {}

    /** Returns all or any of at least two parts, asked in their order. */
    static <S> Check<S> of(List<Check<S>> parts, boolean any) {
        if (parts.size() == 2) {
            return new Two<>(parts.get(0), parts.get(1), any);
        } else if (parts.size() == 3) {
            return new Three<>(parts.get(0), parts.get(1), parts.get(2), any);
        } else if (parts.size() == 4) {
            return new Four<>(parts.get(0), parts.get(1), parts.get(2), parts.get(3), any);
        }
        int each = (parts.size() + 3) / 4;
        List<Check<S>> groups = new ArrayList<>();
        for (int from = 0; from < parts.size(); from += each) {
            List<Check<S>> some = parts.subList(from, Math.min(parts.size(), from + each));
            groups.add(some.size() == 1 ? some.get(0) : of(some, any));
        }
        return of(groups, any);
    }

    private record Two<S>(Check<S> a, Check<S> b, boolean any) implements Check<S> {

        @Override
        public boolean test(S subject, Moment moment, @Nullable Rows<S> rows) {
            return a.test(subject, moment, rows) == any ? any : b.test(subject, moment, rows);
        }
    }

    private record Three<S>(Check<S> a, Check<S> b, Check<S> c, boolean any) implements Check<S> {

        @Override
        public boolean test(S subject, Moment moment, @Nullable Rows<S> rows) {
            if (a.test(subject, moment, rows) == any || b.test(subject, moment, rows) == any) {
                return any;
            }
            return c.test(subject, moment, rows);
        }
    }

    private record Four<S>(Check<S> a, Check<S> b, Check<S> c, Check<S> d, boolean any) implements Check<S> {

        @Override
        public boolean test(S subject, Moment moment, @Nullable Rows<S> rows) {
            if (a.test(subject, moment, rows) == any || b.test(subject, moment, rows) == any) {
                return any;
            }
            return c.test(subject, moment, rows) == any ? any : d.test(subject, moment, rows);
        }
    }
}
