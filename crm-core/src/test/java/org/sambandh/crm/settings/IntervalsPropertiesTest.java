package org.sambandh.crm.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The algebra of intervals, compared with sets of whole numbers. */
class IntervalsPropertiesTest {

    @Provide
    Arbitrary<List<Interval<Integer>>> pairs() {
        Arbitrary<Integer> edges = Arbitraries.integers().between(0, 40);
        return Combinators.combine(edges, edges)
                .as((a, b) -> new Interval<>(Math.min(a, b), Math.max(a, b)))
                .list()
                .ofMaxSize(8);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void theOperationsAreThoseOfSets(
            @ForAll("pairs") List<Interval<Integer>> a, @ForAll("pairs") List<Interval<Integer>> b) {
        BitSet union = set(a);
        union.or(set(b));
        BitSet both = set(a);
        both.and(set(b));
        BitSet only = set(a);
        only.andNot(set(b));
        Intervals<Integer> left = Intervals.of(a);
        Intervals<Integer> right = Intervals.of(b);

        assertThat(set(left.union(right).list())).isEqualTo(union);
        assertThat(set(left.intersection(right).list())).isEqualTo(both);
        assertThat(set(left.difference(right).list())).isEqualTo(only);
        assertThat(left.union(right)).isEqualTo(right.union(left));
        assertThat(left.difference(right).union(left.intersection(right))).isEqualTo(left);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void theListIsAscendingApartAndWithoutEmptyOnes(@ForAll("pairs") List<Interval<Integer>> pairs) {
        List<Interval<Integer>> list = Intervals.of(pairs).list();
        for (int i = 0; i < list.size(); i++) {
            assertThat(list.get(i).isEmpty()).isFalse();
            if (i > 0) {
                assertThat(list.get(i - 1).end()).isLessThan(list.get(i).start());
            }
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void theInsideOfACalendarFollowsTheSameAlgebra(
            @ForAll("pairs") List<Interval<Integer>> a,
            @ForAll("pairs") List<Interval<Integer>> b,
            @ForAll @IntRange(max = 40) int from,
            @ForAll @IntRange(max = 40) int to) {
        long[] left = Spans.merge(spans(a));
        long[] right = Spans.merge(spans(b));
        assertThat(left).containsExactly(spans(Intervals.of(a).list()));
        assertThat(Spans.union(left, right))
                .containsExactly(spans(Intervals.of(a).union(Intervals.of(b)).list()));
        assertThat(Spans.minus(left, right))
                .containsExactly(
                        spans(Intervals.of(a).difference(Intervals.of(b)).list()));
        if (from <= to) {
            List<Interval<Integer>> inside =
                    Intervals.of(a).intersection(Intervals.between(from, to)).list();
            assertThat(Spans.within(left, from, to)).containsExactly(spans(inside));
            assertThat(Spans.lengthBefore(left, to) - Spans.lengthBefore(left, from))
                    .isEqualTo(Spans.length(spans(inside)));
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aScheduleUsesTheRoomAndSaysWhatIsLeft(
            @ForAll("pairs") List<Interval<Integer>> pairs, @ForAll @IntRange(max = 60) int seconds) {
        Intervals<Instant> over = Intervals.of(pairs.stream()
                .map(pair -> new Interval<>(Instant.ofEpochSecond(pair.start()), Instant.ofEpochSecond(pair.end())))
                .toList());
        Duration amount = Duration.ofSeconds(seconds);
        int room = set(pairs).cardinality();
        for (Schedule schedule : List.of(Schedule.forward(over, amount), Schedule.backward(over, amount))) {
            Intervals<Instant> used = Intervals.of(schedule.parts());
            assertThat(used.difference(over).isEmpty()).isTrue();
            assertThat(schedule.left()).hasSeconds(Math.max(0, seconds - room));
            assertThat(schedule.parts().stream()
                            .map(part -> Duration.between(part.start(), part.end()))
                            .reduce(schedule.left(), Duration::plus))
                    .isEqualTo(amount);
        }
    }

    private static BitSet set(List<Interval<Integer>> intervals) {
        BitSet set = new BitSet();
        intervals.forEach(interval -> set.set(interval.start(), interval.end()));
        return set;
    }

    private static long[] spans(List<Interval<Integer>> intervals) {
        return intervals.stream()
                .flatMapToLong(interval -> LongStream.of(interval.start(), interval.end()))
                .toArray();
    }
}
