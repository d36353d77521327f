package org.sambandh.crm.reporting;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.json.CrmJson;

/**
 * Definitions of reports as JSON, so that a host can store them. Strict: unknown and doubled properties are refused, fields
 * are looked up in the tenant's catalogue, and every refusal is an {@link Invalid} whose path begins with {@code $}:
 *
 * <pre>{@code
 * {"name": "won-by-industry", "title": {"en": "Won by industry"}, "subject": "opportunity",
 *  "filter": {"field": "outcome", "is": "WON"},
 *  "dimensions": [{"field": "customer.industry"}, {"field": "closedOn", "bucket": "FISCAL_QUARTER"}],
 *  "measures": [{"name": "deals", "count": true}, {"name": "amount", "sum": "amount"}],
 *  "sort": [{"by": "amount", "descending": true}], "top": 10,
 *  "currency": {"to": "INR", "policy": "ON_CLOSE", "days": ["closedOn"]},
 *  "chart": {"kind": "BAR", "across": "customer.industry", "series": ["amount"]}}
 * }</pre>
 *
 * <p>Left out are an empty {@code sort}, all rows as {@code top}, a column for each currency as {@code currency}, a table as
 * {@code chart} and every subject as {@code filter}. A dimension may have {@code bands} (bounds) or {@code groups} in place
 * of a {@code bucket}. Measures are {@code count}, {@code sum}, {@code average}, {@code min}, {@code max}, {@code weighted}
 * and {@code by}, {@code distinct}, each with {@code where}; {@code share} and {@code of}, with {@code byValue};
 * {@code ratio} and {@code to}. A report over parts has the entity as {@code subject}, the name of the relation as {@code
 * parts}, and {@code within}, a condition of the entity; all the rest is of the parts. A funnel has {@code funnel}, the id of its
 * pipeline, in place of all that; what came of campaigns has {@code "results": true} over campaigns, a filter, and for a
 * {@code conversion} a policy.
 */
public final class ReportJson {

    private static final int MAX_TEXT = 1_000_000;

    private final Catalog catalog;
    private final CrmJson conditions;
    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxNumberLength(60)
                            .maxNameLength(1_000)
                            .maxStringLength(MAX_TEXT)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private ReportJson(Catalog catalog) {
        this.catalog = catalog;
        this.conditions = CrmJson.with(catalog);
    }

    /**
     * Returns JSON for one tenant.
     *
     * @param catalog the fields that reports may name
     * @return the writer and reader
     */
    public static ReportJson with(Catalog catalog) {
        return new ReportJson(catalog);
    }

    /**
     * Writes a report of any kind.
     *
     * @param report the definition
     * @return its text, without line breaks
     */
    public String write(Tabulation report) {
        return print(new ReportWriter(mapper, conditions, catalog).write(report));
    }

    /**
     * Writes a dashboard.
     *
     * @param dashboard the definition
     * @return its text, without line breaks
     */
    public String write(Dashboard dashboard) {
        return print(new ReportWriter(mapper, conditions, catalog).write(dashboard));
    }

    /**
     * Reads a report of any kind.
     *
     * @param text what {@link #write(Tabulation)} wrote, or a person did; at most a million characters
     * @return an equal definition
     * @throws Invalid if it is too large, not well-formed, or names what the catalogue does not know
     */
    public Tabulation read(String text) {
        return new ReportReader(mapper, conditions, catalog).read(parse(text));
    }

    /**
     * Reads a dashboard.
     *
     * @param text what {@link #write(Dashboard)} wrote, or a person did; at most a million characters
     * @return an equal definition
     * @throws Invalid if it is too large, not well-formed, or names what the catalogue does not know
     */
    public Dashboard readDashboard(String text) {
        Place place = parse(text).object();
        ReportReader reader = new ReportReader(mapper, conditions, catalog);
        Label title = ReportReader.label(place.get("title"));
        List<Tabulation> reports = new ArrayList<>();
        place.get("reports").items(1_000).forEach(item -> reports.add(reader.read(item)));
        place.done();
        return place.told(() -> new Dashboard(title, reports));
    }

    private Place parse(String text) {
        if (text.length() > MAX_TEXT) {
            throw new Invalid("$", "at most " + MAX_TEXT + " characters, found " + text.length());
        }
        try {
            JsonNode node = mapper.readTree(text);
            if (node == null || node.isMissingNode()) {
                throw new Invalid("$", "no JSON: the text is empty");
            }
            return new Place(node, "$");
        } catch (JsonProcessingException e) {
            // The cause is left out: it may quote what was read.
            throw new Invalid("$", "no well-formed JSON with each property once");
        }
    }

    private String print(JsonNode node) {
        try {
            return mapper.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a tree could not be written", e);
        }
    }
}
