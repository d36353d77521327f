package org.sambandh.crm.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.TeamId;
import org.sambandh.crm.team.Ownership;

/**
 * What a set of deals adds up to. Pure: reads neither clock nor store, and gives the same figures in every zone, because
 * deals keep the local day on which they were closed. Amounts of two currencies are never added: every figure has a row
 * for each. Amounts are those of today, also in figures about a past day; what was believed on a past day is in the
 * snapshots.
 */
public final class PipelineFigures {

    private final List<Opportunity> deals;

    private PipelineFigures(Collection<Opportunity> deals) {
        this.deals = List.copyOf(deals);
    }

    /**
     * Figures of groups of deals.
     *
     * @param groups one for each key, in the order of the keys
     * @param rest the deals without a key: nothing is left out
     * @param <K> the key
     */
    public record Grouped<K>(SortedMap<K, WinLoss> groups, WinLoss rest) {

        /**
         * Copies the groups.
         *
         * @param groups one for each key, in the order of the keys
         * @param rest the deals without a key: nothing is left out
         */
        public Grouped {
            groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
        }
    }

    /**
     * Returns the figures over deals.
     *
     * @param deals any deals, open and closed
     * @return the figures
     */
    public static PipelineFigures of(Collection<Opportunity> deals) {
        return new PipelineFigures(deals);
    }

    /** {@return how many deals there are, whatever their outcome} */
    public long size() {
        return deals.size();
    }

    /**
     * Returns how many deals have an outcome.
     *
     * @param kind open, won, lost or void
     * @return the count
     */
    public long count(OutcomeKind kind) {
        return deals.stream().filter(d -> d.outcome().kind() == kind).count();
    }

    /** {@return won and lost, as deals stand now} */
    public WinLoss winLoss() {
        return winLoss(deals);
    }

    /**
     * Returns won and lost as deals stood at the end of a day: what was closed later, or opened again by then, is not
     * counted.
     *
     * @param day the local day
     * @return the figures
     */
    public WinLoss winLossAsOf(LocalDate day) {
        return winLoss(deals, deal -> deal.history().outcomeOn(day).kind());
    }

    /**
     * Returns won and lost by the local day of the latest close.
     *
     * @param from the first day
     * @param to the last day
     * @return the figures
     */
    public WinLoss winLoss(LocalDate from, LocalDate to) {
        return winLoss(closed(day -> !day.isBefore(from) && !day.isAfter(to)));
    }

    /**
     * Returns won and lost in a month, by the local day of the latest close.
     *
     * @param month the month
     * @return the figures
     */
    public WinLoss winLoss(YearMonth month) {
        return winLoss(month.atDay(1), month.atEndOfMonth());
    }

    /**
     * Returns won and lost in each period in which anything was closed, by the local day of the latest close:
     * {@code closedBy(calendar::quarterOf)} by fiscal quarter, {@code closedBy(YearMonth::from)} by month.
     *
     * @param period returns the period of a day
     * @param <P> the period
     * @return the figures by period, the earliest first
     */
    public <P> Map<P, WinLoss> closedBy(Function<LocalDate, P> period) {
        Map<P, List<Opportunity>> periods = new LinkedHashMap<>();
        closed(day -> true).stream()
                .sorted(Comparator.comparing(deal -> deal.closedOn().orElseThrow()))
                .forEach(deal -> periods.computeIfAbsent(
                                period.apply(deal.closedOn().orElseThrow()), p -> new ArrayList<>())
                        .add(deal));
        Map<P, WinLoss> figures = new LinkedHashMap<>();
        periods.forEach((p, members) -> figures.put(p, winLoss(members)));
        return Collections.unmodifiableMap(figures);
    }

    /**
     * Returns won and lost by a key of the deals.
     *
     * @param key returns the key of a deal, or nothing
     * @param <K> the key
     * @return the groups
     */
    public <K extends Comparable<? super K>> Grouped<K> by(Function<Opportunity, Optional<K>> key) {
        SortedMap<K, List<Opportunity>> groups = new TreeMap<>();
        List<Opportunity> rest = new ArrayList<>();
        for (Opportunity deal : deals) {
            key.apply(deal)
                    .map(k -> groups.computeIfAbsent(k, n -> new ArrayList<>()))
                    .orElse(rest)
                    .add(deal);
        }
        SortedMap<K, WinLoss> figures = new TreeMap<>();
        groups.forEach((k, members) -> figures.put(k, winLoss(members)));
        return new Grouped<>(figures, winLoss(rest));
    }

    /** {@return won and lost by the team that owns the deal} */
    public Grouped<TeamId> byTeam() {
        return by(deal -> deal.owner().map(Ownership::team));
    }

    /** {@return the open deals, weighted; those without amount are counted beside} */
    public WeightedPipeline weighted() {
        return weighted(AmountRule.none());
    }

    /**
     * Returns the open deals, weighted.
     *
     * @param rule what a deal without an amount counts for
     * @return the figures, with the uses of the rule
     */
    public WeightedPipeline weighted(AmountRule rule) {
        return weighted(deals, rule);
    }

    /**
     * Returns the open deals by stage, weighted.
     *
     * @param rule what a deal without an amount counts for
     * @return the figures by the code of the stage
     */
    public SortedMap<String, WeightedPipeline> openByStage(AmountRule rule) {
        SortedMap<String, List<Opportunity>> stages = new TreeMap<>();
        for (Opportunity deal : deals) {
            if (deal.isOpen()) {
                stages.computeIfAbsent(deal.stage(), s -> new ArrayList<>()).add(deal);
            }
        }
        SortedMap<String, WeightedPipeline> figures = new TreeMap<>();
        stages.forEach((stage, members) -> figures.put(stage, weighted(members, rule)));
        return Collections.unmodifiableSortedMap(figures);
    }

    /**
     * Returns the calendar days from engaging to the latest close.
     *
     * @param kind won, lost or void
     * @return the days of the deals that stand so now
     */
    public DayStatistics daysToClose(OutcomeKind kind) {
        List<Long> days = new ArrayList<>();
        long unknown = 0;
        for (Opportunity deal : deals) {
            if (deal.outcome().kind() == kind) {
                Optional<Long> taken = deal.history().daysToClose();
                taken.ifPresent(days::add);
                unknown += taken.isPresent() ? 0 : 1;
            }
        }
        return new DayStatistics(days, unknown);
    }

    private List<Opportunity> closed(Predicate<LocalDate> when) {
        return deals.stream()
                .filter(deal -> deal.closedOn().filter(when).isPresent())
                .toList();
    }

    private static WinLoss winLoss(List<Opportunity> deals) {
        return winLoss(deals, deal -> deal.outcome().kind());
    }

    private static WinLoss winLoss(List<Opportunity> deals, Function<Opportunity, OutcomeKind> outcome) {
        Sums won = new Sums();
        Sums lost = new Sums();
        for (Opportunity deal : deals) {
            OutcomeKind kind = outcome.apply(deal);
            if (kind == OutcomeKind.WON) {
                won.add(deal.amount(), BigDecimal.ONE);
            } else if (kind == OutcomeKind.LOST) {
                lost.add(deal.amount(), BigDecimal.ONE);
            }
        }
        SortedMap<String, Currency> currencies = new TreeMap<>(won.currencies());
        currencies.putAll(lost.currencies());
        List<WinLoss.Row> rows = currencies.values().stream()
                .map(c -> new WinLoss.Row(c, won.amount(c), lost.amount(c)))
                .toList();
        return new WinLoss(won.deals, lost.deals, won.without + lost.without, rows);
    }

    private static WeightedPipeline weighted(List<Opportunity> deals, AmountRule rule) {
        Sums sums = new Sums();
        long uses = 0;
        for (Opportunity deal : deals) {
            if (!deal.isOpen()) {
                continue;
            }
            Optional<Money> amount = deal.amount();
            if (amount.isEmpty()) {
                amount = rule.amountOf(deal);
                uses += amount.isPresent() ? 1 : 0;
            }
            sums.add(amount, deal.probability());
        }
        List<WeightedPipeline.Row> rows = sums.currencies().values().stream()
                .map(c -> new WeightedPipeline.Row(c, sums.count(c), sums.amount(c), sums.weighted(c)))
                .toList();
        return new WeightedPipeline(sums.deals, sums.without, uses, rows);
    }
}
