package org.sambandh.crm.tck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.field.Attributes;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.HasAttributes;
import org.sambandh.crm.interaction.Interaction;
import org.sambandh.crm.lead.Lead;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.task.Task;
import org.sambandh.crm.ticket.Asset;
import org.sambandh.crm.ticket.Ticket;

/** A made-up host's own fields of our kinds, of every type, with values at the ends of types. The same ones each time. */
final class HostFields {

    /** Tenants whose names begin so have made-up fields, which the digit behind it chooses. */
    private static final String TENANT = "host";

    private static final int FIELDS = 8;

    /** A field with what puts one of its values among the attributes. */
    private interface Value {
        Attributes add(Attributes before, Random random);
    }

    private final int number;
    private final List<Field<?, ?>> fields = new ArrayList<>();
    private final Map<Class<?>, List<Value>> values = new LinkedHashMap<>();

    HostFields(int number) {
        this.number = number;
        draw(Customer.class);
        draw(Lead.class);
        draw(Opportunity.class);
        draw(Interaction.class);
        draw(Task.class);
        draw(Ticket.class);
        draw(Asset.class);
    }

    static List<HostFields> ten() {
        List<HostFields> ten = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ten.add(new HostFields(i));
        }
        return ten;
    }

    static boolean areOf(TenantId tenant) {
        return tenant.value().startsWith(TENANT);
    }

    static int number(TenantId tenant) {
        return tenant.value().charAt(TENANT.length()) - '0';
    }

    /** A new tenant with these fields. */
    TenantId tenant() {
        return new TenantId(TENANT + number + Bench.newTenant().value().substring(5));
    }

    List<Field<?, ?>> fields() {
        return fields;
    }

    private <S extends HasAttributes<S>> void draw(Class<S> subject) {
        Random random = new Random(31L * number + subject.getSimpleName().hashCode());
        DrawnFields<S> drawn = new DrawnFields<>(subject, (row, place) -> null, random);
        List<Value> own = new ArrayList<>();
        while (own.size() < FIELDS) {
            String name = drawn.name(own.size());
            drawn.type(new DrawnFields.Use<Boolean>() {
                @Override
                public <V> Boolean of(FieldType<V> type, List<V> pool) {
                    return type.kind() == FieldType.Kind.CODE
                            || own.add(random.nextInt(3) == 0 ? many(name, type, pool) : one(name, type, pool));
                }

                private <V> Value many(String name, FieldType<V> type, List<V> pool) {
                    Field.Many<S, V> field = Field.attributes(subject, name, type);
                    fields.add(field);
                    return (before, draw) ->
                            before.with(field, pool.subList(0, draw.nextInt(Math.min(pool.size(), 3) + 1)));
                }

                private <V> Value one(String name, FieldType<V> type, List<V> pool) {
                    Field.One<S, V> field = Field.attribute(subject, name, type);
                    fields.add(random.nextInt(4) == 0 ? field.asIndexed() : field);
                    return (before, draw) ->
                            draw.nextInt(4) == 0 ? before : before.with(field, pool.get(draw.nextInt(pool.size())));
                }
            });
        }
        values.put(subject, own);
    }

    /** An entity with values in these fields; one of another kind as it is. */
    @SuppressWarnings("unchecked") // an entity with attributes returns one of its own kind
    <T> T filled(Class<T> type, T entity, int row) {
        List<Value> own = values.get(type);
        if (own == null || !(entity instanceof HasAttributes<?> holder)) {
            return entity;
        }
        Attributes attributes = Attributes.none();
        Random random = new Random(1_000L * number + row);
        for (Value value : own) {
            attributes = value.add(attributes, random);
        }
        return (T) holder.withAttributes(attributes);
    }
}
