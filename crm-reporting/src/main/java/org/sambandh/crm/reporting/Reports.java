package org.sambandh.crm.reporting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.pipeline.AmountRule;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.pipeline.OpportunityFields;
import org.sambandh.crm.settings.ExchangeRates;
import org.sambandh.crm.store.GroupedReads;
import org.sambandh.crm.store.Repositories;
import org.sambandh.crm.store.Subjects;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.table.FactTable;
import org.sambandh.crm.table.FactTableBuilder;

/**
 * Runs reports. Figures are made in the store where it offers grouped reads ({@link GroupedReads}), else by reading every
 * subject that passes the filter once, page by page; they are the same either way. Immutable and safe for concurrent use,
 * as the session is that it was made from.
 */
public final class Reports {

    private final Units units;
    private final @Nullable ExchangeRates rates;
    private final @Nullable AmountRule amountRule;
    private final List<FactTable<?>> tables;

    /**
     * Makes the service.
     *
     * @param units reads within units of the tenant whose reports they are
     */
    public Reports(Units units) {
        this(units, null, null, List.of());
    }

    private Reports(
            Units units, @Nullable ExchangeRates rates, @Nullable AmountRule amountRule, List<FactTable<?>> tables) {
        this.units = units;
        this.rates = rates;
        this.amountRule = amountRule;
        this.tables = List.copyOf(tables);
    }

    /**
     * Returns the reports a session may see.
     *
     * @param session the session
     * @return the service
     */
    public static Reports of(CrmSession session) {
        return new Reports(session::inUnit);
    }

    /**
     * Returns this service with rates for converted figures. Without any, only amounts in the currency wanted are in
     * them, and a note counts the others.
     *
     * @param exchangeRates what currencies are worth
     * @return the service
     */
    public Reports withRates(ExchangeRates exchangeRates) {
        return new Reports(units, exchangeRates, amountRule, tables);
    }

    /**
     * Returns this service with a rule for open deals without an amount: measures of {@link OpportunityFields#AMOUNT}
     * count them with the amount of the rule, and a note says how many. Figures are then always made in memory.
     *
     * @param rule the declared rule
     * @return the service
     */
    public Reports withAmountRule(AmountRule rule) {
        return new Reports(units, rates, rule, tables);
    }

    /**
     * Returns this service over a table in memory: figures of reports about its subject are made from its columns, as of its
     * latest refresh, where it holds everything that a report names; those of other reports as before.
     *
     * @param table a table of the same tenant, for example one of {@link #table}
     * @return the service
     */
    public Reports over(FactTable<?> table) {
        List<FactTable<?>> more = new ArrayList<>(tables);
        more.add(table);
        return new Reports(units, rates, amountRule, more);
    }

    /**
     * Fills a table in memory with what some reports need.
     *
     * @param reports reports about one subject, at least one
     * @param <S> the subject
     * @return the table, to be given to {@link #over} and refreshed by the host
     * @throws org.sambandh.crm.common.Invalid naming the part of a report that the catalogue does not know
     */
    @SafeVarargs
    public final <S> FactTable<S> table(Report<S>... reports) {
        return units.run(unit -> {
            FactTableBuilder<S> builder = FactTable.builder(unit.catalog(), reports[0].subject());
            for (Report<S> report : reports) {
                Plan.of(report, unit.catalog()).addTo(builder);
            }
            return builder.build(unit);
        });
    }

    /**
     * Runs one report.
     *
     * @param report a report, one over parts, a funnel or what came of campaigns
     * @return its table, of this moment
     * @throws org.sambandh.crm.common.Invalid naming the part of the report that the catalogue does not know, or
     *     {@code report.dimensions} if there would be more than 100,000 rows, or {@code report.filter} if results of more
     *     than 1,000 campaigns are wanted
     * @throws org.sambandh.crm.common.NotFound if the pipeline of a funnel does not exist
     */
    public ReportTable run(Tabulation report) {
        return units.run(unit -> run(report, unit));
    }

    /**
     * Runs all reports of a dashboard, of one moment and in one transaction.
     *
     * @param dashboard the reports
     * @return their tables, in its order
     * @throws org.sambandh.crm.common.Invalid as {@link #run(Tabulation)}
     * @throws org.sambandh.crm.common.NotFound as {@link #run(Tabulation)}
     */
    public DashboardTables run(Dashboard dashboard) {
        return units.run(unit -> {
            List<ReportTable> tables = new ArrayList<>();
            dashboard.reports().forEach(report -> tables.add(run(report, unit)));
            return new DashboardTables(dashboard.title(), tables, unit.moment());
        });
    }

    private ReportTable run(Tabulation tabulation, Unit unit) {
        if (tabulation instanceof Report<?> report) {
            return run(report, unit);
        } else if (tabulation instanceof PartsReport<?, ?> report) {
            return run(report, unit);
        } else if (tabulation instanceof Funnel funnel) {
            return FunnelRun.run(funnel, unit);
        }
        return CampaignRun.run((CampaignReport) tabulation, rates(unit), unit);
    }

    private <S> ReportTable run(Report<S> report, Unit unit) {
        Plan<S> plan = Plan.of(report, unit.catalog());
        Moment moment = unit.moment();
        Repositories repositories = unit.repositories();
        Map<Field<S, ?>, Function<S, Optional<Money>>> rules = rules(report.subject());
        Groups groups = null;
        List<Coder> coders = plan.coders(unit.settings().fiscalCalendar(), moment);
        List<GroupedReads> sources = rules.isEmpty() ? sources(report.subject(), repositories) : List.of();
        for (int i = 0; i < sources.size() && groups == null; i++) {
            coders = plan.coders(unit.settings().fiscalCalendar(), moment);
            groups = new Pushed<>(plan, coders, sources.get(i), moment).run().orElse(null);
        }
        if (groups == null) {
            coders = plan.coders(unit.settings().fiscalCalendar(), moment);
            groups = new Streaming<>(plan, coders, repositories, moment, rules).run();
        }
        return table(plan, coders, groups, Phrases.condition(report.filter()), unit);
    }

    private <P, S> ReportTable run(PartsReport<P, S> report, Unit unit) {
        Plan<S> plan = Plan.of(report, unit.catalog());
        List<Coder> coders = plan.coders(unit.settings().fiscalCalendar(), unit.moment());
        Groups groups = new Streaming<>(plan, coders, unit.repositories(), unit.moment(), Map.of())
                .run(report.parts(), report.within());
        Label looked = Phrases.conditions(report.within(), report.report().filter());
        return table(plan, coders, groups, looked, unit);
    }

    private <S> ReportTable table(Plan<S> plan, List<Coder> coders, Groups groups, Label looked, Unit unit) {
        Report<S> report = plan.report();
        for (int i = 0; i < coders.size(); i++) {
            if (coders.get(i) instanceof ValueCoder<?> values) {
                values.name(names(report.dimensions().get(i).field(), values, unit));
            }
        }
        Amounts amounts = new Amounts(report.currency(), rates(unit), unit.settings());
        return new Tables<>(plan, coders, groups, amounts).table(looked, unit.moment());
    }

    private ExchangeRates rates(Unit unit) {
        return rates == null ? ExchangeRates.of(unit.settings().baseCurrency(), List.of()) : rates;
    }

    /** Who may make the figures, the quickest first. */
    private List<GroupedReads> sources(Class<?> subject, Repositories repositories) {
        List<GroupedReads> sources = new ArrayList<>();
        for (FactTable<?> table : tables) {
            if (table.view().subject() == subject) {
                sources.add(table.view());
            }
        }
        if (repositories instanceof GroupedReads store) {
            sources.add(store);
        }
        return sources;
    }

    @SuppressWarnings("unchecked") // the subject is Opportunity where its amounts have a rule
    private <S> Map<Field<S, ?>, Function<S, Optional<Money>>> rules(Class<S> subject) {
        Map<Field<S, ?>, Function<S, Optional<Money>>> rules = new HashMap<>();
        AmountRule rule = amountRule;
        if (rule != null && subject == (Class<?>) Opportunity.class) {
            Function<Opportunity, Optional<Money>> open =
                    deal -> deal.isOpen() ? rule.amountOf(deal) : Optional.empty();
            rules.put((Field<S, ?>) (Field<?, ?>) OpportunityFields.AMOUNT, (Function<S, Optional<Money>>)
                    (Function<?, ?>) open);
        }
        return rules;
    }

    /** Returns what the entities are called whose ids are the headings of a dimension. */
    private static Map<String, String> names(Field<?, ?> field, ValueCoder<?> coder, Unit unit) {
        Field<?, ?> last = field instanceof Field.Path<?, ?> path ? path.target() : field;
        return last instanceof Field.Reference<?, ?, ?> reference
                ? names(
                        reference.target(),
                        coder.headings().stream().map(Object::toString).toList(),
                        unit)
                : Map.of();
    }

    private static <R> Map<String, String> names(Class<R> target, List<String> ids, Unit unit) {
        Map<String, String> names = new HashMap<>();
        for (Field<R, ?> field : unit.catalog().subject(target).fields()) {
            boolean isName = field.name().equals("name") || field.name().equals("displayName");
            if (isName && field instanceof Field.One<R, ?> one && one.type().kind() == FieldType.Kind.TEXT) {
                for (R entity : Subjects.find(unit, target, ids)) {
                    Object name = one.get(entity);
                    if (name != null) {
                        names.put(unit.catalog().subject(target).ref(entity).id(), name.toString());
                    }
                }
            }
        }
        return names;
    }
}
