package org.sambandh.crm.reporting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Month;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sambandh.crm.Crm;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.exchange.ImportMapping;
import org.sambandh.crm.pipeline.AmountRule;
import org.sambandh.crm.settings.FiscalCalendar;
import org.sambandh.crm.settings.TenantSettings;

/** A seller's 8,800 deals, as the quickstart takes them in: its files, its mappings, its settings. */
final class SellerData {

    private static final Path FILES = Path.of("..", "examples", "quickstart", "src", "main", "resources");

    private SellerData() {}

    static CrmSession in(String zone) {
        TenantSettings settings = TenantSettings.of(ZoneId.of(zone), Money.currencyOf("USD"))
                .withFiscalCalendar(FiscalCalendar.startingIn(Month.APRIL));
        InstantSource clock = InstantSource.fixed(Instant.parse("2018-01-02T14:00:00Z"));
        CrmSession crm = Crm.inMemory(settings, clock).as(Actor.importOf("quickstart"));
        for (String file : List.of("accounts", "sales_teams", "sales_pipeline")) {
            try (InputStream mapping = Files.newInputStream(FILES.resolve("mappings/" + file + ".json"))) {
                crm.imports()
                        .run(
                                ImportMapping.read(mapping),
                                () -> Files.newInputStream(FILES.resolve("data/" + file + ".csv")),
                                (row, total) -> {});
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return crm;
    }

    /** The declared rule of the domain's example 3: open deals count with the list price of their product. */
    static AmountRule listPrice() {
        Map<ProductId, Money> prices = new HashMap<>();
        try {
            List<String> lines = Files.readAllLines(FILES.resolve("data/products.csv"), StandardCharsets.UTF_8);
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",");
                prices.put(new ProductId(cells[0].replace(' ', '-')), Money.of(cells[2].strip(), "USD"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AmountRule.listPrice(product -> Optional.ofNullable(prices.get(product)));
    }
}
