package org.sambandh.crm.prediction;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Files of leads: those shipped with the tests, and any other. */
final class LeadFiles {

    private LeadFiles() {}

    static Table shipped(String file, String target, String positive, String... without) {
        return read(
                Objects.requireNonNull(LeadFiles.class.getResourceAsStream("/leads/" + file), file),
                true,
                target,
                positive,
                without);
    }

    static Table other(Path file, String target, String positive, String... without) throws IOException {
        return read(Files.newInputStream(file), file.toString().endsWith(".gz"), target, positive, without);
    }

    private static Table read(InputStream in, boolean packed, String target, String positive, String... without) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(packed ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            reader.mark(100_000);
            String header = reader.readLine();
            reader.reset();
            char separator = header.chars().filter(c -> c == ';').count()
                            > header.chars().filter(c -> c == ',').count()
                    ? ';'
                    : ',';
            List<List<String>> rows;
            try (CsvReader<CsvRecord> csv =
                    CsvReader.builder().fieldSeparator(separator).ofCsvRecord(reader)) {
                rows = csv.stream().map(CsvRecord::getFields).toList();
            }
            List<String> names = rows.get(0).stream()
                    .map(name -> name.replace("\uFEFF", "").strip())
                    .toList();
            List<List<String>> body = rows.subList(1, rows.size());
            return new Table(names, body, target, positive(names, body, target, positive), List.of(without));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rarer value of the target, where nobody says which is the positive one. */
    private static String positive(List<String> names, List<List<String>> rows, String target, String given) {
        int at = names.indexOf(target);
        if (!given.isEmpty() || at < 0) {
            return given;
        }
        List<String> values = rows.stream()
                .map(row -> row.get(at).strip())
                .distinct()
                .sorted()
                .toList();
        return values.stream()
                .min(java.util.Comparator.comparingLong(value -> rows.stream()
                        .filter(row -> row.get(at).strip().equals(value))
                        .count()))
                .orElseThrow();
    }
}
