package org.sambandh.crm.jpa;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.store.EntityType;

/** Writes what a new entity needs in this module: its row class, and its table in both dialects. To be looked at. */
final class Draft {

    private static final Set<String> SQL_WORDS =
            Set.of("from", "to", "value", "user", "order", "group", "key", "offset");

    private final EntityType<?, ?, ?> type;
    private final Catalog catalog;

    Draft(EntityType<?, ?, ?> type, Catalog catalog) {
        this.type = type;
        this.catalog = catalog;
    }

    @Override
    public String toString() {
        return rowClass() + "\n-- h2/V...sql\n" + table("") + "\n-- postgresql/V...sql\n" + table(" collate \"C\"");
    }

    /** Writes it into the sources of this module, where the tables go that are not released yet. */
    void write(Path module) {
        String simple = type.type().getSimpleName();
        Path sources = module.resolve("src/main/java/org/sambandh/crm/jpa");
        Path sql = module.resolve("src/main/resources/org/sambandh/crm/jpa/sql");
        try {
            Files.writeString(sources.resolve(simple + "Row.java"), rowClass());
            append(sql.resolve("h2/V1__tables.sql"), table(""));
            append(sql.resolve("postgresql/V1__tables.sql"), table(" collate \"C\""));
            Path types = sources.resolve("RowTypes.java");
            Files.writeString(
                    types,
                    Files.readString(types)
                            .replaceFirst("\nimport", "\nimport " + type.type().getName() + ";\nimport")
                            .replace(
                                    "        return Collections",
                                    "        rows.put(" + simple + ".class, " + simple
                                            + "Row.class);\n        return Collections"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(Path file, String table) throws IOException {
        Files.writeString(file, "\n" + table, StandardOpenOption.APPEND);
    }

    private List<Field<?, ?>> fields() {
        List<Field<?, ?>> fields = new ArrayList<>();
        for (Field<?, ?> field : catalog.subject(type.type()).fields()) {
            if (field instanceof Field.One && !field.equals(type.id()) && !field.isAttribute()) {
                fields.add(field);
            }
        }
        return fields;
    }

    private static String snake(String name) {
        StringBuilder snake = new StringBuilder();
        name.chars().forEach(c -> {
            if (Character.isUpperCase(c)) {
                snake.append('_');
            }
            snake.append((char) Character.toLowerCase(c));
        });
        return snake.toString();
    }

    static String column(Field<?, ?> field) {
        String name = snake(field.name());
        return SQL_WORDS.contains(name) ? name + "_" : name;
    }

    private String rowClass() {
        String simple = type.type().getSimpleName();
        Set<String> imports = new TreeSet<>(List.of("jakarta.persistence.Entity", "jakarta.persistence.Table"));
        StringBuilder body = new StringBuilder();
        for (Field<?, ?> field : fields()) {
            body.append('\n').append(attribute(field, imports));
        }
        StringBuilder source = new StringBuilder("package org.sambandh.crm.jpa;\n\n");
        imports.forEach(i -> source.append("import " + i + ";\n"));
        return source.append("\n/** A stored " + snake(simple).substring(1).replace('_', ' ') + ". */\n")
                .append("@Entity(name = \"Sambandh" + simple + "\")\n@Table(name = \"crm_" + snake(type.name())
                        + "\")\n")
                .append("class " + simple + "Row extends Row {\n" + body + "}\n")
                .toString();
    }

    private static String attribute(Field<?, ?> field, Set<String> imports) {
        FieldType<?> type = field.type();
        imports.add("jakarta.persistence.Column");
        imports.add("org.jspecify.annotations.Nullable");
        String more = switch (type.kind()) {
            case NUMBER -> ", precision = 18" + (type.scale() == 0 ? "" : ", scale = " + type.scale());
            case MONEY -> ", precision = 22, scale = 4";
            default -> "";
        };
        String javaType = switch (type.kind()) {
            case TEXT, CODE, REFERENCE -> "String";
            case BOOLEAN -> "Boolean";
            case NUMBER, MONEY -> "BigDecimal";
            case DATE -> "LocalDate";
            case INSTANT -> "Instant";
        };
        switch (javaType) {
            case "BigDecimal" -> imports.add("java.math.BigDecimal");
            case "LocalDate" -> imports.add("java.time.LocalDate");
            case "Instant" -> {
                imports.add("java.time.Instant");
                imports.add("jakarta.persistence.Convert");
            }
            default -> {}
        }
        String text = "    @Column(name = \"" + column(field) + "\"" + more + ")\n"
                + (javaType.equals("Instant") ? "    @Convert(converter = InstantColumn.class)\n" : "")
                + "    @Nullable\n    " + javaType + " " + FieldColumn.attribute(field.name()) + ";\n";
        return type.kind() != FieldType.Kind.MONEY
                ? text
                : text + "\n    @Column(name = \"" + column(field) + "_currency\")\n    @Nullable\n    String "
                        + field.name() + "Currency;\n";
    }

    /** The table, with the collation of its texts. */
    String table(String collate) {
        String table = "crm_" + snake(type.name());
        String id = "varchar(36)" + collate;
        StringBuilder sql = new StringBuilder("create table " + table + " (\n    tenant " + id + " not null,\n    id "
                + id
                + " not null,\n    revision bigint not null,\n    body " + (collate.isEmpty() ? "varchar" : "text")
                + " not null,\n");
        StringBuilder indexes = new StringBuilder();
        for (Field<?, ?> field : fields()) {
            String column = column(field);
            String text = "varchar" + collate;
            sql.append("    " + column + " "
                    + switch (field.type().kind()) {
                        case TEXT, CODE -> text;
                        case REFERENCE -> id;
                        case BOOLEAN -> "boolean";
                        case NUMBER -> "numeric(18, " + field.type().scale() + ")";
                        case DATE -> "date";
                        case INSTANT -> "timestamp(6) with time zone";
                        case MONEY -> "numeric(22, 4),\n    " + column + "_currency " + text;
                    }
                    + ",\n");
            if (field.indexed()) {
                String name = column.endsWith("_") ? column.substring(0, column.length() - 1) : column;
                indexes.append("create index " + table + "_by_" + name + " on " + table + " (tenant, " + column
                        + time(field) + ", id);\n");
            }
        }
        return sql.append("    primary key (tenant, id)\n);\n").append(indexes).toString();
    }

    /** The column of the time by which a relation is read that finds entities by this field. */
    private String time(Field<?, ?> key) {
        Predicate<Relation<?, ?>> byKey = relation -> relation instanceof Relation.Join<?, ?> join
                && join.factKey().equals(key)
                && join.time().isPresent();
        return catalog.subjects().stream()
                .flatMap(subject -> subject.relations().stream())
                .filter(byKey)
                .map(relation -> ", " + column(relation.time().orElseThrow()))
                .reduce("", (first, last) -> last);
    }
}
