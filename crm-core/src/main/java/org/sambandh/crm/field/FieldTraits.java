package org.sambandh.crm.field;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;

/** What else is known of a field than how to read it. */
record FieldTraits(
        boolean personal,
        boolean indexed,
        boolean attribute,
        @Nullable String label) {

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

    static String pathName(List<? extends Field<?, ?>> hops, Field<?, ?> target) {
        return Stream.concat(hops.stream(), Stream.of(target)).map(Field::name).collect(Collectors.joining("."));
    }
}
