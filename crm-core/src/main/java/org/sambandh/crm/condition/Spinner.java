package org.sambandh.crm.condition;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts parts together as hidden copies of {@link Knot}, one for each junction; as nested records where Java, or the host,
 * refuses hidden classes. A copy goes away with the condition it belongs to. For one condition; not safe for concurrent use.
 */
final class Spinner implements Plan.Assembly {

    /** The most classes of one condition: a larger one is as fast as it gets by then. */
    private static final int MAX_CLASSES = 32;

    /** Defines a class. */
    interface Definer {

        /** Returns what may look into the new class, a copy of a template with its own data. */
        MethodHandles.Lookup define(byte[] template, Object data) throws IllegalAccessException;
    }

    /** As Java does it. */
    static final Definer HIDDEN =
            (template, data) -> MethodHandles.lookup().defineHiddenClassWithClassData(template, data, true);

    private final Definer definer;
    private byte[] template = {};
    private int classes;

    Spinner(Definer definer) {
        this.definer = definer;
    }

    @Override
    public <S> Check<S> join(List<Check<S>> parts, boolean any) {
        if (parts.size() <= Knot.MAX_PARTS) {
            return spun(parts, any);
        }
        int each = (parts.size() + Knot.MAX_PARTS - 1) / Knot.MAX_PARTS;
        List<Check<S>> groups = new ArrayList<>();
        for (int from = 0; from < parts.size(); from += each) {
            List<Check<S>> some = parts.subList(from, Math.min(parts.size(), from + each));
            groups.add(some.size() == 1 ? some.get(0) : join(some, any));
        }
        return spun(groups, any);
    }

    /** Returns a whole condition as a constant. */
    <S> Check<S> root(Check<S> check) {
        return check instanceof Plan.Fixed || check.getClass().isHidden() ? check : spun(List.of(check), false);
    }

    @SuppressWarnings({"unchecked", "BanClassLoader"}) // a copy of Knot is a check
    private <S> Check<S> spun(List<Check<S>> parts, boolean any) {
        if (++classes > MAX_CLASSES) {
            return joined(parts, any);
        }
        try {
            MethodHandles.Lookup copy = definer.define(template(), new Knot.Data(List.copyOf(parts), any));
            return (Check<S>) copy.findConstructor(copy.lookupClass(), MethodType.methodType(void.class))
                    .invoke();
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            classes = MAX_CLASSES;
            return joined(parts, any);
        }
    }

    private static <S> Check<S> joined(List<Check<S>> parts, boolean any) {
        return parts.size() == 1 ? parts.get(0) : Joint.of(parts, any);
    }

    private byte[] template() throws IOException {
        if (template.length == 0) {
            try (InputStream in = Knot.class.getResourceAsStream("Knot.class")) {
                if (in == null) {
                    throw new IOException("the template is not among the resources");
                }
                template = in.readAllBytes();
            }
        }
        return template;
    }
}
