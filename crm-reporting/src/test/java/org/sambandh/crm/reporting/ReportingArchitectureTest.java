package org.sambandh.crm.reporting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Reports are data: whoever runs them needs no page, no sheet and no library for sheets. */
class ReportingArchitectureTest {

    private static final String REPORTING = "org.sambandh.crm.reporting";
    private static final String RENDER = "org.sambandh.crm.reporting.render";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(REPORTING);

    @Test
    void noReportKnowsARenderer() {
        noClasses()
                .that()
                .resideInAPackage(REPORTING)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(RENDER + "..")
                .check(MAIN);
    }

    @Test
    void onlyTheWriterOfSheetsKnowsTheLibraryForSheets() {
        assertThat(MAIN.stream()
                        .filter(type -> type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(
                                        d -> d.getTargetClass().getPackageName().startsWith("org.dhatim")))
                        .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrder("XlsxRenderer", "Sheets");
    }

    @Test
    void theRulesHaveSomethingToLookAt() {
        assertThat(MAIN.contain(Reports.class)).isTrue();
        assertThat(MAIN.stream().map(JavaClass::getPackageName).distinct())
                .containsExactlyInAnyOrder(REPORTING, RENDER);
        assertThat(MAIN.stream().filter(type -> type.getPackageName().equals(RENDER)))
                .anyMatch(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(d -> d.getTargetClass().getPackageName().equals(REPORTING)));
    }
}
