package org.sambandh.crm.jpa;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.condition.ValueTest;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;

/**
 * How many related facts a row has, counted by the database.
 *
 * @param tenant whose facts
 * @param facts how the facts are stored
 * @param subjectKey the attribute of the row that the facts name
 * @param factColumn the attribute of the fact that names the row; null where elements do
 * @param factElements the field under which the elements that name it are stored; null where a column does
 * @param timeColumn the attribute that says when a fact happened; null where facts have no time
 * @param from the first instant that counts; null for none
 * @param to the last one
 * @param timeless whether a fact of unknown time counts
 * @param where what else must hold of a fact
 */
record RelatedCount(
        TenantId tenant,
        EntityPlan<?, ?> facts,
        String subjectKey,
        @Nullable String factColumn,
        @Nullable String factElements,
        @Nullable String timeColumn,
        @Nullable Instant from,
        @Nullable Instant to,
        boolean timeless,
        Pushdown.Pushed where) {

    private static final String NEVER = "1 = 0";
    private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

    /** Returns how the facts of a relation are counted; nothing where the database does not know who they belong to. */
    static <T extends Entity<?>, R extends Entity<J>, J extends Id> Optional<RelatedCount> of(
            EntityPlan<T, ?> subjects,
            EntityPlan<R, J> facts,
            Relation.Join<T, R> join,
            Window window,
            Pushdown.Pushed where,
            Moment moment,
            TenantId tenant) {
        String subjectKey = key(subjects, join.subjectKey());
        FieldColumn<R, ?> column = facts.column(join.factKey());
        String elements = facts.elementsOf(join.factKey());
        Field.One<R, Instant> time = join.time().orElse(null);
        FieldColumn<R, ?> timeColumn = time == null ? null : facts.column(time);
        boolean isNamed = column != null || elements != null;
        if (subjectKey == null || !isNamed || (time != null && timeColumn == null)) {
            return Optional.empty();
        }
        Instant from = null;
        Instant to = moment.at();
        if (window instanceof Window.Last last) {
            from = moment.at().minus(last.length());
        } else if (window instanceof Window.Fixed fixed) {
            from = fixed.from();
            to = fixed.to().isBefore(to) ? fixed.to() : to;
        }
        return Optional.of(new RelatedCount(
                tenant,
                facts,
                subjectKey,
                column == null ? null : column.attribute(),
                column == null ? elements : null,
                timeColumn == null ? null : timeColumn.attribute(),
                from,
                to,
                window instanceof Window.Ever,
                where));
    }

    /** Ids and references only: other texts may be longer than the key of an element. */
    private static <T extends Entity<?>> @Nullable String key(EntityPlan<T, ?> subjects, Field.One<T, ?> key) {
        if (key.equals(subjects.type().id())) {
            return "id";
        }
        FieldColumn<T, ?> column = key.type().kind() == FieldType.Kind.REFERENCE ? subjects.column(key) : null;
        return column == null ? null : column.attribute();
    }

    /** What the database can decide of a test of the count. */
    Pushdown.Pushed passing(ValueTest<BigDecimal> test) {
        if (test instanceof ValueTest.Present) {
            return Pushdown.Pushed.EVERYTHING;
        } else if (test instanceof ValueTest.Range<BigDecimal> range) {
            return passing(range);
        } else if (!where.exact()) {
            return Pushdown.Pushed.NOTHING_KNOWN;
        } else if (test instanceof ValueTest.Is<BigDecimal> is) {
            return isOneOf(List.of(is.value()));
        } else if (test instanceof ValueTest.In<BigDecimal> in && in.values().size() <= ValueClauses.MOST_OPERANDS) {
            return isOneOf(List.copyOf(in.values()));
        }
        return Pushdown.Pushed.NOTHING_KNOWN;
    }

    private Pushdown.Pushed passing(ValueTest.Range<BigDecimal> range) {
        long least = range.atLeast() == null ? 0 : whole(range.atLeast(), RoundingMode.CEILING);
        long most = range.atMost() == null ? Long.MAX_VALUE : whole(range.atMost(), RoundingMode.FLOOR);
        if (!where.exact()) {
            // The database counts too many facts, so only too few of them tell something.
            return least <= 0 ? Pushdown.Pushed.NOTHING_KNOWN : Pushdown.Pushed.of(atLeast(least), false);
        } else if (most < 0 || least > most) {
            return Pushdown.Pushed.of((query, row) -> query.add(NEVER), true);
        } else if (most == Long.MAX_VALUE) {
            return least <= 0 ? Pushdown.Pushed.EVERYTHING : Pushdown.Pushed.of(atLeast(least), true);
        } else if (most == 0) {
            return Pushdown.Pushed.of((query, row) -> exists(query.add("not "), row), true);
        }
        return Pushdown.Pushed.of(
                (query, row) -> {
                    query.add("(");
                    atLeast(least).addTo(query, row);
                    count(query.add(" and "), row);
                    query.add(" <= ").bind(most).add(")");
                },
                true);
    }

    private Clause atLeast(long least) {
        if (least <= 0) {
            return (query, row) -> query.add("1 = 1");
        } else if (least == 1) {
            return this::exists;
        }
        return (query, row) -> {
            count(query, row);
            query.add(" >= ").bind(least);
        };
    }

    private static long whole(BigDecimal number, RoundingMode rounding) {
        return number.max(MOST.negate()).min(MOST).setScale(0, rounding).longValueExact();
    }

    private Pushdown.Pushed isOneOf(List<BigDecimal> numbers) {
        List<Long> counts = numbers.stream()
                .filter(number -> number.signum() >= 0
                        && number.compareTo(MOST) <= 0
                        && number.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::longValueExact)
                .distinct()
                .toList();
        return Pushdown.Pushed.of(
                (query, row) -> {
                    if (counts.isEmpty()) {
                        query.add(NEVER);
                        return;
                    }
                    String word = "(";
                    for (long count : counts) {
                        count(query.add(word), row);
                        query.add(" = ").bind(count);
                        word = " or ";
                    }
                    query.add(")");
                },
                true);
    }

    private void exists(Jpql query, String row) {
        String fact = query.alias();
        query.add("exists (select " + fact + ".id ");
        from(query, row, fact);
        query.add(")");
    }

    private void count(Jpql query, String row) {
        String fact = query.alias();
        query.add("(select count(" + fact + ".id) ");
        from(query, row, fact);
        query.add(")");
    }

    private void from(Jpql query, String row, String fact) {
        String key = row + "." + subjectKey;
        if (factColumn != null) {
            query.add("from " + facts.entityName() + " " + fact + " where " + fact + ".tenant = ")
                    .bind(tenant.value())
                    .add(" and " + fact + "." + factColumn + " = " + key);
        } else {
            String value = query.alias();
            query.add("from SambandhValue " + value + ", " + facts.entityName() + " " + fact + " where " + value
                            + ".tenant = ")
                    .bind(tenant.value())
                    .add(" and " + value + ".kind = ")
                    .bind(facts.kind())
                    .add(" and " + value + ".field = ")
                    .bind(String.valueOf(factElements))
                    .add(" and " + value + ".itemKey = " + key + " and " + fact + ".tenant = " + value + ".tenant and "
                            + fact + ".id = " + value + ".owner");
        }
        window(query, fact);
        where.addTo(query, fact);
    }

    private void window(Jpql query, String fact) {
        if (timeColumn == null) {
            query.add(timeless ? "" : " and " + NEVER);
            return;
        }
        String time = fact + "." + timeColumn;
        if (timeless) {
            query.add(" and (" + time + " is null or " + time + " <= ")
                    .bind(limited(to))
                    .add(")");
        } else {
            query.add(" and " + time + " <= ").bind(limited(to));
            query.add(" and " + time + " >= ").bind(limited(from));
        }
    }

    /** No fact lies outside what a database keeps, so that its edges stand for everything behind them. */
    private static Instant limited(@Nullable Instant edge) {
        if (edge == null || edge.isBefore(FieldColumn.FIRST_INSTANT)) {
            return FieldColumn.FIRST_INSTANT;
        }
        return edge.isAfter(FieldColumn.LAST_INSTANT) ? FieldColumn.LAST_INSTANT : edge;
    }
}
