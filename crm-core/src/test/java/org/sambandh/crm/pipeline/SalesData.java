package org.sambandh.crm.pipeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.TeamId;
import org.sambandh.crm.team.Ownership;

/**
 * The 8,800 deals of a computer-hardware seller (Maven Analytics, public domain), as deals to be brought in. Read from the
 * folder of the system property {@code crm.data}, else from {@code data/} among the test resources.
 */
final class SalesData {

    private SalesData() {}

    static List<NewOpportunity> deals() {
        Map<String, String> offices = new HashMap<>();
        rows("sales_teams").forEach(row -> offices.put(row[0], row[2].toLowerCase(Locale.ROOT)));
        return rows("sales_pipeline").stream().map(row -> deal(row, offices)).toList();
    }

    static Map<ProductId, Money> listPrices() {
        Map<ProductId, Money> prices = new HashMap<>();
        rows("products").forEach(row -> prices.put(product(row[0]), Money.of(row[2], "USD")));
        return prices;
    }

    static CustomerId account(String name) {
        return new CustomerId(name.replaceAll("[^0-9A-Za-z]", "-"));
    }

    private static NewOpportunity deal(String[] row, Map<String, String> offices) {
        String stage = row[4].toLowerCase(Locale.ROOT);
        NewOpportunity deal = NewOpportunity.named(row[0])
                .asItWas()
                .stage(stage)
                .line(Line.unpriced(product(row[2]), TestDeals.USD))
                .owner(new Ownership(null, new TeamId(offices.get(row[1]))))
                .externalRef(new ExternalRef("maven", "deal", row[0]));
        if (!row[3].isEmpty()) {
            deal = deal.customer(account(row[3]));
        }
        if (!row[5].isEmpty()) {
            LocalDate engaged = LocalDate.parse(row[5]);
            deal = deal.engagedOn(engaged).visited("engaging", engaged);
        }
        if (!row[6].isEmpty()) {
            deal = deal.closedOn(LocalDate.parse(row[6])).amount(Money.of(row[7], "USD"));
        }
        return deal;
    }

    private static ProductId product(String name) {
        return new ProductId((name.equals("GTXPro") ? "GTX Pro" : name).replace(' ', '-'));
    }

    private static List<String[]> rows(String name) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) throws IOException {
        String folder = System.getProperty("crm.data");
        if (folder != null) {
            return Files.newInputStream(Path.of(folder, "pipeline", name + ".csv"));
        }
        InputStream packed = SalesData.class.getResourceAsStream("/data/pipeline/" + name + ".csv.gz");
        return new GZIPInputStream(java.util.Objects.requireNonNull(packed, name));
    }
}
