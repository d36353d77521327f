package org.sambandh.crm.tck;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.sambandh.crm.condition.CalendarUnit;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Measure;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.condition.ValueTest;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.field.FieldType;

/** Turns a condition into what somebody who misread the rules would run in its place. */
class Rewrite {

    private static final Duration MICRO = Duration.ofNanos(1_000);

    <S> Condition<S> of(Condition<S> condition) {
        if (condition instanceof Condition.Not<S> not) {
            return not(not);
        } else if (condition instanceof Condition.All<S> all) {
            return all(all.conditions().stream().map(this::of).toList());
        } else if (condition instanceof Condition.Any<S> any) {
            return any(any.conditions().stream().map(this::of).toList());
        } else if (condition instanceof Condition.RelatedTest<S, ?> related) {
            return related(related);
        } else if (condition instanceof Condition.FieldTest<S, ?> test) {
            return field(test);
        }
        return condition;
    }

    <S> Condition<S> not(Condition.Not<S> not) {
        return Conditions.not(of(not.condition()));
    }

    <S> Condition<S> all(List<Condition<S>> parts) {
        return Conditions.all(parts);
    }

    <S> Condition<S> any(List<Condition<S>> parts) {
        return Conditions.any(parts);
    }

    <S, R> Condition<S> related(Condition.RelatedTest<S, R> test) {
        return new Condition.RelatedTest<>(
                test.relation(), of(test.where()), window(test.window()), test.measure(), test.test());
    }

    Window window(Window window) {
        return window;
    }

    <S, V> Condition<S> field(Condition.FieldTest<S, V> test) {
        return Conditions.where(test.field(), test(test.field().type(), test.test()));
    }

    <V> ValueTest<V> test(FieldType<V> type, ValueTest<V> test) {
        return test;
    }

    /** What is missing matches neither a test nor its complement. */
    static final class ThirdTruthValue extends Rewrite {
        @Override
        <S> Condition<S> not(Condition.Not<S> not) {
            Condition<S> part = not.condition();
            return part instanceof Condition.FieldTest<S, ?> test && !(test.test() instanceof ValueTest.Present)
                    ? Conditions.all(not, Conditions.where(test.field(), Tests.present()))
                    : super.not(not);
        }
    }

    /** Nothing is said, so nothing holds. */
    static final class AllOfNothingIsFalse extends Rewrite {
        @Override
        <S> Condition<S> all(List<Condition<S>> parts) {
            return parts.isEmpty() ? Conditions.any(parts) : super.all(parts);
        }
    }

    /** Nothing is asked, so everything will do. */
    static final class AnyOfNothingIsTrue extends Rewrite {
        @Override
        <S> Condition<S> any(List<Condition<S>> parts) {
            return parts.isEmpty() ? Conditions.all(parts) : super.any(parts);
        }
    }

    /** The end of a fixed window is not in it. */
    static final class WindowEndIsOut extends Rewrite {
        @Override
        Window window(Window window) {
            return window instanceof Window.Fixed fixed && fixed.from().isBefore(fixed.to())
                    ? Window.fixed(fixed.from(), fixed.to().minus(MICRO))
                    : window;
        }
    }

    /** The begin of a sliding window is not in it. */
    static final class WindowBeginIsOut extends Rewrite {
        @Override
        Window window(Window window) {
            return window instanceof Window.Last last && last.length().compareTo(MICRO) > 0
                    ? Window.last(last.length().minus(MICRO))
                    : window;
        }
    }

    /** A sum over nothing is missing. */
    static final class SumOverNothingIsMissing extends Rewrite {
        @Override
        <S, R> Condition<S> related(Condition.RelatedTest<S, R> test) {
            return test.measure().kind() != Measure.Kind.SUM
                    ? super.related(test)
                    : Conditions.all(
                            test, Conditions.count(test.relation(), test.where(), test.window(), Tests.atLeast(1)));
        }
    }

    /** A minimum over nothing is zero. */
    static final class MinimumOverNothingIsZero extends Rewrite {
        @Override
        <S, R> Condition<S> related(Condition.RelatedTest<S, R> test) {
            return test.measure().kind() == Measure.Kind.MIN
                            && test.test() instanceof ValueTest.Range<BigDecimal> range
                            && (range.atLeast() == null || range.atLeast().signum() <= 0)
                            && (range.atMost() == null || range.atMost().signum() >= 0)
                    ? Conditions.any(test, Conditions.count(test.relation(), test.where(), test.window(), Tests.is(0)))
                    : super.related(test);
        }
    }

    /** What must hold of a fact is forgotten. */
    static final class CountsTheFactsOfAnyWhere extends Rewrite {
        @Override
        <S, R> Condition<S> related(Condition.RelatedTest<S, R> test) {
            return new Condition.RelatedTest<>(
                    test.relation(), Conditions.always(), test.window(), test.measure(), test.test());
        }
    }

    /** The exact age is not old enough. */
    static final class ExactAgeIsTooYoung extends Rewrite {
        @Override
        <V> ValueTest<V> test(FieldType<V> type, ValueTest<V> test) {
            return type.kind() == FieldType.Kind.INSTANT
                            && test instanceof ValueTest.Age<V> age
                            && age.atLeast()
                            && age.age() instanceof Duration exact
                    ? Tests.ageAtLeast(exact.plus(MICRO))
                    : test;
        }
    }

    /** Fiscal years and quarters are those of the calendar. */
    static final class NoFiscalYears extends Rewrite {
        @Override
        <V> ValueTest<V> test(FieldType<V> type, ValueTest<V> test) {
            return test instanceof ValueTest.InPeriod<V> period
                    ? Tests.inPeriods(
                            switch (period.unit()) {
                                case FISCAL_YEAR -> CalendarUnit.YEAR;
                                case FISCAL_QUARTER -> CalendarUnit.QUARTER;
                                default -> period.unit();
                            },
                            period.first(),
                            period.last())
                    : test;
        }
    }

    /** Text is compared as by a collation that ignores case. */
    static final class IgnoresCase extends Rewrite {
        @Override
        @SuppressWarnings("unchecked") // asked of texts only
        <V> ValueTest<V> test(FieldType<V> type, ValueTest<V> test) {
            return test instanceof ValueTest.TextMatch match
                    ? (ValueTest<V>) new ValueTest.TextMatch(match.kind(), match.text(), true)
                    : test;
        }
    }

    /** The lower end of a range of numbers is not in it. */
    static final class RangeBeginIsOut extends Rewrite {
        @Override
        @SuppressWarnings("unchecked") // asked of numbers only
        <V> ValueTest<V> test(FieldType<V> type, ValueTest<V> test) {
            return test instanceof ValueTest.Range<V> range
                            && range.atLeast() instanceof BigDecimal low
                            && low.precision() < 10
                            && range.atMost() == null
                    ? (ValueTest<V>) Tests.atLeast(low.add(new BigDecimal("0.000000001")))
                    : test;
        }
    }
}
