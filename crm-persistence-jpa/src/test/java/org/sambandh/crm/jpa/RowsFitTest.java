package org.sambandh.crm.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sambandh.crm.Crm;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.event.Event;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.json.CrmJson;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.store.Schema;
import org.sambandh.crm.tck.Samples;

class RowsFitTest {

    private static final Schema SCHEMA = Crm.schema(Samples.settings());

    /**
     * The failure prints the draft of what is missing. {@code -Dtest=RowsFitTest -Ddraft=write} writes it into the sources;
     * then run spotless:apply, look at it, and commit it.
     */
    @Test
    void everyEntityHasItsTable() {
        Catalog catalog = SCHEMA.catalog(TenantId.DEFAULT);
        StringBuilder drafts = new StringBuilder();
        for (EntityType<?, ?, ?> type : SCHEMA.entities()) {
            if (!RowTypes.knows(type.type())) {
                Draft draft = new Draft(type, catalog);
                drafts.append(draft).append('\n');
                if ("write".equals(System.getProperty("draft"))) {
                    draft.write(Path.of("").toAbsolutePath());
                }
            }
        }
        assertThat(drafts.toString())
                .as("drafts; to write them run this test with -Ddraft=write")
                .isEmpty();
    }

    /** So that a draft that is followed does fit. */
    @ParameterizedTest
    @MethodSource("org.sambandh.crm.jpa.Database#available")
    void theTablesAreThoseOfTheDrafts(Database kind) throws IOException {
        boolean onH2 = kind == Database.H2;
        String folder = onH2 ? "sql/h2/" : "sql/postgresql/";
        String tables;
        try (InputStream in = Objects.requireNonNull(RowTypes.class.getResourceAsStream(folder + "V1__tables.sql"))) {
            tables = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (EntityType<?, ?, ?> type : SCHEMA.entities()) {
            String draft = new Draft(type, SCHEMA.catalog(TenantId.DEFAULT)).table(onH2 ? "" : " collate \"C\"");
            if (type.type() != Event.class) {
                assertThat(tables).contains(draft);
            }
        }
    }

    @Test
    void everyFieldWithOneValueHasItsColumnAndEveryColumnItsField() {
        Catalog catalog = SCHEMA.catalog(TenantId.DEFAULT);
        List<String> wrong = new ArrayList<>();
        int columns = 0;
        for (EntityType<?, ?, ?> type : SCHEMA.entities()) {
            Set<String> left = attributes(RowTypes.of(type.type()));
            for (Field<?, ?> field : catalog.subject(type.type()).fields()) {
                if (field instanceof Field.One<?, ?> one && !field.equals(type.id())) {
                    FieldColumn<?, ?> column = FieldColumn.find(one, RowTypes.of(type.type()));
                    if (column == null) {
                        wrong.add(field + " has no column; draft:\n" + new Draft(type, catalog));
                        continue;
                    }
                    columns++;
                    left.remove(column.attribute());
                    if (field.type().kind() == FieldType.Kind.MONEY) {
                        assertThat(column.currency())
                                .as("%s has a currency", field)
                                .isNotNull();
                        left.remove(field.name() + "Currency");
                    }
                }
            }
            left.forEach(attribute -> wrong.add(type.name() + " has no field for the column " + attribute));
        }
        assertThat(wrong).containsExactly("event has no field for the column position");
        assertThat(columns).isGreaterThan(100);
    }

    private static Set<String> attributes(Class<? extends Row> row) {
        Set<String> names = new TreeSet<>();
        Arrays.stream(row.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .forEach(field -> names.add(field.getName()));
        return names;
    }

    @Test
    void everyIndexedFieldWithSeveralIsStoredByItsElements() {
        Catalog catalog = SCHEMA.catalog(TenantId.DEFAULT);
        int several = 0;
        for (EntityType<?, ?, ?> type : SCHEMA.entities()) {
            several += elements(type, catalog);
        }
        assertThat(several).isGreaterThan(20);
    }

    private static <T extends Entity<I>, I extends Id> int elements(EntityType<T, I, ?> type, Catalog catalog) {
        EntityPlan<T, I> plan = new EntityPlan<>(type, catalog, CrmJson.with(catalog));
        int several = 0;
        for (Field<T, ?> field : catalog.subject(type.type()).fields()) {
            if (field.isMany() && field.indexed()) {
                assertThat(plan.elementsOf(field)).as("%s", field).isEqualTo(field.name());
                several++;
            } else {
                assertThat(plan.elementsOf(field)).as("%s", field).isNull();
            }
        }
        return several;
    }

    /** The factory is set to validate: the tables of both dialects fit the classes. */
    @ParameterizedTest
    @MethodSource("org.sambandh.crm.jpa.Database#available")
    void theTablesOfEveryDialectFitTheClasses(Database kind) {
        try (OwnStore store = new OwnStore(kind)) {
            assertThat(store.emf.getMetamodel().getEntities())
                    .hasSize(RowTypes.entityClasses().size() - 2);
            assertThat(store.emf.getProperties()).containsEntry("hibernate.hbm2ddl.auto", "validate");
        }
    }
}
