package org.sambandh.crm.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.opentest4j.TestAbortedException;

/**
 * The fact tables: cases with inputs and expected results, for {@code @ParameterizedTest @MethodSource}. They are read
 * from the folder named by the system property {@code crm.facts}, else from {@code facts/} among the test resources.
 *
 * <p>{@code expectHere} is already laid over each case, so a test sees our result only. A test asserts every
 * {@link Case#expectations()}, fails on a {@code kind} it does not know, and ignores other fields it does not know.
 */
public final class FactFiles {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FactFiles() {}

    /**
     * One case.
     *
     * @param id its id, also its display name
     * @param fields all its fields, with {@code expectHere} laid over
     */
    public record Case(String id, JsonNode fields) {

        /** Returns all its fields; skips the test that asks where the given folder does not have the file. */
        @Override
        public JsonNode fields() {
            if (fields.isMissingNode()) {
                throw new TestAbortedException(id);
            }
            return fields;
        }

        /** Returns the kind, or an empty text. */
        public String kind() {
            return fields().path("kind").asText("");
        }

        /** Returns a field that must be there. */
        public JsonNode get(String field) {
            return fields().required(field);
        }

        /** Returns whether the field is there; it may be null there. */
        public boolean has(String field) {
            return fields().has(field);
        }

        /** Returns the text of a field that must be there. */
        public String text(String field) {
            return get(field).asText();
        }

        /** Returns the names of all fields that say what is expected, in alphabetical order. */
        public Set<String> expectations() {
            Set<String> names = new TreeSet<>();
            fields().fieldNames().forEachRemaining(name -> {
                if (isExpectation(name)) {
                    names.add(name);
                }
            });
            return names;
        }

        /** Fails if something is expected that the test does not assert. */
        public void expectsOnly(String... asserted) {
            Set<String> left = expectations();
            Set.of(asserted).forEach(left::remove);
            if (!left.isEmpty()) {
                throw new AssertionError(id + ": nothing asserts " + left);
            }
        }

        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * Returns the cases of {@code <name>.json}; never empty. Where a folder is given that has no such file, it is one
     * case that skips the test as soon as it is read: a provider of arguments that skips leaves no trace in the report.
     */
    public static List<Case> cases(String name) {
        if (isSkipped(name + ".json")) {
            return List.of(skipped(name + ".json"));
        }
        List<Case> cases = new ArrayList<>();
        for (JsonNode node : file(name).path("cases")) {
            cases.add(new Case(node.path("id").asText(), laidOver((ObjectNode) node)));
        }
        return someOf(cases, name + ".json");
    }

    /** Returns the cases of one kind; never empty. Only for files whose other kinds are asserted elsewhere. */
    public static List<Case> cases(String name, String kind) {
        List<Case> all = cases(name);
        return someOf(
                all.stream()
                        .filter(c -> c.fields.isMissingNode() || c.kind().equals(kind))
                        .toList(),
                name + ".json, kind " + kind);
    }

    /** Returns the whole of {@code <name>.json}, for the data that its cases share. */
    public static JsonNode file(String name) {
        try {
            return JSON.readTree(bytes(name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /**
     * Returns a file as it is, for example {@code interchange/vcard/a.vcf}.
     *
     * @throws TestAbortedException if a folder is given and has no such file: the test is reported as skipped
     */
    public static byte[] bytes(String file) {
        try {
            if (isSkipped(file)) {
                throw new TestAbortedException(skipped(file).id());
            }
            if (!folder().isEmpty()) {
                return Files.readAllBytes(Path.of(folder(), file));
            }
            try (InputStream in = FactFiles.class.getResourceAsStream("/facts/" + file)) {
                if (in == null) {
                    throw new AssertionError("no facts/" + file + " among the test resources");
                }
                return in.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static String folder() {
        return System.getProperty("crm.facts", "");
    }

    private static boolean isSkipped(String file) {
        return !folder().isEmpty() && !Files.exists(Path.of(folder(), file));
    }

    private static Case skipped(String file) {
        return new Case("no " + file + " in the folder given by -Dcrm.facts", MissingNode.getInstance());
    }

    private static ObjectNode laidOver(ObjectNode original) {
        ObjectNode fields = original.deepCopy();
        JsonNode here = fields.remove("expectHere");
        if (here == null) {
            return fields;
        }
        if (here.has("expectError")) {
            List<String> names = new ArrayList<>();
            fields.fieldNames().forEachRemaining(names::add);
            names.stream().filter(FactFiles::isExpectation).forEach(fields::remove);
        }
        fields.setAll((ObjectNode) here);
        return fields;
    }

    private static boolean isExpectation(String field) {
        return field.startsWith("expect") && !field.equals("expectHere");
    }

    private static List<Case> someOf(List<Case> cases, String where) {
        if (cases.isEmpty()) {
            throw new AssertionError("no cases in " + where);
        }
        return List.copyOf(cases);
    }
}
