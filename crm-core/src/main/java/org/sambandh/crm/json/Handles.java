package org.sambandh.crm.json;

import com.google.common.base.Throwables;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CrmException;
import org.sambandh.crm.common.Invalid;

/** Public members, resolved once per class: what is not public is not reached. */
final class Handles {

    private Handles() {}

    static MethodHandle of(Method method) {
        try {
            return MethodHandles.publicLookup().unreflect(method);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(method.getDeclaringClass() + " cannot be written as JSON", e);
        }
    }

    static MethodHandle of(Constructor<?> constructor) {
        try {
            return MethodHandles.publicLookup().unreflectConstructor(constructor);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(constructor.getDeclaringClass() + " cannot be written as JSON", e);
        }
    }

    @SuppressWarnings("CatchingUnchecked") // a method handle declares Throwable
    static @Nullable Object call(MethodHandle handle, @Nullable Object... arguments) {
        try {
            return handle.invokeWithArguments(arguments);
        } catch (Throwable e) {
            Throwables.throwIfUnchecked(e);
            throw new IllegalStateException("a value threw a checked exception", e);
        }
    }

    /** Makes a value out of what was read; whatever the domain objects to is told of the place. */
    static Object make(At at, MethodHandle handle, @Nullable Object... arguments) {
        try {
            Object made = call(handle, arguments);
            if (made == null) {
                throw at.invalid("nothing was made of it");
            }
            return made;
        } catch (Invalid e) {
            throw at.invalid(e);
        } catch (CrmException e) {
            throw at.invalid(e.getMessage() == null ? "refused" : e.getMessage());
        } catch (NullPointerException | IllegalArgumentException | ArithmeticException e) {
            throw at.invalid("incomplete or out of range");
        }
    }
}
