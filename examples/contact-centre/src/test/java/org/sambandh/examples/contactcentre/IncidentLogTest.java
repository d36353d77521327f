package org.sambandh.examples.contactcentre;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        DeskFigures desk = new ContactCentre(new PrintStream(OutputStream.nullOutputStream()), folder)
                .run(Path.of(data))
                .desk();

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
    }
}
