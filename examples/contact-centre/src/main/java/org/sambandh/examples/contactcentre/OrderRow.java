package org.sambandh.examples.contactcentre;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.Quantity;
import org.sambandh.crm.purchase.NewPurchase;
import org.sambandh.crm.purchase.PurchaseLine;

/** One row of the shop: an invoice and what it came to. */
record OrderRow(String invoice, LocalDateTime time, String buyer, String country, int lines, long units, Money amount) {

    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    static final LocalDate END = LocalDate.of(2010, 12, 1);

    /** Why a row is a purchase, or is none; the first that holds. */
    enum Kind {
        /** From 2010-12-01 on, which is the year after. */
        LATER,
        /** It takes something back and does not say of which order: see {@link Takebacks}. */
        CANCELLATION,
        /** Nobody knows whose it is. */
        NOBODY,
        /** It came to nothing. */
        NOTHING,
        /** Somebody bought something. */
        ORDER
    }

    /** Reads the rows, and closes them. */
    static List<OrderRow> read(InputStream file) throws IOException {
        List<OrderRow> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : records) {
                rows.add(new OrderRow(
                        row.getField("invoice"),
                        LocalDateTime.parse(row.getField("datetime"), TIME),
                        row.getField("customer"),
                        row.getField("country"),
                        Integer.parseInt(row.getField("lines")),
                        Long.parseLong(row.getField("units")),
                        Money.of(row.getField("amount"), "GBP")));
            }
        }
        return rows;
    }

    Kind kind() {
        if (!time.toLocalDate().isBefore(END)) {
            return Kind.LATER;
        } else if (invoice.startsWith("C")) {
            return Kind.CANCELLATION;
        } else if (buyer.isEmpty()) {
            return Kind.NOBODY;
        }
        return amount.signum() > 0 ? Kind.ORDER : Kind.NOTHING;
    }

    ExternalRef ref() {
        return new ExternalRef("shop", "order", invoice);
    }

    ExternalRef buyerRef() {
        return new ExternalRef("shop", "buyer", buyer);
    }

    /** The key of a line within its order. */
    static String key(int place) {
        return Integer.toString(place + 1);
    }

    /** The purchase, line by line where the lines are known, else as one line that says how much it was. */
    NewPurchase purchase(CustomerId customer, List<LineRow> goods, Function<LineRow, ProductId> products) {
        NewPurchase purchase = NewPurchase.by(customer, time.toInstant(ZoneOffset.UTC));
        if (goods.isEmpty()) {
            return purchase.line(
                    PurchaseLine.of(key(0), lines + " kinds of goods", Quantity.of(units, "piece"), amount));
        }
        for (int i = 0; i < goods.size(); i++) {
            purchase = purchase.line(goods.get(i).line(key(i), products.apply(goods.get(i))));
        }
        return purchase;
    }
}
