package org.sambandh.crm.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The host chooses provider and driver: main code names neither. Read from the classes as they were compiled. */
class IndependenceTest {

    private static final List<String> STRANGERS =
            List.of("org/hibernate", "org/eclipse/persistence", "org/h2", "org/postgresql", "org/springframework");

    @Test
    void noClassUsesAProviderOrADriver() {
        List<String> found = new ArrayList<>();
        List<Path> classes = classes();
        for (Path file : classes) {
            String text = new String(read(file), StandardCharsets.ISO_8859_1);
            STRANGERS.stream().filter(text::contains).forEach(s -> found.add(file.getFileName() + " uses " + s));
        }
        assertThat(found).isEmpty();
        assertThat(classes).hasSizeGreaterThan(40);
    }

    @Test
    void noMoreIsPublicThanAHostNeeds() {
        TreeSet<String> open = new TreeSet<>();
        for (Path file : classes()) {
            String name =
                    "org.sambandh.crm.jpa." + file.getFileName().toString().replace(".class", "");
            try {
                Class<?> type = Class.forName(name);
                if (Modifier.isPublic(type.getModifiers())) {
                    open.add(type.getSimpleName());
                }
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(open).containsExactly("Builder", "JpaCrmStore", "Migrations");
    }

    @Test
    void noPersistenceUnitIsForcedOnTheHost() {
        assertThat(getClass().getResource("/META-INF/persistence.xml")).isNull();
        assertThat(getClass().getResource("/META-INF/orm.xml")).isNull();
    }

    private static List<Path> classes() {
        try {
            Path folder = Path.of(JpaCrmStore.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .resolve("org/sambandh/crm/jpa");
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> file.toString().endsWith(".class")
                                && !file.getFileName().toString().startsWith("package-info"))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
