package org.sambandh.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that never fails proves nothing: every rule is fed code that breaks it, and code that only seems to. */
class ArchitectureRulesTest {

    private static final String BASE = "org.sambandh.badcrm";

    private static final JavaClasses BAD = new ClassFileImporter().importPackages(BASE);

    /** Which class of {@code Bad} breaks which rule. */
    private static final Map<String, String> SINNERS = Map.ofEntries(
            Map.entry("usesOnlyTheLibrariesWeChose", "UsesALibraryNobodyChose"),
            Map.entry("usesJacksonOnlyInJsonAndExchange", "ReadsJson"),
            Map.entry("usesFastCsvOnlyInExchange", "ReadsCsv"),
            Map.entry("showsNoLibraryInItsSignatures", "ShowsGuava"),
            Map.entry("hasNoStaticFieldThatIsNotFinal", "CountsInAStaticField"),
            Map.entry("usesHipparchusOnlyInPrediction", "Computes"),
            Map.entry("hasNoStaticFieldOfAMutableType", "KeepsAStaticCache"),
            Map.entry("readsNoWallClock", "ReadsTheWallClock"),
            Map.entry("asksForTheSystemTimeOnlyWhereItIsBuilt", "BringsTheSystemTime"),
            Map.entry("leavesTheEnvironmentAlone", "ReadsASystemProperty"),
            Map.entry("startsNoThread", "StartsAThread"),
            Map.entry("usesNoConsole", "Prints"),
            Map.entry("opensNoSocket", "OpensASocket"),
            Map.entry("serialisesNothing", "Serialises"));

    @ParameterizedTest
    @MethodSource("ruleNames")
    void everyGuestRuleNamesTheClassThatBreaksItAndNoOther(String name) {
        ArchRule rule = ArchitectureRules.guestRules(BASE).get(name);

        assertThatThrownBy(() -> rule.check(BAD))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Bad$" + SINNERS.get(name))
                .satisfies(thrown -> assertThat(SINNERS.values().stream()
                                .filter(sinner -> thrown.getMessage().contains("Bad$" + sinner)))
                        .containsExactly(SINNERS.get(name)))
                .hasMessageNotContaining("Harmless");
    }

    @Test
    void aPackageThatUsesALaterOneIsRefused() {
        ArchRule rule = ArchitectureRules.usesOnly(BASE, "common", Set.of("common"));

        assertThatThrownBy(() -> rule.check(BAD))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Bad$KnowsALaterFeature");
    }

    @Test
    void aPackageMayUseWhatItIsAllowedTo() {
        ArchitectureRules.usesOnly(BASE, "lead", Set.of("lead", "common")).check(BAD);
    }

    @Test
    void packagesThatUseEachOtherAreRefused() {
        ArchRule rule = ArchitectureRules.packagesFormNoCycle(BASE);

        assertThatThrownBy(() -> rule.check(BAD))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Cycle detected");
    }

    @Test
    void aPackageWithoutNullMarkedIsRefused() {
        ArchRule rule = ArchitectureRules.everyPackageIsNullMarked();

        assertThatThrownBy(() -> rule.check(BAD))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no package-info marked @NullMarked");
    }

    @ParameterizedTest
    @MethodSource("allRules")
    void everyRuleRefusesToLookAtNothing(ArchRule rule) {
        JavaClasses nothing = new ClassFileImporter().importPackages("org.sambandh.nowhere");

        assertThatThrownBy(() -> rule.check(nothing))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }

    private static Stream<String> ruleNames() {
        return ArchitectureRules.guestRules(BASE).keySet().stream();
    }

    private static Stream<ArchRule> allRules() {
        return Stream.concat(
                ArchitectureRules.guestRules(BASE).values().stream(),
                Stream.of(
                        ArchitectureRules.usesOnly(BASE, "common", Set.of("common")),
                        ArchitectureRules.packagesFormNoCycle(BASE),
                        ArchitectureRules.everyPackageIsNullMarked()));
    }
}
