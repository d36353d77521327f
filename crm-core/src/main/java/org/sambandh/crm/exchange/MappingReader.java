package org.sambandh.crm.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;

/** Reads a mapping from JSON, strictly. */
final class MappingReader {

    private static final int MAX_LENGTH = 256 * 1024;
    private static final LocalDate SAMPLE = LocalDate.of(2026, 11, 23);
    private static final Set<String> ROOT = Set.of("target", "key", "columns", "constants", "ignored");
    private static final Set<String> KEY = Set.of("column", "system", "type");
    private static final Set<String> COLUMN = Set.of(
            "column",
            "field",
            "relation",
            "refer",
            "stage",
            "required",
            "aliases",
            "codes",
            "allowed",
            "number",
            "date");

    private MappingReader() {}

    static ImportMapping read(InputStream json) {
        try {
            byte[] bytes = json.readNBytes(MAX_LENGTH + 1);
            return read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new Invalid("$", "a mapping is written in UTF-8", e);
        } catch (IOException e) {
            throw new Invalid("$", "the mapping could not be read", e);
        }
    }

    static ImportMapping read(String json) {
        if (json.length() > MAX_LENGTH) {
            throw new Invalid("$", "a mapping has at most 256 KB");
        }
        JsonNode root = tree(json);
        known("$", root, ROOT);
        JsonNode key = object("$.key", root.get("key"), KEY);
        List<ColumnRule> columns = new ArrayList<>();
        JsonNode list = root.get("columns");
        if (list == null || !list.isArray() || list.isEmpty() || list.size() > 500) {
            throw new Invalid("$.columns", "a list of 1 to 500 columns is expected");
        }
        for (int i = 0; i < list.size(); i++) {
            columns.add(column("$.columns[" + i + "]", list.get(i)));
        }
        return new ImportMapping(
                target(text("$.target", root.get("target"))),
                text("$.key.column", key.get("column")),
                new RefRule(text("$.key.system", key.get("system")), text("$.key.type", key.get("type"))),
                columns,
                texts("$.constants", root.get("constants")),
                list("$.ignored", root.get("ignored")));
    }

    private static JsonNode tree(String json) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(32)
                        .maxNumberLength(40)
                        .maxNameLength(1_000)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        JsonMapper mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
        try {
            return mapper.readTree(json);
        } catch (NumberFormatException e) {
            throw new Invalid("$", "a number has an exponent that no decimal can hold");
        } catch (JsonProcessingException e) {
            throw new Invalid("$", "no well-formed JSON: line " + line(e));
        }
    }

    private static String line(JsonProcessingException e) {
        return e.getLocation() == null
                ? "unknown"
                : Integer.toString(e.getLocation().getLineNr());
    }

    private static ColumnRule column(String path, JsonNode node) {
        known(path, node, COLUMN);
        String field = optional(path + ".field", node.get("field"));
        String relation = optional(path + ".relation", node.get("relation"));
        if ((field == null) == (relation == null)) {
            throw new Invalid(path, "either a field or a relation is expected");
        }
        JsonNode required = node.get("required");
        if (required != null && !required.isBoolean()) {
            throw new Invalid(path + ".required", "true or false");
        }
        Map<String, String> codes = texts(path + ".codes", node.get("codes"));
        List<String> allowed = list(path + ".allowed", node.get("allowed"));
        if (!codes.isEmpty() && !allowed.isEmpty()) {
            throw new Invalid(path, "either codes or allowed texts are expected; codes are a closed list already");
        }
        return new ColumnRule(
                text(path + ".column", node.get("column")),
                field == null ? "" : field,
                relation,
                refer(path + ".refer", node.get("refer")),
                optional(path + ".stage", node.get("stage")),
                required != null && required.booleanValue(),
                texts(path + ".aliases", node.get("aliases")),
                codes,
                allowed,
                conversion(path, node));
    }

    private static @Nullable RefRule refer(String path, @Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        object(path, node, Set.of("system", "type"));
        return new RefRule(text(path + ".system", node.get("system")), text(path + ".type", node.get("type")));
    }

    private static Conversion conversion(String path, JsonNode node) {
        String pattern = optional(path + ".date", node.get("date"));
        if (pattern != null && !isPatternOfDates(pattern)) {
            throw new Invalid(
                    path + ".date", "no pattern of whole dates such as dd/MM/uuuu, where u stands for the year");
        }
        JsonNode number = node.get("number");
        if (number == null) {
            return new Conversion(null, null, pattern);
        }
        String at = path + ".number";
        object(at, number, Set.of("factor", "currency"));
        JsonNode factor = number.get("factor");
        if (factor != null && !factor.isNumber()) {
            throw new Invalid(at + ".factor", "a number");
        }
        String currency = optional(at + ".currency", number.get("currency"));
        BigDecimal times = factor == null ? null : factor.decimalValue();
        if (times != null && (times.precision() > 18 || Math.abs(times.scale()) > 18)) {
            throw new Invalid(at + ".factor", "at most 18 digits");
        }
        return new Conversion(times, currency == null ? null : currency(at, currency), pattern);
    }

    /** Whether a date can be read with it at all: {@code yyyy} needs an era, and brackets nest without end. */
    private static boolean isPatternOfDates(String pattern) {
        if (pattern.length() > 50) {
            return false;
        }
        try {
            DateTimeFormatter formatter = Conversion.formatter(pattern);
            return LocalDate.parse(SAMPLE.format(formatter), formatter).equals(SAMPLE);
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    private static Currency currency(String path, String code) {
        try {
            return Money.currencyOf(code);
        } catch (Invalid e) {
            throw new Invalid(path + ".currency", e.why(), e);
        }
    }

    private static ImportTarget target(String name) {
        return Arrays.stream(ImportTarget.values())
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Invalid("$.target", "one of " + Arrays.toString(ImportTarget.values())));
    }

    private static JsonNode object(String path, @Nullable JsonNode node, Set<String> names) {
        if (node == null) {
            throw new Invalid(path, "is missing");
        }
        known(path, node, names);
        return node;
    }

    private static void known(String path, JsonNode node, Set<String> names) {
        if (!node.isObject()) {
            throw new Invalid(path, "an object is expected");
        }
        for (Iterator<String> it = node.fieldNames(); it.hasNext(); ) {
            String name = it.next();
            if (!names.contains(name)) {
                throw new Invalid(
                        path + "." + name,
                        "unknown; known are " + names.stream().sorted().toList());
            }
        }
    }

    private static String text(String path, @Nullable JsonNode node) {
        String text = optional(path, node);
        if (text == null) {
            throw new Invalid(path, "is missing");
        }
        return text;
    }

    private static @Nullable String optional(String path, @Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        if (!node.isTextual() || node.textValue().isBlank()) {
            throw new Invalid(path, "a text is expected");
        }
        return node.textValue();
    }

    private static Map<String, String> texts(String path, @Nullable JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (node == null) {
            return texts;
        }
        if (!node.isObject() || node.size() > 10_000) {
            throw new Invalid(path, "an object of at most 10,000 texts is expected");
        }
        node.properties().forEach(e -> texts.put(e.getKey(), text(path + "." + e.getKey(), e.getValue())));
        return texts;
    }

    private static List<String> list(String path, @Nullable JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node == null) {
            return texts;
        }
        if (!node.isArray() || node.size() > 10_000) {
            throw new Invalid(path, "a list of at most 10,000 texts is expected");
        }
        for (int i = 0; i < node.size(); i++) {
            texts.add(text(path + "[" + i + "]", node.get(i)));
        }
        return texts;
    }
}
