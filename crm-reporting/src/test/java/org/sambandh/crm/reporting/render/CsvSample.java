package org.sambandh.crm.reporting.render;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads CSV with a library that knows nothing of ours. */
final class CsvSample {

    private CsvSample() {}

    static List<List<String>> records(String csv) {
        List<List<String>> records = new ArrayList<>();
        try (var reader =
                CsvReader.builder().allowExtraCharsAfterClosingQuote(false).ofCsvRecord(csv)) {
            reader.forEach(row -> records.add(List.copyOf(row.getFields())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return records;
    }
}
