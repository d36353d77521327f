package org.sambandh.crm.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.campaign.Attribution;
import org.sambandh.crm.campaign.Campaign;
import org.sambandh.crm.campaign.CampaignResults;
import org.sambandh.crm.campaign.Campaigns;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.settings.ExchangeRates;
import org.sambandh.crm.settings.RatePolicy;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;

/** Puts the results of campaigns into a table, column by column. */
final class CampaignRun {

    private static final int MOST = 1_000;

    private final Comparator<Currency> baseFirst;
    private final List<Campaign> campaigns;
    private final List<CampaignResults> results = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();
    private final List<Cell> total = new ArrayList<>();

    private CampaignRun(List<Campaign> campaigns, Currency base) {
        this.campaigns = campaigns;
        baseFirst = Comparator.comparing((Currency currency) -> !currency.equals(base))
                .thenComparing(Currency::getCurrencyCode);
    }

    static ReportTable run(CampaignReport report, ExchangeRates rates, Unit unit) {
        CampaignRun run = new CampaignRun(found(report, unit), unit.settings().baseCurrency());
        Campaigns service = new Campaigns(Units.joining(unit));
        RatePolicy policy = report.conversion();
        for (Campaign campaign : run.campaigns) {
            run.results.add(
                    policy == null ? service.results(campaign.id()) : service.results(campaign.id(), rates, policy));
        }
        return run.table(report, unit);
    }

    private static List<Campaign> found(CampaignReport report, Unit unit) {
        List<Campaign> found = new ArrayList<>();
        Query<Campaign> query = Query.of(report.filter(), unit.moment()).limit(MOST);
        Optional<Cursor> next = Optional.empty();
        do {
            Page<Campaign> page = unit.repositories()
                    .of(Campaign.class)
                    .find(next.map(query::after).orElse(query));
            found.addAll(page.items());
            next = page.next();
        } while (next.isPresent() && found.size() <= MOST);
        if (found.size() > MOST) {
            throw new Invalid("report.filter", "at most " + MOST + " campaigns; say which");
        }
        found.sort(Comparator.comparing(Campaign::name).thenComparing(Campaign::code));
        return found;
    }

    private ReportTable table(CampaignReport report, Unit unit) {
        Currency base = unit.settings().baseCurrency();
        columns.add(new Column("campaign", words("campaign"), Column.Role.DIMENSION, Column.Unit.TEXT, null));
        campaigns.forEach(campaign ->
                rows.add(new ArrayList<>(List.of(new Cell.Named(campaign.id().value(), Label.of(campaign.name()))))));
        total.add(new Cell.Named(Cell.Named.TOTAL, Phrases.of("total")));
        count("sent", words("sent"), r -> r.counts().sent());
        count("responses", words("responses"), r -> r.counts().responses());
        column(
                "responseRate",
                words("responseRate"),
                Column.Unit.PERCENT,
                r -> Figure.share(r.counts().responses(), r.counts().sent()),
                Figure.share(
                        sum(r -> r.counts().responses()), sum(r -> r.counts().sent())));
        column(
                "enquiries",
                words("enquiries.count"),
                Column.Unit.COUNT,
                r -> count(r.enquiries()),
                Cell.NoData.NOT_APPLICABLE);
        money(
                "budget",
                words("budget"),
                base,
                place -> amounts(campaigns.get(place).budget().orElse(null)));
        money("cost", words("cost"), base, place -> amounts(results.get(place).cost()));
        touch("firstTouch", CampaignResults::firstTouch, base);
        touch("lastTouch", CampaignResults::lastTouch, base);
        Currency drawn =
                currencies(place -> results.get(place).firstTouch().won(), base).get(0);
        String won = ".won." + drawn.getCurrencyCode();
        List<String> series = new ArrayList<>(List.of("firstTouch" + won));
        if (columns.stream().anyMatch(column -> column.name().equals("lastTouch" + won))) {
            series.add("lastTouch" + won);
        }
        return new ReportTable(
                report.name(),
                report.title(),
                new Chart(Chart.Kind.BAR, "campaign", series),
                columns,
                rows.stream().map(cells -> new Row(Row.Kind.PLAIN, cells)).toList(),
                List.of(new Row(Row.Kind.TOTAL, total)),
                notes(report),
                Phrases.condition(report.filter()),
                unit.moment());
    }

    private void touch(String name, Function<CampaignResults, Attribution> which, Currency base) {
        Label touch = words(name);
        count(
                name + ".enquiries",
                of("enquiries.count", touch),
                r -> which.apply(r).enquiries());
        count(
                name + ".opportunities",
                of("opportunities", touch),
                r -> which.apply(r).opportunities());
        sums(
                name + ".won",
                of("wonAmount", touch),
                currencies(place -> which.apply(results.get(place)).won(), base),
                place -> which.apply(results.get(place)).won(),
                true);
        column(
                name + ".roi",
                of("roi", touch),
                Column.Unit.PERCENT,
                r -> roi(which.apply(r), r.cost()),
                Cell.NoData.NOT_APPLICABLE);
        perEnquiry(name, touch, which, base);
    }

    private void perEnquiry(String name, Label touch, Function<CampaignResults, Attribution> which, Currency base) {
        Function<Integer, List<Money>> each =
                place -> amounts(which.apply(results.get(place)).costPerEnquiry());
        for (Currency currency : currencies(each, base)) {
            moneyColumn(name + ".costPerEnquiry", of("costPerEnquiry", touch), currency);
            for (int i = 0; i < rows.size(); i++) {
                rows.get(i).add(cell(each.apply(i), currency, false));
            }
            total.add(Cell.NoData.NOT_APPLICABLE);
        }
    }

    private static Cell roi(Attribution attribution, @Nullable Money cost) {
        BigDecimal roi = attribution.returnOnInvestment();
        if (roi == null || cost == null) {
            return Cell.NoData.NOTHING_MEASURED;
        }
        BigDecimal won = attribution.won().isEmpty()
                ? BigDecimal.ZERO
                : attribution.won().get(0).amount();
        return new Cell.Ratio(roi, won.subtract(cost.amount()), cost.amount(), null);
    }

    private void count(String name, Label label, ToLongFunction<CampaignResults> number) {
        column(name, label, Column.Unit.COUNT, r -> count(number.applyAsLong(r)), count(sum(number)));
    }

    private void column(
            String name, Label label, Column.Unit unit, Function<CampaignResults, Cell> cell, Cell inTotal) {
        columns.add(new Column(name, label, Column.Role.MEASURE, unit, null));
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).add(cell.apply(results.get(i)));
        }
        total.add(inTotal);
    }

    private void money(String name, Label label, Currency base, Function<Integer, List<Money>> amounts) {
        sums(name, label, currencies(amounts, base), amounts, false);
    }

    private void sums(
            String name,
            Label label,
            List<Currency> currencies,
            Function<Integer, List<Money>> amounts,
            boolean nothingIsZero) {
        for (Currency currency : currencies) {
            moneyColumn(name, label, currency);
            Money sum = Money.zero(currency);
            for (int i = 0; i < rows.size(); i++) {
                Cell cell = cell(amounts.apply(i), currency, nothingIsZero);
                rows.get(i).add(cell);
                sum = cell instanceof Cell.Amount amount ? sum.plus(amount.money()) : sum;
            }
            total.add(new Cell.Amount(sum));
        }
    }

    private void moneyColumn(String name, Label label, Currency currency) {
        String code = currency.getCurrencyCode();
        Label heading = Phrases.with(Phrases.heading(label), " (" + code + ")");
        columns.add(new Column(name + "." + code, heading, Column.Role.MEASURE, Column.Unit.MONEY, currency));
    }

    private static Cell cell(List<Money> amounts, Currency currency, boolean nothingIsZero) {
        for (Money amount : amounts) {
            if (amount.currency().equals(currency)) {
                return new Cell.Amount(amount);
            }
        }
        return nothingIsZero ? new Cell.Amount(Money.zero(currency)) : Cell.NoData.NOTHING_MEASURED;
    }

    /** The currencies that need a column, the tenant's own first; that one where there is no amount at all. */
    private List<Currency> currencies(Function<Integer, List<Money>> amounts, Currency base) {
        Set<Currency> found = new TreeSet<>(baseFirst);
        for (int i = 0; i < campaigns.size(); i++) {
            amounts.apply(i).forEach(amount -> found.add(amount.currency()));
        }
        return found.isEmpty() ? List.of(base) : List.copyOf(found);
    }

    private static List<Money> amounts(@Nullable Money amount) {
        return amount == null ? List.of() : List.of(amount);
    }

    private List<Note> notes(CampaignReport report) {
        List<Note> notes = new ArrayList<>();
        RatePolicy policy = report.conversion();
        if (policy != null) {
            List<Cell> values = List.of(new Cell.Text(policy.toString()));
            notes.add(new Note("convertedToCosts", Phrases.of("note.convertedToCosts"), values));
        }
        Map<String, Long> without = new TreeMap<>();
        without.put("firstTouch", sum(r -> r.firstTouch().withoutAmount()));
        without.put("lastTouch", sum(r -> r.lastTouch().withoutAmount()));
        without.forEach((touch, deals) -> {
            if (deals > 0) {
                Label words = Phrases.of("note.wonWithoutAmount", words(touch));
                notes.add(Notes.counted("withoutAmount", words, deals));
            }
        });
        notes.add(new Note("interval", Phrases.of("note.interval"), List.of()));
        return notes;
    }

    private long sum(ToLongFunction<CampaignResults> number) {
        return results.stream().mapToLong(number).sum();
    }

    private static Cell count(long count) {
        return new Cell.Numeric(BigDecimal.valueOf(count));
    }

    private static Label words(String key) {
        return Phrases.of("standard." + key);
    }

    private static Label of(String key, Label touch) {
        return Phrases.of("campaign." + key, touch);
    }
}
