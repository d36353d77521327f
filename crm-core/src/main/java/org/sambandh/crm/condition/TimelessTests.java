package org.sambandh.crm.condition;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.Text;

/** Tests whose answer does not depend on the moment. */
final class TimelessTests {

    private TimelessTests() {}

    record Anything<V>() implements PreparedTest<V> {

        @Override
        public boolean passes(V value, Moment moment) {
            return true;
        }
    }

    record Equal<V>(V operand) implements PreparedTest<V> {

        @Override
        public boolean passes(V value, Moment moment) {
            return comparable(value).equals(comparable(operand));
        }
    }

    record OneOf<V>(Set<Object> operands) implements PreparedTest<V> {

        static <V> OneOf<V> of(Set<V> values) {
            Set<Object> operands = new HashSet<>();
            values.forEach(v -> operands.add(comparable(v)));
            return new OneOf<>(operands);
        }

        @Override
        public boolean passes(V value, Moment moment) {
            return operands.contains(comparable(value));
        }
    }

    record Between<V>(@Nullable V atLeast, @Nullable V atMost) implements PreparedTest<V> {

        @Override
        public boolean passes(V value, Moment moment) {
            return sameCurrency(value, atLeast == null ? atMost : atLeast)
                    && (atLeast == null || Operands.compare(value, atLeast) >= 0)
                    && (atMost == null || Operands.compare(value, atMost) <= 0);
        }

        private static boolean sameCurrency(Object value, @Nullable Object end) {
            return !(value instanceof Money a && end instanceof Money b)
                    || a.currency().equals(b.currency());
        }
    }

    record Matching(ValueTest.TextMatch.Kind kind, String operand) implements PreparedTest<String> {

        static PreparedTest<String> of(ValueTest.TextMatch match) {
            return match.ignoringCase()
                    ? new FoldedText(match.kind(), Text.fold(match.text()))
                    : new Matching(match.kind(), match.text());
        }

        @Override
        public boolean passes(String value, Moment moment) {
            // A well-formed operand is found in well-formed text at whole code points only.
            return switch (kind) {
                case CONTAINS -> value.contains(operand);
                case STARTS_WITH -> value.startsWith(operand);
                case ENDS_WITH -> value.endsWith(operand);
                case EQUALS -> value.equals(operand);
            };
        }
    }

    /** Returns the value in the one form in which equal values are equal: 0.150 is 0.15. */
    private static Object comparable(Object value) {
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }
        return value;
    }
}
