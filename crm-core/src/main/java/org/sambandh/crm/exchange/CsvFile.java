package org.sambandh.crm.exchange;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.sambandh.crm.common.Invalid;

/** Reads a CSV file record by record, and refuses one that is cut off, in another encoding or too wide. */
final class CsvFile {

    private static final int MAX_COLUMNS = 500;
    private static final int MAX_FIELD = 100_000;
    private static final int MAX_RECORD = 1_000_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CsvSource source;
    private final Checker checked;

    private CsvFile(CsvSource source, Checker checked) {
        this.source = source;
        this.checked = checked;
    }

    /** Reads the file once to its end, so that nothing is written from one that is broken. */
    static CsvFile check(CsvSource source) {
        Checker checker = new Checker();
        read(source, checker);
        if (checker.header.isEmpty()) {
            throw new Invalid("csv", "the file is empty; a header is expected in line 1");
        }
        return new CsvFile(source, checker);
    }

    /** What a file is known by when it is read again. */
    private static final class Checker implements Consumer<CsvRecord> {
        private List<String> header = List.of();
        private long rows;
        private long content;

        @Override
        public void accept(CsvRecord row) {
            if (header.isEmpty()) {
                header = row.getFields().stream().map(String::strip).toList();
                Set<String> seen = new HashSet<>();
                for (int i = 0; i < header.size(); i++) {
                    if (header.get(i).isEmpty() || !seen.add(header.get(i))) {
                        throw new Invalid("csv.header[" + i + "]", "a name that is not blank and stands there once");
                    }
                }
            } else {
                rows++;
                content = 31 * content + row.getFields().hashCode();
            }
        }

        boolean isSame(Checker other) {
            return rows == other.rows && content == other.content && header.equals(other.header);
        }
    }

    List<String> header() {
        return checked.header;
    }

    long rows() {
        return checked.rows;
    }

    /** Hands over every record but the header; refuses a file that is not the one that was checked. */
    void forEach(Consumer<CsvRecord> each) {
        Checker again = new Checker();
        read(source, row -> {
            again.accept(row);
            if (!again.header.equals(checked.header)) {
                throw changed("nothing was written");
            }
            if (again.rows > 0) {
                each.accept(row);
            }
        });
        if (!again.isSame(checked)) {
            throw changed("rows read meanwhile may be written");
        }
    }

    private static Invalid changed(String consequence) {
        return new Invalid(
                "csv", "the file changed between the two times it was read; " + consequence + ": bring it in again");
    }

    private static void read(CsvSource source, Consumer<CsvRecord> each) {
        long line = 1;
        try (InputStream bytes = source.open();
                CsvReader<CsvRecord> csv = reader(bytes)) {
            Iterator<CsvRecord> rows = csv.iterator();
            while (hasNext(rows, line)) {
                CsvRecord row = rows.next();
                line = row.getStartingLineNumber();
                each.accept(row);
            }
        } catch (IOException e) {
            throw broken(e, line);
        }
    }

    private static boolean hasNext(Iterator<CsvRecord> rows, long line) {
        try {
            return rows.hasNext();
        } catch (RuntimeException e) {
            throw broken(e, line);
        }
    }

    private static Invalid broken(Throwable e, long line) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return new Invalid("csv", "the file is not UTF-8: found other bytes behind line " + line);
            }
        }
        if (e instanceof IOException) {
            return new Invalid("csv", "the file could not be read on behind line " + line);
        }
        // Messages of the parser are not passed on: they quote the row.
        return new Invalid(
                "csv",
                "behind line " + line + " a quote is not closed, text follows a closing quote, or a limit is passed ("
                        + MAX_COLUMNS + " columns, " + MAX_FIELD + " characters a field, " + MAX_RECORD
                        + " a row); is the file complete?");
    }

    private static CsvReader<CsvRecord> reader(InputStream bytes) throws IOException {
        CsvRecordHandler handler = CsvRecordHandler.builder()
                .maxFields(MAX_COLUMNS)
                .maxFieldSize(MAX_FIELD)
                .maxRecordSize(MAX_RECORD)
                .build();
        return CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(MAX_RECORD)
                .build(handler, decoded(bytes));
    }

    private static Reader decoded(InputStream bytes) throws IOException {
        Reader decoder = new BufferedReader(new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        PushbackReader reader = new PushbackReader(decoder, 1);
        int first = reader.read();
        if (first != -1 && first != BYTE_ORDER_MARK) {
            reader.unread(first);
        }
        return reader;
    }
}
