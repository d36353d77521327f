package org.sambandh.crm.field;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;

/**
 * How a field with at most one value is read and written.
 *
 * @param reader returns the value, null where it is missing
 * @param form returns its {@code long} form; throws for a type that has none
 * @param held whether the subject holds the form rather than the value
 * @param writer returns a copy with another value, null where the field cannot be written
 */
record Access<S, V>(
        Function<? super S, ? extends @Nullable V> reader,
        ToLongFunction<? super S> form,
        boolean held,
        @Nullable BiFunction<S, @Nullable V, S> writer) {

    /** Reads a value and derives its {@code long} form. */
    static <S, V> Access<S, V> of(String name, FieldType<V> type, Function<? super S, ? extends @Nullable V> reader) {
        Function<? super S, ? extends @Nullable V> present =
                type.kind() == FieldType.Kind.TEXT ? subject -> orMissing(reader.apply(subject)) : reader;
        return new Access<>(present, subject -> type.toLong(name, reader.apply(subject)), false, null);
    }

    private static <V> @Nullable V orMissing(@Nullable V value) {
        return value instanceof String text && Text.isBlank(text) ? null : value;
    }

    Access<S, V> readAsLong(ToLongFunction<? super S> newForm) {
        return new Access<>(reader, newForm, true, writer);
    }

    Access<S, V> writtenBy(@Nullable BiFunction<S, @Nullable V, S> newWriter) {
        return new Access<>(reader, form, held, newWriter);
    }

    S write(S subject, String name, @Nullable V value) {
        if (writer == null) {
            throw new Invalid(name, "cannot be written");
        }
        return writer.apply(subject, value);
    }
}
