package org.sambandh.crm.reporting.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.reporting.Cell;
import org.sambandh.crm.reporting.Column;
import org.sambandh.crm.reporting.DashboardTables;
import org.sambandh.crm.reporting.Label;
import org.sambandh.crm.reporting.Note;
import org.sambandh.crm.reporting.ReportTable;
import org.sambandh.crm.reporting.Row;

/**
 * Writes results as JSON for programs: all languages, exact numbers as text, nothing rounded. Immutable; the same results
 * give the same text, without blanks.
 *
 * <pre>
 * dashboard: {"title": label, "at": "2026-11-23T12:35:00Z", "zone": "Asia/Kolkata", "tables": [table, ...]}
 * table:     {"name", "title": label, "filter": label, "at", "zone",
 *             "chart": {"kind": "BAR", "across": "stage", "series": ["amount"]},
 *             "columns": [{"name", "label": label, "role": "MEASURE", "unit": "MONEY", "currency": "INR" or absent}],
 *             "rows": [{"kind": "PLAIN", "cells": [cell, ...]}], "totals": [at most one row],
 *             "notes": [{"code", "pattern": label, "values": [cell, ...]}]}
 * label:     {"en": "Stage", "hi": "चरण"}; the empty name stands for every other language
 * cell:      by its one telling name:
 *            {"text": "..."}, {"key": "won", "label": label}, {"number": "12.5"},
 *            {"amount": "1054.50", "currency": "INR"}, {"share": "0.5", "part": "1", "whole": "2", "low", "high"},
 *            {"period": "2026-11", "bucket": "MONTH", "first": "2026-11-01", "last": "2026-11-30"},
 *            {"day": "2026-11-23"}, {"time": "2026-11-23T12:35:00Z"}, {"from": "10" or null, "below": "20" or null},
 *            {"noData": "NO_VALUE"}
 * </pre>
 *
 * <p>{@code low} and {@code high} of a share stand only where it has an interval. What JSON in UTF-8 cannot hold (half
 * surrogate pairs) and control characters become U+FFFD.
 */
public final class JsonRenderer {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** Makes a renderer. */
    public JsonRenderer() {}

    /**
     * Writes a dashboard.
     *
     * @param dashboard its results
     * @return one JSON object
     */
    public String render(DashboardTables dashboard) {
        return written(json -> {
            json.writeStartObject();
            label(json, "title", dashboard.title());
            moment(json, dashboard.moment());
            json.writeArrayFieldStart("tables");
            for (ReportTable table : dashboard.tables()) {
                table(json, table);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /**
     * Writes a result.
     *
     * @param table the result
     * @return one JSON object
     */
    public String render(ReportTable table) {
        return written(json -> table(json, table));
    }

    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private static String written(Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            body.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text.toString();
    }

    private static void table(JsonGenerator json, ReportTable table) throws IOException {
        json.writeStartObject();
        text(json, "name", table.name());
        label(json, "title", table.title());
        label(json, "filter", table.filter());
        moment(json, table.moment());
        json.writeObjectFieldStart("chart");
        json.writeStringField("kind", table.chart().kind().name());
        text(json, "across", table.chart().across());
        json.writeArrayFieldStart("series");
        for (String series : table.chart().series()) {
            json.writeString(CleanText.of(series));
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeArrayFieldStart("columns");
        for (Column column : table.columns()) {
            column(json, column);
        }
        json.writeEndArray();
        rows(json, "rows", table.rows());
        rows(json, "totals", table.totals());
        json.writeArrayFieldStart("notes");
        for (Note note : table.notes()) {
            json.writeStartObject();
            text(json, "code", note.code());
            label(json, "pattern", note.pattern());
            cells(json, "values", note.values());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void column(JsonGenerator json, Column column) throws IOException {
        json.writeStartObject();
        text(json, "name", column.name());
        label(json, "label", column.label());
        json.writeStringField("role", column.role().name());
        json.writeStringField("unit", column.unit().name());
        if (column.currency() != null) {
            json.writeStringField("currency", column.currency().getCurrencyCode());
        }
        json.writeEndObject();
    }

    private static void rows(JsonGenerator json, String name, List<Row> rows) throws IOException {
        json.writeArrayFieldStart(name);
        for (Row row : rows) {
            json.writeStartObject();
            json.writeStringField("kind", row.kind().name());
            cells(json, "cells", row.cells());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void cells(JsonGenerator json, String name, List<Cell> cells) throws IOException {
        json.writeArrayFieldStart(name);
        for (Cell cell : cells) {
            json.writeStartObject();
            cell(json, cell);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void cell(JsonGenerator json, Cell cell) throws IOException {
        if (cell instanceof Cell.Text text) {
            text(json, "text", text.text());
        } else if (cell instanceof Cell.Named named) {
            text(json, "key", named.key());
            label(json, "label", named.label());
        } else if (cell instanceof Cell.Numeric number) {
            number(json, "number", number.value());
        } else if (cell instanceof Cell.Amount amount) {
            number(json, "amount", amount.money().amount());
            json.writeStringField("currency", amount.money().currency().getCurrencyCode());
        } else if (cell instanceof Cell.Ratio ratio) {
            share(json, ratio);
        } else if (cell instanceof Cell.Period period) {
            text(json, "period", period.name());
            json.writeStringField("bucket", period.bucket().name());
            json.writeStringField("first", period.first().toString());
            json.writeStringField("last", period.last().toString());
        } else if (cell instanceof Cell.Day day) {
            json.writeStringField("day", day.date().toString());
        } else if (cell instanceof Cell.Time time) {
            json.writeStringField("time", time.at().toString());
        } else if (cell instanceof Cell.Band band) {
            number(json, "from", band.from());
            number(json, "below", band.below());
        } else if (cell instanceof Cell.NoData noData) {
            json.writeStringField("noData", noData.why().name());
        }
    }

    private static void share(JsonGenerator json, Cell.Ratio ratio) throws IOException {
        number(json, "share", ratio.value());
        number(json, "part", ratio.part());
        number(json, "whole", ratio.whole());
        if (ratio.interval() != null) {
            number(json, "low", ratio.interval().low());
            number(json, "high", ratio.interval().high());
        }
    }

    private static void moment(JsonGenerator json, Moment moment) throws IOException {
        json.writeStringField("at", moment.at().toString());
        json.writeStringField("zone", moment.zone().getId());
    }

    private static void label(JsonGenerator json, String name, Label label) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> words : label.byLanguage().entrySet()) {
            text(json, words.getKey(), words.getValue());
        }
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, @Nullable BigDecimal value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, PlainValue.number(value));
        }
    }

    private static void text(JsonGenerator json, String name, String value) throws IOException {
        json.writeStringField(name, CleanText.of(value));
    }
}
