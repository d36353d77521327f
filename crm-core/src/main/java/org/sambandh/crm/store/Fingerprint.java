package org.sambandh.crm.store;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.ValueTest;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;

/**
 * A digest of a query that is the same in every process, so that a cursor outlives a restart. {@code toString} would not
 * do: values hide in it, and a relation prints the identity of its reader.
 */
final class Fingerprint {

    static final int LENGTH = 16;

    private final Hasher hasher = Hashing.sha256().newHasher();

    Fingerprint text(@Nullable String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        hasher.putInt(text == null ? -1 : bytes.length).putBytes(bytes);
        return this;
    }

    Fingerprint bytes(byte[] bytes) {
        hasher.putInt(bytes.length).putBytes(bytes);
        return this;
    }

    <T> Fingerprint query(Query<T> query) {
        hasher.putInt(query.orders().size());
        for (Order<T> order : query.orders()) {
            field(order.field());
            hasher.putBoolean(order.descending());
        }
        return condition(query.condition());
    }

    byte[] digest() {
        return Arrays.copyOf(hasher.hash().asBytes(), LENGTH);
    }

    private Fingerprint condition(Condition<?> condition) {
        text(condition.getClass().getSimpleName());
        if (condition instanceof Condition.All<?> all) {
            return conditions(all.conditions());
        } else if (condition instanceof Condition.Any<?> any) {
            return conditions(any.conditions());
        } else if (condition instanceof Condition.Not<?> not) {
            return condition(not.condition());
        } else if (condition instanceof Condition.FieldTest<?, ?> test) {
            return fieldTest(test);
        } else if (condition instanceof Condition.RelatedTest<?, ?> related) {
            text(related.relation().subject().getName())
                    .text(related.relation().name())
                    .text(related.relation().fact().getName())
                    .text(related.window().toString())
                    .text(related.measure().kind().name());
            if (related.measure().field() != null) {
                field(related.measure().field());
            }
            // A measure is tested like any number; the scale of its type plays no part in the text of an operand.
            return test(FieldType.INTEGER, related.test()).condition(related.where());
        } else if (condition instanceof Condition.InSegment<?> segment) {
            return text(segment.segment().value());
        }
        return this;
    }

    private Fingerprint conditions(List<? extends Condition<?>> conditions) {
        hasher.putInt(conditions.size());
        conditions.forEach(this::condition);
        return this;
    }

    private <S, V> Fingerprint fieldTest(Condition.FieldTest<S, V> test) {
        return field(test.field()).test(test.field().type(), test.test());
    }

    private Fingerprint field(Field<?, ?> field) {
        return text(field.subject().getName())
                .text(field.name())
                .text(field.type().toString());
    }

    private <V> Fingerprint test(FieldType<V> type, ValueTest<V> test) {
        text(test.getClass().getSimpleName());
        if (test instanceof ValueTest.Is<V> is) {
            return text(Keys.of(type, is.value()));
        } else if (test instanceof ValueTest.In<V> in) {
            return texts(
                    in.values().stream().map(v -> Keys.of(type, v)).sorted().toList());
        } else if (test instanceof ValueTest.Range<V> range) {
            V low = range.atLeast();
            V high = range.atMost();
            return text(low == null ? null : Keys.of(type, low)).text(high == null ? null : Keys.of(type, high));
        }
        // The others are made of numbers, enum constants and plain text, which print alike everywhere.
        return text(test.toString());
    }

    private Fingerprint texts(Collection<String> texts) {
        hasher.putInt(texts.size());
        texts.forEach(this::text);
        return this;
    }
}
