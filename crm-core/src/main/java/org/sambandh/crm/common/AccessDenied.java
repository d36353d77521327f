package org.sambandh.crm.common;

import java.util.Locale;

/** The actor may see it but not do that. What an actor may not see is {@link NotFound}. */
public final class AccessDenied extends CrmException {

    private static final long serialVersionUID = 1L;

    /**
     * Says who may not do what.
     *
     * @param actor who tried
     * @param action what was tried, with the entity
     */
    public AccessDenied(Actor actor, String action) {
        super("The " + actor.kind().name().toLowerCase(Locale.ROOT) + " " + actor.id() + " may not " + action + ".");
    }
}
