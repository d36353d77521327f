package org.sambandh.crm.json;

import com.fasterxml.jackson.databind.JsonNode;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Rule;
import org.sambandh.crm.field.Catalog;

/**
 * Values, entities, events, conditions and models as JSON texts, and back. Strict: an unknown property, a wrong type, a
 * property that stands twice, a text behind the end are refused as {@link Invalid}, whose path says where
 * ({@code $.all[1].is}). Messages never quote values. Immutable and safe for concurrent use.
 *
 * <h2>Forms</h2>
 *
 * <ul>
 *   <li>Entities and records are objects with a property for each accessor or component; missing values and empty lists
 *       are left out. Ids and codes are texts, enums their names, decimals numbers without exponent, money is
 *       {@code {"amount":"12.50","currency":"INR"}}, dates, instants, durations, zones and languages are ISO texts.
 *   <li>One of several kinds is an object with a closed {@code type}: {@code {"type":"lost","reason":"price"}}.
 *   <li>Attributes say their type: {@code {"tier":{"text":"gold"},"scores":{"number":[1,2]}}}.
 *   <li>A rule inside a segment, stage or model is {@code {"subject":"customer","condition":{...}}}; a broken one has
 *       its stored text as {@code source} in place of the condition. One about a subject that the catalogue does not know
 *       reads as broken too, and is written as it was.
 * </ul>
 *
 * <h2>Conditions</h2>
 *
 * <pre>{@code
 * {"always":true}
 * {"all":[...]}   {"any":[...]}   {"not":{...}}   {"inSegment":"id"}
 * {"field":"country","is":"IN"}
 * {"field":"country","in":["IN","LK"]}
 * {"field":"employees","atLeast":10,"atMost":50}
 * {"field":"name","contains":"steel","ignoringCase":true}     also startsWith, endsWith, equals
 * {"field":"industry","present":true}
 * {"field":"registeredAt","ageAtLeast":"PT36H"}     also ageAtMost; P1Y2M3D counts calendar units
 * {"field":"registeredAt","inPeriod":{"unit":"MONTH","first":-1,"last":0}}
 * {"field":"birthDate","anniversaryWithin":7}
 * {"count":"interactions","where":{...},"last":"P30D","atLeast":1}
 * {"sum":"opportunities","of":"probability","from":"2026-01-01T00:00:00Z","to":"2026-03-31T00:00:00Z","atMost":3}
 * }</pre>
 *
 * <p>{@code min}, {@code max} and {@code average} go like {@code sum}. Without {@code where} every fact counts, without
 * a window it may have happened at any time. Paths are fields: {@code "customer.industry"}.
 *
 * <h2>Limits</h2>
 *
 * <p>A condition has at most 256 KB, 32 levels, 1,000 nodes and 10,000 values in a list; any text at most 16 million
 * characters, 100 levels and 250,000 brackets, names and values of JSON; a number at most 50 digits and an exponent within 50.
 */
public final class CrmJson {

    private final Codecs codecs;
    private final JsonText json;

    private CrmJson(Catalog catalog) {
        this.json = new JsonText();
        this.codecs = new Codecs(catalog, json);
    }

    /**
     * Returns JSON for one tenant.
     *
     * @param catalog the fields and relations that conditions may name
     * @return the writer and reader
     */
    public static CrmJson with(Catalog catalog) {
        return new CrmJson(catalog);
    }

    /**
     * Writes a value, entity, event or model.
     *
     * @param value a record, enum constant or entity of this library
     * @return its text, without line breaks
     * @throws IllegalArgumentException if it is nothing that JSON is defined for
     */
    public String write(Object value) {
        if (value instanceof Condition<?> condition) {
            return writeCondition(condition);
        }
        return json.print(codecs.of(value.getClass()).write(value));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param type the class, or the sealed interface if the text has a {@code type}
     * @param text the text
     * @param <T> the class
     * @return an equal value
     * @throws Invalid if the text is too large, not well-formed, or no such value
     * @throws IllegalArgumentException if JSON is not defined for the class
     */
    public <T> T read(Class<T> type, String text) {
        Codec codec = codecs.of(type);
        return type.cast(codec.read(json.parse(text), At.ROOT));
    }

    /**
     * Writes a condition.
     *
     * @param condition the condition
     * @return its text
     */
    public String writeCondition(Condition<?> condition) {
        return json.print(ConditionWriter.write(condition));
    }

    /**
     * Reads a condition.
     *
     * @param subject what it is about
     * @param text the text
     * @param <S> the subject
     * @return the condition
     * @throws Invalid if it is too large, not well-formed, or names what the catalogue does not know
     */
    public <S> Condition<S> readCondition(Class<S> subject, String text) {
        JsonNode node = json.parseCondition(text);
        return codecs.rules().condition(subject, node);
    }

    /**
     * Writes a rule as the text of its condition; a broken one as the text it was read from.
     *
     * @param rule the rule
     * @return its text
     */
    public String writeRule(Rule<?> rule) {
        return rule instanceof Rule.Broken<?> broken ? broken.source() : writeCondition(rule.condition());
    }

    /**
     * Reads a stored rule. Never fails: what is no condition of this catalogue is {@link Rule.Broken}, with the text.
     *
     * @param subject what it is about
     * @param text the text of a condition
     * @param <S> the subject
     * @return the rule
     */
    public <S> Rule<S> readRule(Class<S> subject, String text) {
        return codecs.rules().read(subject, text);
    }
}
