package org.sambandh.crm.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.settings.DatedRate;
import org.sambandh.crm.settings.ExchangeRates;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.table.FactTable;

class FiguresPropertyTest {

    private static final Set<String> ADDITIVE = Set.of("deals", "won", "amount", "wonAmount", "days", "weighted");

    /** Yen have no rate, and dollars only from April on. */
    private static final ExchangeRates RATES = ExchangeRates.of(
            Money.currencyOf("INR"),
            List.of(
                    new DatedRate(Money.currencyOf("USD"), new BigDecimal("83.3333"), LocalDate.of(2026, 4, 1)),
                    new DatedRate(Money.currencyOf("USD"), new BigDecimal("84.1"), LocalDate.of(2026, 6, 1)),
                    new DatedRate(Money.currencyOf("KWD"), new BigDecimal("271.7"), LocalDate.of(2020, 1, 1))));

    @Property(tries = 60)
    void theStoreAndTheMemoryGiveTheSameTables(@ForAll long seed, @ForAll @IntRange(max = 40) int deals) {
        RandomDeals random = new RandomDeals(seed);
        CrmSession crm = random.session(deals);
        for (int i = 0; i < 5; i++) {
            Report<Opportunity> report = random.report();
            ReportTable inMemory = Reports.of(crm).withRates(RATES).run(report);
            ReportTable inStore =
                    new Reports(GroupingDouble.over(crm, true)).withRates(RATES).run(report);
            ReportTable refused = new Reports(GroupingDouble.over(crm, false))
                    .withRates(RATES)
                    .run(report);
            assertThat(inStore).isEqualTo(inMemory);
            assertThat(refused).isEqualTo(inMemory);
        }
    }

    @Property(tries = 60)
    void aTableInMemoryAndTheStoreGiveTheSameTables(@ForAll long seed, @ForAll @IntRange(max = 40) int deals) {
        RandomDeals random = new RandomDeals(seed);
        CrmSession crm = random.session(deals);
        Report<Opportunity> first = random.report();
        Report<Opportunity> second = random.report();
        Reports reports = Reports.of(crm).withRates(RATES);
        FactTable<Opportunity> table = reports.table(first, second);
        for (Report<Opportunity> report : List.of(first, second, random.report())) {
            assertThat(reports.over(table).run(report)).isEqualTo(reports.run(report));
        }
    }

    @Property(tries = 60)
    void rowsAddUpToTheTotalsAndTopRowsWithTheOthersToo(@ForAll long seed, @ForAll @IntRange(max = 40) int deals) {
        RandomDeals random = new RandomDeals(seed);
        CrmSession crm = random.session(deals);
        for (int i = 0; i < 5; i++) {
            ReportTable table = Reports.of(crm).withRates(RATES).run(random.report());
            for (int c = 0; c < table.columns().size(); c++) {
                String measure = table.columns().get(c).name();
                measure = measure.indexOf('.') < 0 ? measure : measure.substring(0, measure.indexOf('.'));
                if (ADDITIVE.contains(measure) && !table.totals().isEmpty()) {
                    BigDecimal sum = BigDecimal.ZERO;
                    for (Row row : table.rows()) {
                        sum = sum.add(Tabled.number(row.cells().get(c)));
                    }
                    assertThat(sum)
                            .as(measure)
                            .isEqualByComparingTo(
                                    Tabled.number(table.totals().get(0).cells().get(c)));
                }
            }
        }
    }

    @Property(tries = 40)
    void aReportReadBackFromItsJsonIsEqual(@ForAll long seed) {
        RandomDeals random = new RandomDeals(seed);
        ReportJson json = ReportJson.with(random.session(0).inUnit(Unit::catalog));
        for (int i = 0; i < 10; i++) {
            Report<Opportunity> report = random.report();
            assertThat(json.read(json.write(report))).isEqualTo(report);
        }
    }
}
