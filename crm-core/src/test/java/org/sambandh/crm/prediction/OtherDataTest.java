package org.sambandh.crm.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Any file of leads: {@code -Dcrm.data.leads=<file>}, comma or semicolon separated, packed if it ends in {@code .gz}, with a
 * header; {@code -Dcrm.data.target=<column>} and {@code -Dcrm.data.positive=<value>}, by default the rarer one. {@code
 * -Dcrm.data.without=<columns>} leaves some out. Prints the report; row % 5 == 0, counted from 0 without the header, is
 * judged. Skipped without a file.
 */
class OtherDataTest {

    @Test
    void theReportOfTheFileIsPrinted() throws IOException {
        String file = System.getProperty("crm.data.leads", "");
        String target = System.getProperty("crm.data.target", "");
        Assumptions.assumeFalse(file.isEmpty(), "the system property crm.data.leads names no file");
        assertThat(target)
                .as("-Dcrm.data.target must name the column to predict")
                .isNotEmpty();
        Table table = LeadFiles.other(
                Path.of(file),
                target,
                System.getProperty("crm.data.positive", ""),
                System.getProperty("crm.data.without", "").split(","));

        Training<LogisticModel> training = table.train(TrainingSettings.USUAL.splitBy(TrainingSettings.Split.BY_ROW));

        if (training instanceof Training.Trained<LogisticModel> trained) {
            System.out.println(trained.model().report().text());
        } else {
            System.out.println("No model: " + training);
        }
    }
}
