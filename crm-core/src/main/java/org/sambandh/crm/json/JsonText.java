package org.sambandh.crm.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import org.sambandh.crm.common.Invalid;

/** Text to tree and back, within limits. What is refused is never quoted: it may be personal. */
final class JsonText {

    /** The longest text of a condition, in bytes of UTF-8. */
    static final int MAX_CONDITION = 256 * 1024;

    /** The longest text of anything else, in characters: a segment lists up to 200,000 ids. */
    static final int MAX_TEXT = 16 * 1024 * 1024;

    /** A condition of 32 levels has at most two levels of JSON for each, and stands in a model in an entity. */
    static final int MAX_NESTING = 100;

    /** The most brackets, names and values: a segment lists up to 200,000 ids. */
    static final int MAX_TOKENS = 250_000;

    private static final int MAX_NUMBER = 50;

    /** The furthest that a decimal reaches to either side of its point. */
    private static final int MAX_EXPONENT = 50;

    private static final String NUMBERS =
            "a number of at most " + MAX_NUMBER + " digits and an exponent within " + MAX_EXPONENT;

    private final ObjectMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .maxNumberLength(MAX_NUMBER)
                            .maxNameLength(1_000)
                            .maxStringLength(2_000_000)
                            .maxDocumentLength(MAX_TEXT)
                            .maxTokenCount(MAX_TOKENS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    JsonNode parse(String text) {
        if (text.length() > MAX_TEXT) {
            throw At.ROOT.invalid("at most " + MAX_TEXT + " characters, found " + text.length());
        }
        try {
            JsonNode node = mapper.readTree(text);
            if (node == null || node.isMissingNode()) {
                throw At.ROOT.invalid("no JSON: the text is empty");
            }
            checkNumbers(node, At.ROOT, 0);
            return node;
        } catch (StreamConstraintsException e) {
            throw tooLarge();
        } catch (NumberFormatException e) {
            // The exponent has more digits than a decimal can hold.
            throw At.ROOT.invalid(NUMBERS);
        } catch (JsonProcessingException e) {
            throw At.ROOT.invalid("no well-formed JSON with each property once" + place(e));
        }
    }

    /** Every number, whether or not somebody reads it: a broken rule is written again as it came. */
    private static void checkNumbers(JsonNode node, At at, int depth) {
        if (depth > MAX_NESTING) {
            throw tooLarge();
        } else if (node.isNumber()) {
            decimal(node, at);
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                checkNumbers(node.get(i), at.item(i), depth + 1);
            }
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> property : node.properties()) {
                checkNumbers(property.getValue(), at.child(property.getKey()), depth + 1);
            }
        }
    }

    /** Conditions are kept small, so that evaluating and describing one stays cheap. */
    JsonNode parseCondition(String text) {
        int bytes = utf8Length(text);
        if (bytes > MAX_CONDITION) {
            throw At.ROOT.invalid("at most " + MAX_CONDITION + " bytes, found " + bytes);
        }
        return parse(text);
    }

    /** Reads one value where a host's parser stands; exact, whatever the host has set for decimals. */
    JsonNode parse(JsonParser parser) throws IOException {
        try {
            JsonNode node = mapper.reader()
                    .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(parser);
            if (node == null) {
                throw At.ROOT.invalid("no JSON: the text is empty");
            }
            checkNumbers(node, At.ROOT, 0);
            return node;
        } catch (NumberFormatException e) {
            throw At.ROOT.invalid(NUMBERS);
        }
    }

    String print(JsonNode node) {
        try {
            return mapper.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a tree could not be written", e);
        }
    }

    /** Asked before anything computes with the number: 1e999999999 must never be written out. */
    static BigDecimal decimal(JsonNode node, At at) {
        if (!node.isNumber()) {
            throw at.invalid("a number is expected, found " + kind(node));
        }
        if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue()) && !node.isBigDecimal()) {
            throw at.invalid(NUMBERS);
        }
        BigDecimal value = node.decimalValue();
        if (value.precision() > MAX_NUMBER || Math.abs((long) value.scale()) > MAX_EXPONENT) {
            throw at.invalid(NUMBERS);
        }
        return value;
    }

    static String text(JsonNode node, At at) {
        if (!node.isTextual()) {
            throw at.invalid("a text is expected, found " + kind(node));
        }
        return node.textValue();
    }

    /** The kind of a value, never the value. */
    static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case BOOLEAN -> "true or false";
            case NUMBER -> "a number";
            case STRING -> "a text";
            case OBJECT -> "an object";
            case NULL, MISSING -> "nothing";
            case BINARY, POJO -> "something else";
        };
    }

    private static Invalid tooLarge() {
        return At.ROOT.invalid("too large: at most " + MAX_NESTING + " levels, " + MAX_TOKENS
                + " brackets, names and values, numbers of " + MAX_NUMBER
                + " characters, names of 1000 and texts of 2000000");
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : "; line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    private static int utf8Length(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Both halves of a pair count two.
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }
}
