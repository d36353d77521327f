package org.sambandh.crm.field;

/**
 * A subject that carries a host's own properties.
 *
 * @param <S> the subject itself
 */
public interface HasAttributes<S> {

    /** {@return the host's own properties} */
    Attributes attributes();

    /**
     * Returns the subject with other properties of the host's. Whether a tenant declared them is checked when the
     * subject is saved by its service.
     *
     * @param attributes all of them
     * @return a changed copy
     */
    S withAttributes(Attributes attributes);
}
