package org.sambandh.examples.quickstart;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.ProductId;

/** The list prices of the seven products: the example's own, as the library has no products yet. */
final class PriceList {

    private PriceList() {}

    static Map<ProductId, Money> read() {
        Map<ProductId, Money> prices = new LinkedHashMap<>();
        try (InputStream file = Resources.open("data/products.csv");
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                ProductId product = new ProductId(row.getField("product").replace(' ', '-'));
                prices.put(product, Money.of(row.getField("sales_price"), "USD"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return prices;
    }
}
