package org.sambandh.crm.customer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A human being. The age is never stored: it is the birth date tested against a moment.
 *
 * @param sex the sex the person stated, or null
 * @param birthDate the day of birth, or null
 */
public record Person(@Nullable Sex sex, @Nullable LocalDate birthDate) implements Profile {

    /** A person of whom nothing is known but that it is one. */
    public static final Person UNKNOWN = new Person(null, null);

    @Override
    public Kind kind() {
        return Kind.PERSON;
    }

    @Override
    public Person blank() {
        return UNKNOWN;
    }

    /** {@return the kind only: the rest is personal} */
    @Override
    public String toString() {
        return "Person";
    }
}
