package org.sambandh.crm.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.RuleViolation;

/** A host without the optional library. */
class MissingHipparchusTest {

    /** Runs inside a class loader that has our classes and no Hipparchus. */
    public static final class Probe implements Supplier<String> {

        /** Made by reflection. */
        public Probe() {}

        @Override
        public String get() {
            List<Customers.Row> rows = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                rows.add(new Customers.Row("r" + i, i % 2 == 0 ? "a" : "b", BigDecimal.valueOf(i % 9), i % 3 == 0));
            }
            try {
                Customers.train(rows);
                return "trained";
            } catch (RuleViolation e) {
                return e.rule() + ": " + e.sentence();
            }
        }
    }

    private static final class Without extends ClassLoader {

        Without() {
            super(MissingHipparchusTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.hipparchus.")) {
                throw new ClassNotFoundException(name);
            } else if (!name.startsWith("org.sambandh.crm.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    @SuppressWarnings("unchecked") // the probe is one
    void trainingSaysWhichLibraryIsMissing() throws ReflectiveOperationException {
        Supplier<String> probe = (Supplier<String>)
                new Without().loadClass(Probe.class.getName()).getConstructor().newInstance();

        assertThat(probe.get()).startsWith("training-needs-hipparchus: ").contains("org.hipparchus:hipparchus-core");
        assertThat(new Probe().get()).isEqualTo("trained");
    }
}
