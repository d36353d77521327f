package org.sambandh.crm.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What reflection says about generic types, as far as our own types need it. */
final class Types {

    private Types() {}

    /** A class with the arguments of its type parameters. */
    record Applied(Class<?> raw, List<Type> arguments) implements Type {}

    static Class<?> raw(Type type) {
        if (type instanceof Class<?> raw) {
            return raw;
        } else if (type instanceof Applied applied) {
            return applied.raw();
        } else if (type instanceof ParameterizedType parameterized) {
            return raw(parameterized.getRawType());
        }
        throw new IllegalArgumentException(type + " does not say what it is");
    }

    static Type argument(Type type, int index) {
        List<Type> arguments = arguments(type);
        return index < arguments.size() ? arguments.get(index) : Object.class;
    }

    private static List<Type> arguments(Type type) {
        if (type instanceof Applied applied) {
            return applied.arguments();
        }
        return type instanceof ParameterizedType parameterized
                ? List.of(parameterized.getActualTypeArguments())
                : List.of();
    }

    /** The type of a component of {@code owner}, with the owner's arguments in place of its parameters. */
    static Type resolve(Type type, Type owner) {
        if (type instanceof TypeVariable<?> variable) {
            TypeVariable<?>[] parameters = raw(owner).getTypeParameters();
            for (int i = 0; i < parameters.length; i++) {
                if (parameters[i].getName().equals(variable.getName())) {
                    return argument(owner, i);
                }
            }
            return Object.class;
        } else if (type instanceof ParameterizedType parameterized) {
            List<Type> arguments = new ArrayList<>();
            for (Type argument : parameterized.getActualTypeArguments()) {
                arguments.add(resolve(argument, owner));
            }
            return new Applied(raw(parameterized), List.copyOf(arguments));
        } else if (type instanceof WildcardType wildcard) {
            return resolve(wildcard.getUpperBounds()[0], owner);
        }
        return type;
    }

    /** The class in {@code Condition<Customer>}; null where it is not said. */
    static @Nullable Class<?> subject(Type type) {
        Type argument = argument(type, 0);
        return argument instanceof Class<?> subject && subject != Object.class ? subject : null;
    }

    /** One of the records of a sealed interface, with the same arguments. */
    static Type like(Class<?> option, Type union) {
        return option.getTypeParameters().length == 0 ? option : new Applied(option, arguments(union));
    }

    /** The records of a sealed interface, those of sealed interfaces below it too. */
    static List<Class<?>> records(Class<?> sealed) {
        List<Class<?>> records = new ArrayList<>();
        Class<?>[] permitted = sealed.getPermittedSubclasses();
        if (permitted == null) {
            throw new IllegalArgumentException(sealed.getName() + " is not closed");
        }
        for (Class<?> option : permitted) {
            if (option.isRecord()) {
                records.add(option);
            } else {
                records.addAll(records(option));
            }
        }
        return records;
    }
}
