package org.sambandh.crm.field;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;

/** What else is known of a field than how to read it. */
record FieldTraits(
        boolean personal,
        boolean indexed,
        boolean attribute,
        @Nullable String label) {

    private static final int MAX_HOPS = 3;

    static final FieldTraits NONE = new FieldTraits(false, false, false, null);
    static final FieldTraits ATTRIBUTE = new FieldTraits(false, false, true, null);

    /** Those of a path to a field: nobody looks anything up by the field of another entity. */
    static FieldTraits of(Field<?, ?> target) {
        return new FieldTraits(
                target.personal(), false, target.isAttribute(), target.label().orElse(null));
    }

    FieldTraits asPersonal() {
        return new FieldTraits(true, indexed, attribute, label);
    }

    FieldTraits asIndexed() {
        return new FieldTraits(personal, true, attribute, label);
    }

    FieldTraits labelled(String words) {
        return new FieldTraits(personal, indexed, attribute, words);
    }

    /** A path has one dot for each reference, so a plain name has none. */
    static String checkName(String name) {
        boolean legal = !name.isEmpty() && name.length() <= 60 && Character.isLetter(name.codePointAt(0));
        if (!legal || name.codePoints().anyMatch(c -> !Character.isLetterOrDigit(c) && c != '_')) {
            throw new Invalid("field.name", "1 to 60 letters, digits or _, beginning with a letter");
        }
        return name;
    }

    /** The references of a path: one, and those of the path it is put before. */
    static List<Field.Reference<?, ?, ?>> hops(Field.Reference<?, ?, ?> first, Field<?, ?> rest) {
        List<Field.Reference<?, ?, ?>> hops = new ArrayList<>(List.of(first));
        hops.addAll(rest instanceof Field.Path<?, ?> path ? path.hops() : List.of());
        if (hops.size() > MAX_HOPS) {
            throw new Invalid(
                    first.name() + "." + rest.name(), "at most " + MAX_HOPS + " references, found " + hops.size());
        }
        return List.copyOf(hops);
    }
}
