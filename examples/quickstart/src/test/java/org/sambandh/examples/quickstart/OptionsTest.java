package org.sambandh.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever asks for what cannot be done reads one sentence, and a script gets code 2. */
class OptionsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--on-mars | There is no option '--on-mars'. Use nothing for H2 in memory",
                "--jdbc-url | A value is missing behind --jdbc-url.",
                "--user sa | --user and --password belong to a --jdbc-url.",
                "--in-memory --jdbc-url jdbc:h2:mem:x | --in-memory needs no database",
                "--jdbc-url jdbc:mars:here | There is no driver for jdbc:mars:here.",
                "--jdbc-url jdbc:postgresql://localhost:1/none?password=secret"
                        + "| The database at jdbc:postgresql://localhost:1/none cannot be reached (SQLState 08001).",
                "--jdbc-url jdbc:h2:./target/nothing/there;IFEXISTS=TRUE;PASSWORD=secret"
                        + "| The database at jdbc:h2:./target/nothing/there cannot be reached (SQLState 90146)."
            })
    void isToldInOneSentenceWithoutATrace(String words, String sentence) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        int code = Quickstart.run(to(printed), to(said), false, folder, words.split(" "));

        assertThat(code).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .startsWith(sentence)
                .hasLineCount(1)
                .doesNotContain("secret", "Exception");
        assertThat(printed.size()).isZero();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void nothingMeansADatabaseInMemory() throws CannotRun {
        assertThat(Options.of()).isEqualTo(new Options(false, "jdbc:h2:mem:quickstart", "sa", null));
        assertThat(Options.of("--in-memory").inMemory()).isTrue();
        assertThat(Options.of("--jdbc-url", "u", "--user", "n", "--password", "p"))
                .isEqualTo(new Options(false, "u", "n", "p"));
    }

    private static PrintStream to(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
