package org.sambandh.crm.interaction;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;

/** The ranges of what an entry holds. */
final class InteractionRules {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");
    private static final Duration LONGEST = Duration.ofDays(366);

    private InteractionRules() {}

    static <T> T required(String path, @Nullable T value) {
        if (value == null) {
            throw new Invalid(path, "is missing");
        }
        return value;
    }

    static @Nullable Instant instant(String path, @Nullable Instant value) {
        if (value != null && (value.isBefore(EARLIEST) || value.isAfter(LATEST))) {
            throw new Invalid(path, "between the years 1 and 9999, or missing if unknown");
        }
        return value == null ? null : value.truncatedTo(ChronoUnit.MICROS);
    }

    static Instant recordedAt(@Nullable Instant value) {
        return required("interaction.recordedAt", instant("interaction.recordedAt", value));
    }

    static @Nullable Duration duration(@Nullable Duration value) {
        if (value != null && (value.isNegative() || value.compareTo(LONGEST) > 0)) {
            throw new Invalid("interaction.duration", "0 to 366 days, found " + value);
        }
        return value == null ? null : value.truncatedTo(ChronoUnit.MICROS);
    }

    static @Nullable String line(String path, @Nullable String value, int maxCodePoints) {
        return value == null || Text.isBlank(value) ? null : Text.required(path, value, maxCodePoints);
    }

    static <T> List<T> distinct(String path, List<T> values, int max) {
        return atMost(path, List.copyOf(new LinkedHashSet<>(values)), max);
    }

    static <T> List<T> atMost(String path, List<T> values, int max) {
        if (values.size() > max) {
            throw new Invalid(path, "at most " + max + ", found " + values.size());
        }
        return List.copyOf(values);
    }
}
