package org.sambandh.crm.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A CSV file (RFC 4180, UTF-8, with or without byte order mark, header in the first line). It is opened twice: a file that
 * is broken somewhere is refused before anything is written.
 */
@FunctionalInterface
public interface CsvSource {

    /**
     * Opens the file from its start. The import closes what it gets.
     *
     * @return the bytes
     * @throws IOException if it cannot be opened
     */
    InputStream open() throws IOException;

    /**
     * Returns a file that is a text.
     *
     * @param csv the text
     * @return the file
     */
    static CsvSource of(String csv) {
        return of(csv.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns a file that is in memory.
     *
     * @param bytes the bytes, not copied
     * @return the file
     */
    static CsvSource of(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }
}
