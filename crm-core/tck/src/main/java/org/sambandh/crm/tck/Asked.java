package org.sambandh.crm.tck;

import java.util.ArrayList;
import java.util.List;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Condition;

/** A condition, and the moment it is asked at. */
record Asked<S>(Condition<S> condition, Moment moment) {

    static <S> List<Asked<S>> next(RandomConditions random, Class<S> subject, int count) {
        List<Asked<S>> asked = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Condition<S> condition = random.next(subject);
            asked.add(new Asked<>(condition, random.nextMoment()));
        }
        return asked;
    }
}
