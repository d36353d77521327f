package org.sambandh.examples.contactcentre;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.Quantity;
import org.sambandh.crm.product.NewProduct;
import org.sambandh.crm.purchase.PurchaseLine;

/** One line of an invoice: a product, how much of it below zero where it was taken back, and the price of one. */
record LineRow(
        String invoice, String code, String text, int quantity, LocalDateTime time, BigDecimal price, String buyer) {

    /** Reads the rows, and closes them. */
    static List<LineRow> read(InputStream file) throws IOException {
        List<LineRow> rows = new ArrayList<>();
        Map<String, String> known = new HashMap<>();
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : records) {
                rows.add(new LineRow(
                        once(known, row.getField("invoice")),
                        once(known, row.getField("stock_code")),
                        once(known, row.getField("description")),
                        Integer.parseInt(row.getField("quantity")),
                        LocalDateTime.parse(row.getField("datetime"), OrderRow.TIME),
                        new BigDecimal(row.getField("price")),
                        once(known, row.getField("customer"))));
            }
        }
        return rows;
    }

    /** Half a million rows name some thousand things: each text is kept once. */
    private static String once(Map<String, String> known, String text) {
        String first = known.putIfAbsent(text, text);
        return first == null ? text : first;
    }

    boolean takesBack() {
        return invoice.startsWith("C");
    }

    /** This line, of which more was taken. */
    LineRow plus(int more) {
        return new LineRow(invoice, code, text, quantity + more, time, price, buyer);
    }

    /** What it came to, to the penny; of a line taken back above zero. */
    Money total() {
        BigDecimal exact = price.multiply(BigDecimal.valueOf(Math.abs(quantity)));
        return Money.rounded(exact, Money.currencyOf("GBP"), RoundingMode.HALF_EVEN);
    }

    Quantity pieces() {
        return Quantity.of(Math.abs(quantity), "piece");
    }

    ExternalRef productRef() {
        return new ExternalRef("shop", "product", code);
    }

    NewProduct product() {
        return NewProduct.of(code, text.isBlank() ? code : text);
    }

    PurchaseLine line(String key, ProductId product) {
        return PurchaseLine.of(key, product, pieces(), total());
    }

    Instant at() {
        return time.toInstant(ZoneOffset.UTC);
    }
}
