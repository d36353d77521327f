package org.sambandh.crm.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.pipeline.Line;
import org.sambandh.crm.pipeline.NewOpportunity;
import org.sambandh.crm.pipeline.Opportunities;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.pipeline.OpportunityFields;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.store.Upserted;
import org.sambandh.crm.team.Team;
import org.sambandh.crm.team.TeamFields;

/** Rows become deals as they were elsewhere. A deal of a user belongs to the team that user is in. */
final class OpportunityTarget extends RowTarget {

    private static final String PRODUCT = "product";
    private static final String VISITED = "visited";
    private static final List<Field.One<Opportunity, ?>> SET_WHEN_NEW = List.of(
            OpportunityFields.PIPELINE,
            OpportunityFields.STAGE,
            OpportunityFields.CLOSED_ON,
            OpportunityFields.LOST_REASON,
            OpportunityFields.COMPETITOR);

    private final Map<ExternalRef, Id> known = new HashMap<>();
    private final Map<Id, Id> teams = new HashMap<>();

    static boolean isSettable(Field.One<?, ?> field) {
        return field.isWritable() || SET_WHEN_NEW.stream().anyMatch(field::equals);
    }

    @Override
    @Nullable
    FieldType<?> special(String name) {
        return name.equals(VISITED) ? FieldType.DATE : null;
    }

    @Override
    boolean isSpecial(String name) {
        return name.equals(PRODUCT) || name.equals(VISITED);
    }

    @Override
    Class<?> subject() {
        return Opportunity.class;
    }

    @Override
    void check(List<RowRule> rules) {
        super.check(rules);
        for (RowRule rule : rules) {
            String column = rule.rule().column();
            if (rule.rule().relation() != null) {
                throw new Invalid(column, "deals have no relations; name the field customer");
            } else if (rule.is(PRODUCT) && rule.rule().conversion().currency() == null) {
                throw new Invalid(column, "a product needs \"number\" with the currency of its line");
            } else if (rule.is(VISITED) && rule.rule().stage() == null) {
                throw new Invalid(column, "a visit needs its \"stage\"");
            }
        }
    }

    @Override
    List<RowResult> write(Unit unit, List<Row> rows) {
        List<RowResult> results = new ArrayList<>();
        List<NewOpportunity> deals = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (Row row : rows) {
            RowResult refused = unknown(unit, row);
            if (refused == null) {
                places.add(results.size());
                deals.add(deal(unit, row));
            }
            results.add(refused == null ? new RowResult.Written(row.line(), RowResult.Outcome.UNCHANGED) : refused);
        }
        List<Upserted<Opportunity>> stored = new Opportunities(Units.joining(unit)).upsertAll(deals);
        for (int i = 0; i < stored.size(); i++) {
            int place = places.get(i);
            results.set(place, new RowResult.Written(rows.get(place).line(), outcome(stored.get(i))));
        }
        return results;
    }

    private @Nullable RowResult unknown(Unit unit, Row row) {
        for (Map.Entry<RowRule, Object> value : row.values().entrySet()) {
            RowRule rule = value.getKey();
            if (rule.rule().refer() != null
                    && named(unit, rule, value.getValue().toString()) == null) {
                return refused(
                        row,
                        rule,
                        "names a record that is not known; bring it in first, or add an alias",
                        value.getValue());
            }
        }
        return null;
    }

    private NewOpportunity deal(Unit unit, Row row) {
        NewOpportunity deal = NewOpportunity.named(name(row)).asItWas().externalRef(row.key());
        for (Map.Entry<RowRule, Object> entry : row.values().entrySet()) {
            RowRule rule = entry.getKey();
            Object value = entry.getValue();
            RefRule refer = rule.rule().refer();
            if (refer != null) {
                Id id = Objects.requireNonNull(known.get(refer.of(value.toString())));
                deal = set(deal, Objects.requireNonNull(rule.field()), id);
                if (OpportunityFields.OWNER_USER.equals(rule.field())) {
                    Id team = teamOf(unit, (UserId) id);
                    deal = team == null ? deal : set(deal, OpportunityFields.OWNER_TEAM, team);
                }
            } else if (rule.is(PRODUCT)) {
                Currency currency =
                        Objects.requireNonNull(rule.rule().conversion().currency());
                deal = deal.line(Line.unpriced(new ProductId(value.toString()), currency));
            } else if (rule.is(VISITED)) {
                deal = deal.visited(Objects.requireNonNull(rule.rule().stage()), (LocalDate) value);
            } else if (rule.field() != null && !OpportunityFields.NAME.equals(rule.field())) {
                deal = set(deal, rule.field(), value);
            }
        }
        return deal;
    }

    private static String name(Row row) {
        for (Map.Entry<RowRule, Object> entry : row.values().entrySet()) {
            if (OpportunityFields.NAME.equals(entry.getKey().field())) {
                return entry.getValue().toString();
            }
        }
        return row.key().value();
    }

    /** The record a text names. Remembered for the run: references lead to the same record throughout. */
    private @Nullable Id named(Unit unit, RowRule rule, String text) {
        ExternalRef ref = Objects.requireNonNull(rule.rule().refer()).of(text);
        Id id = known.get(ref);
        if (id == null && rule.field() instanceof Field.Reference<?, ?, ?> reference) {
            Object found = byRef(unit, reference.target(), ref);
            if (found instanceof Entity<?> entity) {
                id = entity.id();
                known.put(ref, id);
            }
        }
        return id;
    }

    private @Nullable Id teamOf(Unit unit, UserId user) {
        Id team = teams.get(user);
        if (team == null) {
            Query<Team> query = Query.of(Conditions.where(TeamFields.USERS, Tests.is(user)), unit.moment());
            List<Team> found = unit.repositories().of(Team.class).find(query).items();
            if (found.size() == 1) {
                team = found.get(0).id();
                teams.put(user, team);
            }
        }
        return team;
    }

    @SuppressWarnings("unchecked") // the field is one of deals, and its type made the value
    private static NewOpportunity set(NewOpportunity deal, Field.One<?, ?> field, Object value) {
        return deal.set((Field.One<Opportunity, Object>) field, value);
    }
}
