package org.sambandh.examples.quickstart;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.sambandh.crm.exchange.CsvSource;
import org.sambandh.crm.exchange.ImportMapping;

/** The files this example ships. */
final class Resources {

    private Resources() {}

    static InputStream open(String name) throws IOException {
        InputStream file = Resources.class.getResourceAsStream("/" + name);
        if (file == null) {
            throw new FileNotFoundException(name);
        }
        return file;
    }

    static CsvSource data(String name) {
        return () -> open("data/" + name + ".csv");
    }

    static ImportMapping mapping(String name) {
        try (InputStream json = open("mappings/" + name + ".json")) {
            return ImportMapping.read(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
