package org.sambandh.crm.jpa;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Keeps instants with their offset, which is always that of UTC, to the microsecond. A plain date and time would pass
 * through a local time of the JVM on its way to most drivers, and lose an hour where clocks go forward.
 */
@Converter
class InstantColumn implements AttributeConverter<@Nullable Instant, @Nullable OffsetDateTime> {

    InstantColumn() {}

    @Override
    public @Nullable OffsetDateTime convertToDatabaseColumn(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    @Override
    public @Nullable Instant convertToEntityAttribute(@Nullable OffsetDateTime column) {
        return column == null ? null : column.toInstant();
    }
}
