package org.sambandh.crm.condition;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.settings.FiscalCalendar;

/**
 * A test of one value, ready to run on any number of them: what a table of columns, or a model scored in batches, puts its
 * values to. Immutable and safe for concurrent use.
 *
 * <p>Values of types with a {@code long} form are tested by ranges. At any one moment a test of time, too, is a few ranges
 * (an age or a window one, an anniversary one for each year): {@link #rangesAt} works them out once for a moment, and a row
 * then costs two comparisons. Ranges and {@link #passes} give the same answer.
 *
 * @param <V> the class of the value
 */
public final class CompiledTest<V> {

    private final FieldType<V> type;
    private final PreparedTest<V> exact;
    private final @Nullable RangesAt ranges;
    private final boolean timeless;
    private final boolean passesMissing;

    private CompiledTest(
            FieldType<V> type,
            PreparedTest<V> exact,
            @Nullable RangesAt ranges,
            boolean timeless,
            boolean passesMissing) {
        this.type = type;
        this.exact = exact;
        this.ranges = ranges;
        this.timeless = timeless;
        this.passesMissing = passesMissing;
    }

    /**
     * Prepares a test.
     *
     * @param test the test
     * @param type the type of the values
     * @param fiscalCalendar by which fiscal periods are counted
     * @param <V> the class of the value
     * @return the test, ready to run
     * @throws Invalid if the test does not suit the type
     */
    public static <V> CompiledTest<V> of(ValueTest<V> test, FieldType<V> type, FiscalCalendar fiscalCalendar) {
        test.checkAgainst(type.toString(), type);
        return new CompiledTest<>(
                type,
                PreparedTest.of(test, type, fiscalCalendar),
                type.isLong() ? RangesAt.of(test, type, fiscalCalendar) : null,
                RangesAt.isTimeless(test),
                false);
    }

    /**
     * Prepares a window as a test of the time of a fact: whether the fact is seen at the moment. A fact later than the moment
     * never is; one whose time is missing only where there is no window.
     *
     * @param window the window
     * @return the test, ready to run
     */
    public static CompiledTest<Instant> of(Window window) {
        return new CompiledTest<>(
                FieldType.INSTANT,
                new TemporalTests.Seen(window),
                RangesAt.of(window),
                false,
                window instanceof Window.Ever);
    }

    /** {@return the type of the values} */
    public FieldType<V> type() {
        return type;
    }

    /** {@return whether the answer for a value is the same at every moment: then it may be kept for each distinct value} */
    public boolean isTimeless() {
        return timeless;
    }

    /** {@return whether a missing value passes: no test of values lets it, the window {@code ever} does} */
    public boolean passesMissing() {
        return passesMissing;
    }

    /**
     * Returns whether a value passes.
     *
     * @param value a value as its field keeps it ({@link FieldType#clean}), or null for a missing one
     * @param moment the moment
     * @return whether it passes
     */
    public boolean passes(@Nullable V value, Moment moment) {
        return value == null ? passesMissing : exact.passes(value, moment);
    }

    /**
     * Returns the values that pass at a moment. Worked out once for a moment (for whole days once for a day) and kept until
     * another one is asked for; by any thread.
     *
     * @param moment the moment
     * @return ranges of {@code long} forms
     * @throws IllegalStateException if values of the type have no {@code long} form
     */
    public LongRanges rangesAt(Moment moment) {
        if (ranges == null) {
            throw new IllegalStateException(type + " has no long form");
        }
        return ranges.at(moment);
    }

    /**
     * Returns whether the value of a {@code long} form passes: {@link #rangesAt}, and where they do not decide, the test
     * itself. Instants beyond the range of {@code long} forms share one form ({@link FieldType#isExact}); who keeps forms
     * must keep those instants too, and ask {@link #passes}.
     *
     * @param form a {@code long} form, or {@link FieldType#MISSING}
     * @param moment the moment
     * @return whether it passes
     * @throws IllegalStateException if values of the type have no {@code long} form
     */
    public boolean passesLong(long form, Moment moment) {
        LongRanges at = rangesAt(moment);
        if (at.decides(form)) {
            return at.contains(form);
        }
        return form == FieldType.MISSING
                ? passesMissing
                : exact.passes(Objects.requireNonNull(type.ofLong(form)), moment);
    }

    /**
     * Returns until when the answer for a value holds.
     *
     * @param value a value, or null for a missing one
     * @param moment the moment
     * @return later than the moment; before it the answer is the same. {@link Verdict#FOREVER} when time cannot turn it
     */
    public Instant until(@Nullable V value, Moment moment) {
        return value == null ? Verdict.FOREVER : exact.until(value, moment);
    }

    PreparedTest<V> exact() {
        return exact;
    }

    @Nullable
    RangesAt ranges() {
        return ranges;
    }
}
