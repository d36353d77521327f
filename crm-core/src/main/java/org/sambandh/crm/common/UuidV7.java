package org.sambandh.crm.common;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/** Version 7 UUIDs with a 12-bit counter in {@code rand_a} and a 62-bit random tail, monotonic within one generator. */
final class UuidV7 implements IdGenerator {

    private static final int COUNTER_BITS = 12;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /** Milliseconds shifted left by twelve, plus the counter: one number that only grows. */
    private long last = Long.MIN_VALUE;

    UuidV7(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String next() {
        long tail = random.nextLong();
        long stamp;
        synchronized (this) {
            // A counter that runs over carries into the milliseconds: ids stay in order and run slightly ahead.
            stamp = Math.max(last + 1, clock.millis() << COUNTER_BITS);
            last = stamp;
        }
        long high = ((stamp >>> COUNTER_BITS) << 16) | 0x7000 | (stamp & 0x0FFF);
        long low = (tail & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
