package org.sambandh.crm.common;

import java.time.InstantSource;

/**
 * Makes the texts of new ids. Implementations are safe for concurrent use and never return the same text twice.
 *
 * <p>The default is {@link #uuidV7(InstantSource)}. A host whose table already has keys supplies a generator for that
 * entity.
 */
@FunctionalInterface
public interface IdGenerator {

    /** {@return the text of a new id, legal for {@link Id}} */
    String next();

    /**
     * Returns a generator of UUIDs, version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, then a counter, then
     * random bits. Each text is greater than the one before, even when the clock stands still or steps back.
     *
     * @param clock where the milliseconds come from
     * @return a generator, safe for concurrent use
     */
    static IdGenerator uuidV7(InstantSource clock) {
        return new UuidV7(clock);
    }
}
