package org.sambandh.crm.common;

/**
 * Which stored state of an entity one holds. Given by the store when it saves; verbs never touch it; only equality may
 * be asked.
 *
 * @param value opaque; meaningful to the store alone
 */
public record Revision(long value) {

    /** The revision of an entity that was never stored; saving it inserts. */
    public static final Revision NEW = new Revision(Long.MIN_VALUE);

    /** {@return {@code revision 7}, or {@code revision NEW}} */
    @Override
    public String toString() {
        return "revision " + (isNew() ? "NEW" : String.valueOf(value));
    }

    /** {@return whether the entity was never stored} */
    public boolean isNew() {
        return equals(NEW);
    }
}
