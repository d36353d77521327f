package org.sambandh.crm.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Invalid;

class IntervalsTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void touchingIntervalsMergeAndEmptyOnesVanish() {
        Intervals<Integer> merged = Intervals.of(
                List.of(new Interval<>(3, 5), new Interval<>(1, 3), new Interval<>(7, 7), new Interval<>(8, 9)));
        assertThat(merged.list()).containsExactly(new Interval<>(1, 5), new Interval<>(8, 9));
        assertThat(merged).hasToString("[[1, 5), [8, 9)]");
    }

    @Test
    void theStartIsInsideAndTheEndIsNot() {
        Intervals<Integer> one = Intervals.between(1, 5);
        assertThat(one.contains(1)).isTrue();
        assertThat(one.contains(5)).isFalse();
        assertThat(new Interval<>(1, 5).contains(1)).isTrue();
        assertThat(new Interval<>(1, 5).contains(5)).isFalse();
    }

    @Test
    void localDateTimesAreIntervalsToo() {
        LocalDateTime noon = LocalDateTime.of(2026, 3, 2, 12, 0);
        assertThat(Intervals.between(noon, noon.plusHours(2))
                        .difference(Intervals.between(noon, noon.plusHours(1)))
                        .list())
                .containsExactly(new Interval<>(noon.plusHours(1), noon.plusHours(2)));
    }

    @Test
    void anEndBeforeTheStartIsRefused() {
        assertThatThrownBy(() -> new Interval<>(5, 1))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("5 to 1");
    }

    @Test
    void nothingHoldsNothing() {
        assertThat(Intervals.<Integer>none().isEmpty()).isTrue();
        assertThat(Intervals.between(1, 1)).isEqualTo(Intervals.<Integer>none()).hasSameHashCodeAs(Intervals.none());
    }

    @Test
    void aScheduleSaysWhatFoundNoRoom() {
        Intervals<Instant> hour = Intervals.between(NINE, NINE.plusSeconds(3600));
        Schedule forward = Schedule.forward(hour, Duration.ofMinutes(90));
        assertThat(forward.parts()).containsExactly(new Interval<>(NINE, NINE.plusSeconds(3600)));
        assertThat(forward.left()).hasMinutes(30);
        assertThat(Schedule.backward(hour, Duration.ofMinutes(15)).parts())
                .containsExactly(new Interval<>(NINE.plusSeconds(2700), NINE.plusSeconds(3600)));
        assertThat(Schedule.backward(hour, Duration.ZERO).parts()).isEmpty();
    }

    @Test
    void aNegativeAmountIsNoSchedule() {
        assertThatThrownBy(() -> Schedule.forward(Intervals.none(), Duration.ofSeconds(-1)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Schedule.backward(Intervals.none(), Duration.ofSeconds(-1)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new Schedule(List.of(), Duration.ofSeconds(-1)))
                .isInstanceOf(Invalid.class);
    }
}
