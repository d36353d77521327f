package org.sambandh.crm.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.reporting.Cell;
import org.sambandh.crm.reporting.Column;
import org.sambandh.crm.reporting.DashboardTables;
import org.sambandh.crm.reporting.ReportTable;

class XlsxRendererTest {

    private static final XlsxRenderer ENGLISH = XlsxRenderer.of(Locale.forLanguageTag("en-IN"));

    @Test
    void everyResultIsASheetAndTheLastOneSaysWhatTheyAre() throws IOException {
        try (ReadableWorkbook workbook = read(SampleResults.dashboard())) {
            List<String> names = workbook.getSheets().map(Sheet::getName).toList();
            assertThat(names)
                    .hasSize(13)
                    .startsWith("Won so far", "Enquiries", "Untouched customers")
                    .contains("Untouched customers 2")
                    .endsWith("About");
            List<Row> about = workbook.getSheets().toList().get(12).read();
            assertThat(about.get(0).getCellText(0)).isEqualTo("Sales this year");
            assertThat(about.get(0).getCellText(1)).isEqualTo("As of 23 Nov 2026, 18:05 (Asia/Kolkata)");
            assertThat(about.stream().map(row -> row.getCellText(1)))
                    .contains("3 of 1,12,345 deals have no amount and are not in the sums.");
        }
    }

    @Test
    void cellsAreTypedAndTotalsStandLast() throws IOException {
        try (ReadableWorkbook workbook = read(SampleResults.dashboard())) {
            List<Row> rows = workbook.getSheets().toList().get(10).read();
            assertThat(rows.get(0).getCellText(5)).isEqualTo("Value in a year (INR)");
            Row asha = rows.get(1);
            assertThat(asha.getCellText(0)).isEqualTo("Asha Rao");
            assertThat(asha.getCell(2).asDate())
                    .isEqualTo(LocalDate.of(2026, 8, 3).atStartOfDay());
            assertThat(asha.getCell(3).asDate()).isEqualTo(LocalDateTime.of(2026, 8, 3, 15, 45));
            assertThat(asha.getCell(4).asNumber()).isEqualByComparingTo("12");
            assertThat(asha.getCell(5).asNumber()).isEqualByComparingTo("1234567.5");
            assertThat(asha.getCell(5).getType()).isEqualTo(CellType.NUMBER);
            assertThat(rows.get(3).getCellText(0)).isEqualTo("Total");
            assertThat(rows.get(3).getCell(5).asNumber()).isEqualByComparingTo("1136567.5");
        }
    }

    @Test
    void theHeaderIsFrozenAndAmountsAreGroupedAsInIndia() {
        Map<String, String> parts = parts(bytes(SampleResults.dashboard()));
        assertThat(parts.get("xl/worksheets/sheet1.xml")).contains("ySplit=\"1\"", "state=\"frozen\"");
        assertThat(parts.get("xl/styles.xml"))
                .contains("[&gt;=10000000]##\\,##\\,##\\,##0.00;[&gt;=100000]##\\,##\\,##0.00;#,##0.00", "0.0%");
    }

    @Test
    void aNumberThatASheetCannotHoldIsText() throws IOException {
        for (String number : List.of("12345678901234567", "1e999999999", "0.1234567890123456")) {
            BigDecimal value = new BigDecimal(number);
            try (ReadableWorkbook workbook = read(CsvRendererTest.one(new Cell.Numeric(value), Column.Unit.NUMBER))) {
                var cell = workbook.getFirstSheet().read().get(1).getCell(0);
                assertThat(cell.getType()).isEqualTo(CellType.STRING);
                assertThat(new BigDecimal(cell.asString())).isEqualTo(value);
            }
        }
    }

    @Test
    void theSameResultsGiveTheSameBytesWheneverTheyAreWritten() {
        byte[] first = bytes(SampleResults.dashboard());
        assertThat(bytes(SampleResults.dashboard())).isEqualTo(first);
        assertThat(parts(first).get("docProps/core.xml")).contains(">2026-11-23T12:35:00Z<");
    }

    static byte[] bytes(DashboardTables dashboard) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ENGLISH.render(dashboard, out);
        return out.toByteArray();
    }

    static byte[] bytes(ReportTable table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ENGLISH.render(table, out);
        return out.toByteArray();
    }

    private static ReadableWorkbook read(DashboardTables dashboard) throws IOException {
        return new ReadableWorkbook(new ByteArrayInputStream(bytes(dashboard)));
    }

    private static ReadableWorkbook read(ReportTable table) throws IOException {
        return new ReadableWorkbook(new ByteArrayInputStream(bytes(table)));
    }

    /** Returns the files inside, by name. */
    static Map<String, String> parts(byte[] workbook) {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }
}
