package org.sambandh.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadmeTest {

    private static final Path README = Path.of("..", "..", "README.md");

    @ParameterizedTest
    @ValueSource(strings = {"TenLines", "Embedding"})
    void theCodeOfTheReadmeIsACompiledExampleWordForWord(String example) throws IOException {
        String code = Files.readString(
                Path.of("src/main/java/org/sambandh/examples/quickstart/" + example + ".java"), StandardCharsets.UTF_8);
        int begin = code.indexOf('\n', code.indexOf("// README: begin")) + 1;
        int end = code.lastIndexOf('\n', code.indexOf("// README: end"));
        String region = code.substring(begin, end).stripIndent();

        assertThat(Files.readString(README, StandardCharsets.UTF_8)).contains("```java\n" + region + "\n```");
    }

    @Test
    void theStartOfTheReadmePrintsTheMemberAndTheScore() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TenLines.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .startsWith("Asha Rao")
                .contains("20", "Writes to us");
    }

    @Test
    void theEmbeddingOfTheReadmeTellsOfTheCustomerAndFindsHerByTheHostsField() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<String> told = new ArrayList<>();
        Embedding.run(
                InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z")),
                event -> told.add(event.type()),
                new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(told).containsExactly("customer.registered");
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("Asha Rao", "+919812345678", "gold");
    }

    @Test
    void theReadmeIsShortAndBeginsWithTheTwoCommands() throws IOException {
        List<String> lines = Files.readAllLines(README, StandardCharsets.UTF_8);
        int fence = lines.indexOf("```sh");

        assertThat(lines).hasSizeLessThanOrEqualTo(200);
        assertThat(lines.stream().filter(l -> l.startsWith("```")).findFirst()).contains("```sh");
        assertThat(lines.get(fence + 1)).startsWith("mvn ").contains("-Pquickstart");
        assertThat(lines.get(fence + 2)).isEqualTo("mvn -B -ntp verify");
        assertThat(lines.get(fence + 3)).isEqualTo("```");
        assertThat(Files.readString(Path.of("..", "..", ".ci", "run"), StandardCharsets.UTF_8))
                .contains(lines.get(fence + 2));
    }
}
