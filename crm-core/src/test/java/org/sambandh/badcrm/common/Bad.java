package org.sambandh.badcrm.common;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.net.Socket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import org.hipparchus.util.FastMath;
import org.sambandh.badcrm.lead.Lead;

/** One sin per nested class, named after it. */
public final class Bad {
    private Bad() {}

    static final class KnowsALaterFeature {
        Lead lead() {
            return new Lead();
        }
    }

    static final class UsesALibraryNobodyChose {
        void use() {
            Assertions.assertThat(1);
        }
    }

    static final class ReadsJson {
        Object read(String text) throws IOException {
            return new ObjectMapper().readTree(text);
        }
    }

    static final class ReadsCsv {
        Object read() {
            return CsvReader.builder();
        }
    }

    static final class Computes {
        double root() {
            return FastMath.sqrt(2);
        }
    }

    public static final class ShowsGuava {
        public List<? extends ImmutableList<String>[]> texts() {
            return List.of();
        }
    }

    static final class CountsInAStaticField {
        static int count;
    }

    static final class KeepsAStaticCache {
        static final ConcurrentHashMap<String, String> CACHE = new ConcurrentHashMap<>();
    }

    static final class ReadsTheWallClock {
        Supplier<Instant> clock() {
            return Instant::now;
        }
    }

    static final class BringsTheSystemTime {
        Supplier<InstantSource> source() {
            return InstantSource::system;
        }
    }

    static final class ReadsASystemProperty {
        String home() {
            return System.getProperty("user.home");
        }
    }

    static final class StartsAThread {
        void start() {
            new Thread(() -> {}).start();
        }
    }

    static final class Prints {
        void print() {
            System.out.println();
        }
    }

    static final class OpensASocket {
        Object open() throws IOException {
            return new Socket("localhost", 1);
        }
    }

    static final class Serialises {
        Object stream() throws IOException {
            return new ObjectOutputStream(new ByteArrayOutputStream());
        }
    }
}
