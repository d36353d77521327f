package org.sambandh.crm.field;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.settings.FiscalCalendar;

/**
 * Everything a tenant's conditions, scores, imports and reports may name: all subjects with their fields and relations,
 * and the fiscal calendar by which periods are counted. Immutable; one per tenant.
 */
public final class Catalog {

    private final Map<Class<?>, Subject<?>> byType;
    private final Map<String, Subject<?>> byName;
    private final FiscalCalendar fiscalCalendar;

    private Catalog(Map<Class<?>, Subject<?>> byType, FiscalCalendar fiscalCalendar) {
        this.byType = Collections.unmodifiableMap(new LinkedHashMap<>(byType));
        Map<String, Subject<?>> names = new LinkedHashMap<>();
        byType.values().forEach(s -> names.put(s.name(), s));
        this.byName = Collections.unmodifiableMap(names);
        this.fiscalCalendar = fiscalCalendar;
    }

    /**
     * Returns an empty catalogue to fill.
     *
     * @param fiscalCalendar the fiscal calendar of the tenant
     * @return the builder
     */
    public static Builder builder(FiscalCalendar fiscalCalendar) {
        return new Builder(fiscalCalendar);
    }

    /**
     * Returns a catalogue of the same subjects, fields and relations whose fields are read in another way, for example as
     * of an instant in the past. Whatever runs conditions reads the fields of the catalogue it is given, so this is all
     * an engine must be told.
     *
     * @param reading how; keys of relations and ids are read as before
     * @return the catalogue
     */
    public Catalog readBy(Reading reading) {
        Map<Class<?>, Subject<?>> subjects = new LinkedHashMap<>();
        byType.forEach((type, subject) -> subjects.put(type, subject.readBy(reading)));
        return new Catalog(subjects, fiscalCalendar);
    }

    /** {@return all subjects, in the order they were declared} */
    public Collection<Subject<?>> subjects() {
        return byType.values();
    }

    /** {@return the fiscal calendar by which fiscal years and quarters are counted} */
    public FiscalCalendar fiscalCalendar() {
        return fiscalCalendar;
    }

    /**
     * Returns the subject of a class.
     *
     * @param type the class
     * @param <S> the class
     * @return the subject
     * @throws Invalid if the catalogue does not know it
     */
    @SuppressWarnings("unchecked") // byType maps each class to a subject of that class
    public <S> Subject<S> subject(Class<S> type) {
        Subject<?> subject = byType.get(type);
        if (subject == null) {
            throw new Invalid("subject", "no subject " + type.getSimpleName() + "; known are " + byName.keySet());
        }
        return (Subject<S>) subject;
    }

    /**
     * Returns the subject of a name.
     *
     * @param name for example {@code customer}
     * @return the subject
     * @throws Invalid if the catalogue does not know it
     */
    public Subject<?> subject(String name) {
        Subject<?> subject = byName.get(name);
        if (subject == null) {
            throw new Invalid("subject", "no subject of that name; known are " + byName.keySet());
        }
        return subject;
    }

    /**
     * Returns the field of a name; {@code customer.industry} follows the reference {@code customer}.
     *
     * @param type the subject
     * @param name a name, or names of references and a name, joined by dots
     * @param <S> the subject
     * @return the field
     * @throws Invalid if there is none, or it has more than three references
     */
    public <S> Field<S, ?> field(Class<S> type, String name) {
        return findField(type, name).orElseThrow(() -> unknown(type, name));
    }

    /** Tells of the subject at which a path ends. */
    private <S> Invalid unknown(Class<S> type, String name) {
        int dot = name.indexOf('.');
        if (dot > 0
                && subject(type).find(name.substring(0, dot)) instanceof Field.Reference<S, ?, ?> reference
                && byType.containsKey(reference.target())) {
            return unknown(reference.target(), name.substring(dot + 1));
        }
        return new Invalid(
                "field",
                "no field '" + shortened(name) + "' of " + subject(type).name() + "; known are "
                        + subject(type).fieldsByName().keySet());
    }

    /**
     * Returns the field of a name, if there is one.
     *
     * @param type the subject
     * @param name a name, or names of references and a name, joined by dots
     * @param <S> the subject
     * @return the field, or nothing
     * @throws Invalid if it has more than three references
     */
    public <S> Optional<Field<S, ?>> findField(Class<S> type, String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return Optional.ofNullable(subject(type).find(name));
        }
        if (name.chars().filter(c -> c == '.').count() > 3) {
            throw new Invalid("field", "at most three references in a path");
        }
        if (subject(type).find(name.substring(0, dot)) instanceof Field.Reference<S, ?, ?> reference) {
            return path(reference, name.substring(dot + 1));
        }
        return Optional.empty();
    }

    private <S, R> Optional<Field<S, ?>> path(Field.Reference<S, ?, R> reference, String rest) {
        if (!byType.containsKey(reference.target())) {
            return Optional.empty();
        }
        return findField(reference.target(), rest).map(reference::to);
    }

    /**
     * Returns the relation of a name.
     *
     * @param type the subject
     * @param name a name
     * @param <S> the subject
     * @return the relation
     * @throws Invalid if there is none
     */
    public <S> Relation<S, ?> relation(Class<S> type, String name) {
        Relation<S, ?> relation = subject(type).findRelation(name);
        if (relation == null) {
            throw new Invalid(
                    "relation",
                    "no relation '" + shortened(name) + "' of " + subject(type).name() + "; known are "
                            + subject(type).relationsByName().keySet());
        }
        return relation;
    }

    /**
     * Checks that a tenant declared every attribute, with its type.
     *
     * @param subject an entity with attributes
     * @param <S> the entity
     * @throws Invalid naming the first attribute that is not declared or of another type
     */
    public <S extends HasAttributes<S>> void checkAttributes(S subject) {
        @SuppressWarnings("unchecked") // an object's class is the class of its subject
        Class<S> type = (Class<S>) subject.getClass();
        subject.attributes().values().forEach((name, value) -> {
            Field<S, ?> field = subject(type).find(name);
            String path = subject(type).name() + ".attributes." + name;
            if (field == null || !field.isAttribute()) {
                throw new Invalid(path, "not declared in the catalogue of this tenant");
            }
            if (value instanceof List<?> != field.isMany()) {
                throw new Invalid(path, field.isMany() ? "takes a list" : "takes one value");
            }
            for (Object element : value instanceof List<?> list ? list : List.of(value)) {
                field.type().clean(path, element);
            }
        });
    }

    private static String shortened(String name) {
        return name.length() <= 80 ? name : name.substring(0, 80) + "…";
    }

    /** Fills a catalogue. Not safe for concurrent use. */
    public static final class Builder {

        private final Map<Class<?>, Subject<?>> subjects = new LinkedHashMap<>();
        private FiscalCalendar fiscalCalendar;

        private Builder(FiscalCalendar fiscalCalendar) {
            this.fiscalCalendar = fiscalCalendar;
        }

        /**
         * Sets the fiscal calendar.
         *
         * @param calendar the fiscal calendar
         * @return this
         */
        public Builder fiscalCalendar(FiscalCalendar calendar) {
            this.fiscalCalendar = calendar;
            return this;
        }

        /**
         * Declares an entity and its fields.
         *
         * @param type its class
         * @param name its name
         * @param id the field that holds its id
         * @param fields its other fields, in the order they are shown
         * @param <S> its class
         * @return this
         * @throws Invalid if the class, its name or a field is there already
         */
        public <S> Builder entity(
                Class<S> type, String name, Field.One<S, ? extends Id> id, List<? extends Field<S, ?>> fields) {
            put(new Subject<>(type, name, id, Map.of(id.name(), id), Map.of(), null));
            fields.forEach(this::field);
            return this;
        }

        /**
         * Declares a part inside an entity and its fields.
         *
         * @param type its class
         * @param name its name
         * @param fields its fields
         * @param <S> its class
         * @return this
         * @throws Invalid if the class, its name or a field is there already
         */
        public <S> Builder part(Class<S> type, String name, List<? extends Field<S, ?>> fields) {
            put(new Subject<>(type, name, null, Map.of(), Map.of(), null));
            fields.forEach(this::field);
            return this;
        }

        /**
         * Declares one more field of a subject: usually a host's own.
         *
         * @param field no path
         * @param <S> the subject
         * @return this
         * @throws Invalid if the subject is unknown, the name is taken or the field is a path
         */
        public <S> Builder field(Field<S, ?> field) {
            Subject<S> subject = known(field.subject());
            if (field instanceof Field.Path) {
                throw new Invalid(field.toString(), "a path is found by its name and is not declared");
            }
            if (subject.find(field.name()) != null || subject.findRelation(field.name()) != null) {
                throw new Invalid(field.toString(), "declared twice");
            }
            Map<String, Field<S, ?>> fields = new LinkedHashMap<>(subject.fieldsByName());
            fields.put(field.name(), field);
            subjects.put(
                    subject.type(),
                    new Subject<>(
                            subject.type(),
                            subject.name(),
                            subject.id().orElse(null),
                            fields,
                            subject.relationsByName(),
                            subject.memberships().orElse(null)));
            return this;
        }

        /**
         * Declares a relation.
         *
         * @param relation the relation
         * @param <S> the subject
         * @return this
         * @throws Invalid if the subject is unknown or the name is taken
         */
        public <S> Builder relation(Relation<S, ?> relation) {
            Subject<S> subject = known(relation.subject());
            if (subject.findRelation(relation.name()) != null || subject.find(relation.name()) != null) {
                throw new Invalid(subject.name() + "." + relation.name(), "declared twice");
            }
            Map<String, Relation<S, ?>> relations = new LinkedHashMap<>(subject.relationsByName());
            relations.put(relation.name(), relation);
            subjects.put(
                    subject.type(),
                    new Subject<>(
                            subject.type(),
                            subject.name(),
                            subject.id().orElse(null),
                            subject.fieldsByName(),
                            relations,
                            subject.memberships().orElse(null)));
            return this;
        }

        /**
         * Says where the segment memberships of a subject are.
         *
         * @param memberships the relation and its fields
         * @param <S> the subject
         * @return this
         */
        public <S> Builder memberships(Memberships<S, ?> memberships) {
            Subject<S> subject = known(memberships.relation().subject());
            subjects.put(
                    subject.type(),
                    new Subject<>(
                            subject.type(),
                            subject.name(),
                            subject.id().orElse(null),
                            subject.fieldsByName(),
                            subject.relationsByName(),
                            memberships));
            return this;
        }

        /** {@return the subjects declared so far} */
        public List<Subject<?>> subjects() {
            return List.copyOf(subjects.values());
        }

        /** {@return the catalogue} */
        public Catalog build() {
            for (Subject<?> subject : subjects.values()) {
                for (Relation<?, ?> relation : subject.relations()) {
                    if (!subjects.containsKey(relation.fact())) {
                        throw new Invalid(
                                subject.name() + "." + relation.name(),
                                "leads to " + relation.fact().getSimpleName() + ", which is not declared");
                    }
                }
            }
            return new Catalog(subjects, fiscalCalendar);
        }

        @SuppressWarnings("unchecked") // the map holds a Subject<S> for each Class<S>
        private <S> Subject<S> known(Class<S> type) {
            @Nullable Subject<?> subject = subjects.get(type);
            if (subject == null) {
                throw new Invalid(type.getSimpleName(), "declare the subject before its fields and relations");
            }
            return (Subject<S>) subject;
        }

        private void put(Subject<?> subject) {
            boolean taken = subjects.containsKey(subject.type())
                    || subjects.values().stream().anyMatch(s -> s.name().equals(subject.name()));
            if (taken) {
                throw new Invalid(subject.name(), "declared twice");
            }
            subjects.put(subject.type(), subject);
        }
    }
}
