package org.sambandh.examples.contactcentre;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The compressed files: those this example ships, and the larger ones in a folder of data. */
final class DataFiles {

    private DataFiles() {}

    /** The log of the folder, or the sample where none is given. */
    static InputStream incidents(@Nullable Path folder) throws IOException {
        return folder == null ? shipped("incidents_sample") : unpacked(Files.newInputStream(incidentLog(folder)));
    }

    static InputStream orders() throws IOException {
        return shipped("online_retail_2010_orders");
    }

    /** All lines of the shop where the folder has them, else those of the sample. */
    static InputStream lines(@Nullable Path folder) throws IOException {
        return folder == null || !Files.isReadable(allLines(folder))
                ? shipped("online_retail_2010_lines_sample")
                : unpacked(Files.newInputStream(allLines(folder)));
    }

    static Path allLines(Path folder) {
        return folder.resolve("retail").resolve("online_retail_2010_lines.csv.gz");
    }

    static Path incidentLog(Path folder) {
        return folder.resolve("tickets").resolve("incidents_dev.csv.gz");
    }

    private static InputStream shipped(String name) throws IOException {
        String path = "/data/" + name + ".csv.gz";
        InputStream file = DataFiles.class.getResourceAsStream(path);
        if (file == null) {
            throw new FileNotFoundException(path);
        }
        return unpacked(file);
    }

    private static InputStream unpacked(InputStream packed) throws IOException {
        try {
            return new GZIPInputStream(packed);
        } catch (IOException e) {
            packed.close();
            throw e;
        }
    }
}
