package org.sambandh.crm.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Text;

/**
 * What one party is to another, read from left to right: Asha is {@code employed_by} the mill. Equal by code.
 *
 * @param code a code in lower case; a tenant may have its own
 * @param hierarchical whether it builds a hierarchy, in which no party may stand above itself
 */
public record RelationshipType(String code, boolean hierarchical) {

    /** A company that belongs to another. */
    public static final RelationshipType SUBSIDIARY_OF = new RelationshipType("subsidiary_of", true);

    /** A person, or a part of an organisation, that belongs to a household, club or group. */
    public static final RelationshipType MEMBER_OF = new RelationshipType("member_of", true);

    /** A person who works for an organisation. */
    public static final RelationshipType EMPLOYED_BY = new RelationshipType("employed_by", false);

    /** A person who is married to another; holds both ways. */
    public static final RelationshipType SPOUSE_OF = new RelationshipType("spouse_of", false);

    /** A person who is father or mother of another. */
    public static final RelationshipType PARENT_OF = new RelationshipType("parent_of", true);

    /** A party that decides or advises for another without working there. */
    public static final RelationshipType ADVISES = new RelationshipType("advises", false);

    private static final List<RelationshipType> KNOWN =
            List.of(SUBSIDIARY_OF, MEMBER_OF, EMPLOYED_BY, SPOUSE_OF, PARENT_OF, ADVISES);

    /**
     * Checks and copies what it is given.
     *
     * @param code a code in lower case; a tenant may have its own
     * @param hierarchical whether it builds a hierarchy, in which no party may stand above itself
     */
    public RelationshipType {
        code = Text.required("relationshipType", code, 60);
    }

    /**
     * Returns the type of a code: one of ours, or a tenant's own that builds no hierarchy.
     *
     * @param code the code
     * @return the type
     */
    public static RelationshipType of(String code) {
        return KNOWN.stream()
                .filter(known -> known.code.equals(code))
                .findFirst()
                .orElseGet(() -> new RelationshipType(code, false));
    }

    /**
     * Returns a tenant's own type that builds a hierarchy.
     *
     * @param code the code
     * @return the type
     */
    public static RelationshipType hierarchy(String code) {
        return new RelationshipType(code, true);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RelationshipType that && code.equals(that.code);
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    /** {@return the code} */
    @Override
    public String toString() {
        return code;
    }
}
