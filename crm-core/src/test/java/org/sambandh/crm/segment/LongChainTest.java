package org.sambandh.crm.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.sambandh.crm.condition.Conditions.inSegment;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Rule;
import org.sambandh.crm.scoring.Fair;
import org.sambandh.crm.scoring.Guest;

/** Segments that name one another, thousands in a row, on a thread with a stack of 256 KB. */
class LongChainTest {

    private static final int LENGTH = 5_000;
    private static final Condition<Guest> INDIAN = where(Fair.COUNTRY, is("IN"));

    private final Fair fair = new Fair();

    private static SegmentId id(int number) {
        return new SegmentId("s" + number);
    }

    /** Each names the one before; the first one names nobody. */
    private static Condition<Guest> rule(int number) {
        return number == 0 ? INDIAN : inSegment(id(number - 1));
    }

    private void save() {
        List<Segment> chain = IntStream.range(0, LENGTH)
                .mapToObj(i -> Segment.builder(id(i))
                        .name("S" + i)
                        .subject("customer")
                        .rule(Rule.of(Guest.class, rule(i)))
                        .build())
                .toList();
        fair.run(unit -> unit.get(SegmentRepository.class).save(chain));
    }

    private static @Nullable Throwable onASmallStack(Runnable work) throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(null, () -> thrown.set(catchThrowable(work::run)), "small stack", 256 * 1024);
        thread.start();
        thread.join(60_000);
        assertThat(thread.isAlive()).as("still running").isFalse();
        return thrown.get();
    }

    @Test
    void aCircleOfThousandsIsRefusedAndTellsOnlyHowItBegins() throws InterruptedException {
        save();
        assertThat(onASmallStack(() -> fair.segments().redefine(id(0), Guest.class, inSegment(id(LENGTH - 1)))))
                .isInstanceOfSatisfying(RuleViolation.class, e -> {
                    assertThat(e.rule()).isEqualTo("segment-cycle");
                    assertThat(e).hasMessageContaining(LENGTH + " in all");
                    assertThat(e.getMessage()).hasSizeLessThan(1_000);
                });
    }

    @Test
    void aChainOfThousandsIsEvaluatedToItsEnd() throws InterruptedException {
        save();
        assertThat(onASmallStack(() -> {
                    fair.guest("asha", "IN", null);
                    fair.segments().redefine(id(0), Guest.class, INDIAN);
                    fair.segments().refresh(id(0));
                }))
                .isNull();
        assertThat(fair.segments().members(id(LENGTH - 1), Guest.class)).hasSize(1);
    }

    @Test
    void inMemoryTooWhateverTheOrderInWhichTheyAreGiven() throws InterruptedException {
        List<Integer> numbers =
                new ArrayList<>(IntStream.range(0, LENGTH).boxed().toList());
        Collections.reverse(numbers);
        Map<SegmentId, Condition<Guest>> rules = new LinkedHashMap<>();
        numbers.forEach(i -> rules.put(id(i), rule(i)));
        assertThat(onASmallStack(() -> new LiveSegments<>(fair.catalog(), Guest.class, rules)))
                .isNull();
        rules.put(id(0), inSegment(id(LENGTH - 1)));
        assertThat(onASmallStack(() -> new LiveSegments<>(fair.catalog(), Guest.class, rules)))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.rule()).isEqualTo("segment-cycle"));
    }
}
