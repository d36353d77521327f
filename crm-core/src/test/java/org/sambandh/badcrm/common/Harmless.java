package org.sambandh.badcrm.common;

import com.google.common.collect.ImmutableList;
import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What looks like a sin and is none: no rule may complain about this class. */
public final class Harmless {
    private static final Map<String, Integer> SIZES = Map.of("small", 1);
    private static final long[] POWERS = {1, 10, 100};

    private final InstantSource time;

    public Harmless(InstantSource time) {
        this.time = time;
    }

    public LocalDate today(Clock clock) {
        return LocalDate.now(clock);
    }

    public List<Object> facts(URI home) {
        return ImmutableList.of(
                time.instant(),
                home,
                SIZES,
                POWERS.length,
                Thread.currentThread().isInterrupted());
    }

    ImmutableList<String> hidden() {
        return ImmutableList.of();
    }
}
