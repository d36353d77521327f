package org.sambandh.crm.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.json.CrmJson;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.store.Schema;
import org.sambandh.crm.tck.Samples;

class RoundTripTest {

    private static final int SAMPLES = 120;

    @ParameterizedTest
    @MethodSource("org.sambandh.crm.jpa.Database#available")
    void everyKindOfEntityComesBackAsItWasStored(Database kind) {
        Schema schema = Samples.schema();
        CrmJson json = CrmJson.with(schema.catalog(TenantId.DEFAULT));
        try (OwnStore store = new OwnStore(kind)) {
            for (EntityType<?, ?, ?> type : schema.entities()) {
                comesBack(type, store, schema, json);
            }
        }
    }

    private static <T extends Entity<I>, I extends Id> void comesBack(
            EntityType<T, I, ?> type, OwnStore store, Schema schema, CrmJson json) {
        List<T> samples = Samples.some(type.type(), SAMPLES);
        List<T> saved = store.of(schema)
                .inTransaction(
                        TenantId.DEFAULT, all -> all.get(type.repository()).save(samples));
        List<T> read = store.of(schema)
                .inTransaction(
                        TenantId.DEFAULT,
                        all -> all.get(type.repository())
                                .findAllById(samples.stream().map(Entity::id).toList()));
        assertThat(read).hasSize(SAMPLES);
        for (int i = 0; i < SAMPLES; i++) {
            assertThat(json.write(read.get(i))).isEqualTo(json.write(saved.get(i)));
            T unstamped = type.stamp().apply(read.get(i), samples.get(i).revision());
            assertThat(json.write(unstamped)).isEqualTo(json.write(samples.get(i)));
        }
        columnsHoldTheirFields(type, store, schema, samples);
    }

    private static <T extends Entity<I>, I extends Id> void columnsHoldTheirFields(
            EntityType<T, I, ?> type, OwnStore store, Schema schema, List<T> samples) {
        EntityPlan<T, I> plan = new EntityPlan<>(
                type, schema.catalog(TenantId.DEFAULT), CrmJson.with(schema.catalog(TenantId.DEFAULT)));
        Map<String, Row> rows = new HashMap<>();
        try (var em = store.emf.createEntityManager()) {
            em.createQuery("select r from " + plan.entityName() + " r", plan.row())
                    .getResultList()
                    .forEach(row -> rows.put(row.id, row));
        }
        for (T sample : samples) {
            Row row = Objects.requireNonNull(rows.get(sample.id().value()));
            for (Field<T, ?> field :
                    schema.catalog(TenantId.DEFAULT).subject(type.type()).fields()) {
                FieldColumn<T, ?> column = plan.column(field);
                if (column != null) {
                    holds(column, sample, row);
                }
            }
        }
    }

    private static <T, V> void holds(FieldColumn<T, V> column, T sample, Row row) {
        V value = column.field().get(sample);
        Object stored = column.handle().get(row);
        if (value == null) {
            assertThat(stored).as("%s", column.field()).isNull();
        } else if (value instanceof Money money) {
            assertThat((BigDecimal) stored).isEqualByComparingTo(money.amount());
            assertThat(Objects.requireNonNull(column.currency()).get(row))
                    .isEqualTo(money.currency().getCurrencyCode());
        } else if (value instanceof BigDecimal number) {
            assertThat((BigDecimal) stored).isEqualByComparingTo(number);
        } else if (value instanceof Instant || value instanceof LocalDate || value instanceof Boolean) {
            assertThat(stored).as("%s", column.field()).isEqualTo(value);
        } else {
            FieldType<V> type = column.field().type();
            assertThat(stored).as("%s", column.field()).isEqualTo(type.toText(value));
        }
    }
}
