package org.sambandh.crm.common;

/**
 * Who acts: a user of the host, the system itself, an import, a rule, or a party through a portal. Named in every event.
 *
 * @param kind what acts
 * @param id which one: a user's or party's id, the name of an import or a rule
 */
public record Actor(Kind kind, String id) {

    /** What can act. */
    public enum Kind {
        /** A person who works in the host application. */
        USER,
        /** This library, or the host's own background work. */
        SYSTEM,
        /** A run of an import. */
        IMPORT,
        /** An automation or assignment rule. */
        RULE,
        /** A customer, lead or partner through a portal or a form. */
        PORTAL
    }

    /** The library, or the host's own background work. */
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "system");

    /**
     * Checks the id.
     *
     * @param kind what acts
     * @param id which one: a user's or party's id, the name of an import or a rule
     */
    public Actor {
        id = Text.required("actor.id", id, 100);
    }

    /**
     * Returns a user.
     *
     * @param id the host's id of the user
     * @return the actor
     */
    public static Actor user(String id) {
        return new Actor(Kind.USER, new UserId(id).value());
    }

    /**
     * Returns a run of an import.
     *
     * @param name which import
     * @return the actor
     */
    public static Actor importOf(String name) {
        return new Actor(Kind.IMPORT, name);
    }

    /**
     * Returns a rule.
     *
     * @param name which rule
     * @return the actor
     */
    public static Actor rule(String name) {
        return new Actor(Kind.RULE, name);
    }

    /**
     * Returns a party, or an anonymous visitor, that acts through a portal or a form.
     *
     * @param id the party's id, or the name of the form
     * @return the actor
     */
    public static Actor portal(String id) {
        return new Actor(Kind.PORTAL, id);
    }
}
