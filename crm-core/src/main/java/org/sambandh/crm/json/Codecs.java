package org.sambandh.crm.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Measure;
import org.sambandh.crm.condition.Rule;
import org.sambandh.crm.condition.ValueTest;
import org.sambandh.crm.field.Attributes;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.settings.WorkingCalendar;

/** Finds the codec of a type: by class for ours and what they are made of, never for anything else. */
final class Codecs {

    private static final String OURS = "org.sambandh.crm.";

    private final Catalog catalog;
    private final RuleCodec rules;
    private final Map<Type, Codec> known = new ConcurrentHashMap<>();

    Codecs(Catalog catalog, JsonText json) {
        this.catalog = catalog;
        this.rules = new RuleCodec(catalog, json);
    }

    RuleCodec rules() {
        return rules;
    }

    /** Whether a host's mapper should leave a class to us. */
    boolean isOurs(Class<?> type) {
        boolean data = type.isRecord() || type.isEnum() || type.isSealed() || Entity.class.isAssignableFrom(type);
        data |= type == WorkingCalendar.class;
        return type.getName().startsWith(OURS) && data && Modifier.isPublic(type.getModifiers());
    }

    /** Throws {@link IllegalArgumentException} for a type that is no data of ours. */
    Codec of(Type type) {
        Codec codec = known.get(type);
        if (codec == null) {
            codec = make(type);
            known.put(type, codec);
        }
        return codec;
    }

    /** Members are found when they are first needed, so that a type may hold itself. */
    private Codec lazily(Type type) {
        return new Codec() {
            @Override
            public JsonNode write(Object value) {
                return of(type).write(value);
            }

            @Override
            public Object read(JsonNode node, At at) {
                return of(type).read(node, at);
            }

            @Override
            public boolean isOmitted(Object value) {
                return of(type).isOmitted(value);
            }

            @Override
            public @Nullable Object absent() {
                return of(type).absent();
            }
        };
    }

    private Codec make(Type type) {
        Class<?> raw = Types.raw(type);
        Codec scalar = Scalars.find(raw);
        if (scalar != null) {
            return scalar;
        } else if (raw == Attributes.class) {
            return new AttributesCodec();
        } else if (raw == WorkingCalendar.class) {
            return new WorkingCalendarCodec(this);
        } else if (raw == Class.class) {
            return subjectNames();
        } else if (Rule.class.isAssignableFrom(raw)) {
            return rulesAbout(Types.subject(type));
        } else if (Condition.class.isAssignableFrom(raw)) {
            return conditions(type);
        } else if (Optional.class == raw) {
            return new Containers.Perhaps(lazily(Types.argument(type, 0)));
        } else if (Collection.class.isAssignableFrom(raw)) {
            return new Containers.Several(raw, lazily(Types.argument(type, 0)));
        } else if (Map.class.isAssignableFrom(raw)) {
            return new Containers.Entries(raw, lazily(Types.argument(type, 0)), lazily(Types.argument(type, 1)));
        } else if (!isOurs(raw) || raw == Measure.class || ValueTest.class.isAssignableFrom(raw)) {
            throw new IllegalArgumentException(raw.getName() + " is no data that can be written as JSON by itself");
        } else if (raw.isRecord()) {
            return record(type, raw);
        } else if (raw.isInterface()) {
            return union(type, raw);
        }
        return entity(raw);
    }

    private Codec subjectNames() {
        return Scalars.scalar(
                value -> TextNode.valueOf(catalog.subject((Class<?>) value).name()),
                (node, at) -> Scalars.refusals(
                        at, () -> catalog.subject(JsonText.text(node, at)).type()));
    }

    /** A rule about one subject must not pass where one about another is declared. */
    private Codec rulesAbout(@Nullable Class<?> subject) {
        return Scalars.scalar(rules::write, (node, at) -> {
            Rule<?> rule = (Rule<?>) rules.read(node, at);
            if (subject != null && rule.subject() != subject) {
                throw at.child("subject").invalid("another subject is expected here");
            }
            return rule;
        });
    }

    private Codec conditions(Type type) {
        Class<?> subject = Types.subject(type);
        return Scalars.scalar(value -> ConditionWriter.write((Condition<?>) value), (node, at) -> {
            if (subject == null) {
                throw at.invalid("a condition needs its subject: use readCondition");
            }
            return new ConditionReader(catalog).read(subject, node, at);
        });
    }

    private Codec record(Type type, Class<?> raw) {
        for (Class<?> parent : raw.getInterfaces()) {
            if (parent.isSealed() && isOurs(parent)) {
                return oneOf(of(Types.like(parent, type)), raw);
            }
        }
        RecordCodec codec = recordOf(type, raw);
        RecordComponent[] components = raw.getRecordComponents();
        if (components.length != 1
                || components[0].getType() != String.class
                || codec.members().get(0).nullable()) {
            return codec;
        }
        Member code = codec.members().get(0);
        return Scalars.scalar(
                value -> TextNode.valueOf(String.valueOf(Handles.call(code.getter(), value))),
                (node, at) -> Handles.make(at, codec.constructor(), JsonText.text(node, at)));
    }

    /** One kind alone: with its type, so that what was written reads as the kind and as any. */
    private static Codec oneOf(Codec union, Class<?> raw) {
        return Scalars.scalar(union::write, (node, at) -> {
            Object value = union.read(node, at);
            if (!raw.isInstance(value)) {
                throw at.child(UnionCodec.TYPE).invalid("another type is expected here");
            }
            return value;
        });
    }

    private RecordCodec recordOf(Type type, Class<?> raw) {
        RecordComponent[] components = raw.getRecordComponents();
        List<Member> members = new ArrayList<>();
        for (RecordComponent component : components) {
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            members.add(new Member(
                    component.getName(),
                    lazily(Types.resolve(component.getGenericType(), type)),
                    Handles.of(component.getAccessor()),
                    nullable,
                    null));
        }
        Class<?>[] parameters =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = raw.getConstructor(parameters);
            return new RecordCodec(Handles.of(constructor), List.copyOf(members));
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(raw.getName() + " has no public constructor", e);
        }
    }

    private Codec union(Type type, Class<?> raw) {
        Map<Class<?>, String> byType = new LinkedHashMap<>();
        Map<String, RecordCodec> byName = new LinkedHashMap<>();
        for (Class<?> option : Types.records(raw)) {
            String simple = option.getSimpleName();
            String name = Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
            RecordCodec codec = recordOf(Types.like(option, type), option);
            boolean taken = codec.members().stream().anyMatch(m -> m.name().equals(UnionCodec.TYPE));
            if (taken || byName.put(name, codec) != null) {
                throw new IllegalArgumentException(option.getName() + " cannot be told from others in JSON");
            }
            byType.put(option, name);
        }
        return new UnionCodec(byType, byName);
    }

    private Codec entity(Class<?> raw) {
        Method factory = Arrays.stream(raw.getMethods())
                .filter(m -> Modifier.isStatic(m.getModifiers()))
                .filter(m -> m.getName().equals("builder") && m.getParameterCount() == 1)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(raw.getName() + " has no builder(id)"));
        Class<?> builder = factory.getReturnType();
        List<Member> members = new ArrayList<>();
        Member id = null;
        for (Method getter : accessors(raw)) {
            if (getter.getName().equals("id")) {
                id = member(getter, null);
            }
            Arrays.stream(builder.getMethods())
                    .filter(m -> m.getName().equals(getter.getName()) && m.getParameterCount() == 1 && !m.isBridge())
                    .findFirst()
                    .ifPresent(setter -> members.add(member(getter, setter)));
        }
        if (id == null) {
            throw new IllegalArgumentException(raw.getName() + " has no id");
        }
        try {
            return new EntityCodec(
                    id, List.copyOf(members), Handles.of(factory), Handles.of(builder.getMethod("build")));
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(builder.getName() + " has no build()", e);
        }
    }

    /** Ordered by name: reflection promises no order, and texts should not differ from run to run. */
    private static List<Method> accessors(Class<?> raw) {
        Set<String> not = Set.of("hashCode", "toString", "getClass", "toBuilder");
        return Arrays.stream(raw.getMethods())
                .filter(m -> m.getParameterCount() == 0 && !Modifier.isStatic(m.getModifiers()) && !m.isBridge())
                .filter(m -> m.getDeclaringClass() != Object.class && !not.contains(m.getName()))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    private Member member(Method getter, @Nullable Method setter) {
        boolean optional = getter.getReturnType() == Optional.class;
        Type type = getter.getGenericReturnType();
        Codec codec = optional ? new Containers.Unwrapped(lazily(Types.argument(type, 0))) : lazily(type);
        return new Member(
                getter.getName(),
                codec,
                Handles.of(getter),
                optional || getter.getAnnotatedReturnType().isAnnotationPresent(Nullable.class),
                setter == null ? null : Handles.of(setter));
    }
}
