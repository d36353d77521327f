package org.sambandh.examples.contactcentre;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sambandh.crm.common.Money;
import org.sambandh.examples.contactcentre.Takebacks.Fate;

/**
 * The whole log, in the folder of the system property {@code crm.data}; skipped without it. The figures are those of the
 * description of the data.
 */
class IncidentLogTest {

    @TempDir
    private Path folder;

    @Test
    void theWholeLogHasItsPublishedFigures() {
        String data = System.getProperty("crm.data", "");
        Assumptions.assumeTrue(
                !data.isEmpty() && Files.exists(DataFiles.incidentLog(Path.of(data))),
                "the system property crm.data names no folder that holds the incident log");
        ContactCentre.Result result =
                new ContactCentre(new PrintStream(OutputStream.nullOutputStream()), folder).run(Path.of(data));
        DeskFigures desk = result.desk();

        assertThat(desk.tickets()).isEqualTo(19_941);
        assertThat(desk.share()).isEqualByComparingTo("63.6177");
        assertThat(desk.reopened()).isEqualTo(217);
        assertThat(desk.reassigned()).isEqualTo(9_051);
        assertThat(desk.neverSolved()).isEqualTo(1_266);
        assertThat(Priorities.rows(desk))
                .containsExactly(
                        "1: 208, 2.4038 %, 72.892, 192.475",
                        "2: 325, 0.6154 %, 40.033, 173.333",
                        "3: 18790, 64.6940 %, 21.333, 145.383",
                        "4: 618, 84.6278 %, 5.017, 131.025");
        if (Files.exists(DataFiles.allLines(Path.of(data)))) {
            theWholeShopHasItsFigures(result);
        }
    }

    /** Orders as published; what was taken back was counted with another language, by the same rule. */
    private static void theWholeShopHasItsFigures(ContactCentre.Result result) {
        assertThat(result.shop())
                .isEqualTo(new ShopFigures(4_266, 18_437, Money.of("8520125.26", "GBP"), Money.of("251162.36", "GBP")));
        assertThat(result.delivery().lines()).isEqualTo(393_188);
        assertThat(result.delivery().back().lines())
                .isEqualTo(Map.of(
                        Fate.MATCHED, 7_257,
                        Fate.NEVER_BOUGHT, 1_691,
                        Fate.OTHER_PRICE, 437,
                        Fate.TOO_MUCH, 156,
                        Fate.NOBODY, 336,
                        Fate.LATER, 329));
        assertThat(result.delivery().returns()).isEqualTo(3_926);
        assertThat(result.writtenAgain()).isZero();
    }
}
