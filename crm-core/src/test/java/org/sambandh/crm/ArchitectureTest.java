package org.sambandh.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.annotation.Annotation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may use whom, and what a guest in somebody else's process must not do. {@link #PARTS} is the only place that names
 * packages; a package missing from it fails the build, and so does a rule that no longer finds anything to look at.
 */
class ArchitectureTest {

    private static final String BASE = "org.sambandh.crm";

    /** Every package, and what it builds on: it may use those and whatever they may use, nothing else. */
    private static final List<Part> PARTS = List.of(
            part("common"),
            part("settings", "common"),
            part("field", "settings"),
            part("condition", "field"),
            part("event", "condition"),
            part("store", "event"),
            part("inmemory", "store"),
            part("table", "store"),
            part("scoring", "table"),
            part("prediction", "table"),
            part("segment", "table"),
            part("team", "table"),
            part("customer", "team"),
            part("product", "table"),
            part("purchase", "customer", "product"),
            part("interaction", "customer"),
            part("pipeline", "interaction"),
            part("task", "pipeline"),
            part("lead", "task"),
            part("campaign", "lead", "segment"),
            part("ticket", "interaction", "product"),
            part("overview", "callcentre", "survey", "lead", "purchase", "ticket", "scoring", "segment", "prediction"),
            part("callcentre", "campaign"),
            part("survey", "interaction"),
            part("exchange", "lead", "scoring", "segment"),
            part("json", "overview", "exchange"));

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BASE);

    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages(BASE);

    @Test
    void everyPackageIsListedAndEveryListedPackageHasClasses() {
        Set<String> listed = new TreeSet<>(Set.of(""));
        PARTS.forEach(part -> listed.add(part.name()));
        Set<String> found = packagesWithClasses();

        Set<String> missing = new TreeSet<>(listed);
        missing.removeAll(found);
        Set<String> unlisted = new TreeSet<>(found);
        unlisted.removeAll(listed);

        assertAll(
                () -> assertThat(unlisted)
                        .as("packages under %s that PARTS does not name: say there what each builds on", BASE)
                        .isEmpty(),
                () -> assertThat(missing)
                        .as("packages that PARTS names but that have no class")
                        .isEmpty());
    }

    @Test
    void everyPackageIsNullMarkedInItsPackageInfo() {
        ArchitectureRules.everyPackageIsNullMarked().check(MAIN);
    }

    @ParameterizedTest
    @MethodSource("parts")
    void aPackageUsesOnlyWhatItBuildsOn(Part part) {
        ArchitectureRules.usesOnly(BASE, part.name(), allowed(part)).check(MAIN);
    }

    @Test
    void packagesFormNoCycle() {
        ArchitectureRules.packagesFormNoCycle(BASE).check(MAIN);
    }

    @ParameterizedTest
    @MethodSource("guestRules")
    void aGuest(String rule) {
        ArchitectureRules.guestRules(BASE).get(rule).check(MAIN);
    }

    /** Surefire writes one report per class and engine into the same file, so the second engine would hide the first. */
    @Test
    void noTestClassIsRunByTwoEngines() {
        Set<String> both = new TreeSet<>();
        TESTS.forEach(type -> {
            boolean jupiter = declaresAny(type, List.of(Test.class, TestFactory.class, TestTemplate.class));
            if (jupiter && declaresAny(type, List.of(Property.class))) {
                both.add(type.getName());
            }
        });
        assertThat(TESTS.contain(ArchitectureTest.class)).isTrue();
        assertThat(both)
                .as("test classes with both @Test and @Property: in a class of properties, write @Example for @Test")
                .isEmpty();
    }

    private static boolean declaresAny(JavaClass type, List<Class<? extends Annotation>> kinds) {
        return type.getMethods().stream()
                .anyMatch(method -> kinds.stream()
                        .anyMatch(kind -> method.isAnnotatedWith(kind) || method.isMetaAnnotatedWith(kind)));
    }

    private static Stream<Part> parts() {
        Set<String> found = packagesWithClasses();
        return PARTS.stream().filter(part -> found.contains(part.name()));
    }

    private static Stream<String> guestRules() {
        return ArchitectureRules.guestRules(BASE).keySet().stream();
    }

    /** Names relative to the base package; the base package itself is the empty text. */
    private static Set<String> packagesWithClasses() {
        Set<String> names = new TreeSet<>();
        MAIN.forEach(type -> {
            if (!type.getSimpleName().equals("package-info")) {
                String name = type.getPackageName();
                names.add(name.equals(BASE) ? "" : name.substring(BASE.length() + 1));
            }
        });
        return names;
    }

    private static Set<String> allowed(Part part) {
        Set<String> names = new HashSet<>(Set.of(part.name()));
        for (String used : part.buildsOn()) {
            Part below = PARTS.stream()
                    .filter(other -> other.name().equals(used))
                    .findFirst()
                    .orElseThrow();
            names.addAll(allowed(below));
        }
        return names;
    }

    private static Part part(String name, String... buildsOn) {
        return new Part(name, List.of(buildsOn));
    }

    private record Part(String name, List<String> buildsOn) {
        @Override
        public String toString() {
            return name;
        }
    }
}
