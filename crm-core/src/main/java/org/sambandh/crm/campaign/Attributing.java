package org.sambandh.crm.campaign;

import static org.sambandh.crm.condition.Conditions.any;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.in;
import static org.sambandh.crm.condition.Tests.is;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CampaignId;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.lead.Lead;
import org.sambandh.crm.lead.LeadFields;
import org.sambandh.crm.lead.LeadRepository;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.pipeline.OpportunityFields;
import org.sambandh.crm.pipeline.OpportunityRepository;
import org.sambandh.crm.pipeline.OutcomeKind;
import org.sambandh.crm.settings.ExchangeRates;
import org.sambandh.crm.settings.MoneyConversion;
import org.sambandh.crm.settings.RatePolicy;
import org.sambandh.crm.store.Unit;

/** Adds up what came of a campaign: its enquiries a chunk at a time, and their deals. */
final class Attributing {

    private final Unit unit;
    private final @Nullable ExchangeRates rates;
    private final @Nullable RatePolicy policy;
    private long enquiries;

    Attributing(Unit unit, @Nullable ExchangeRates rates, @Nullable RatePolicy policy) {
        this.unit = unit;
        this.rates = rates;
        this.policy = policy;
    }

    /** Sums under one way of attribution. */
    private static final class Sums {
        private long enquiries;
        private long opportunities;
        private long wonDeals;
        private long withoutAmount;
        private final Map<String, Money> won = new TreeMap<>();
    }

    CampaignResults of(Campaign campaign) {
        Money cost = campaign.cost().orElse(null);
        Sums first = new Sums();
        Sums last = new Sums();
        new CampaignRecords(unit)
                .each(
                        LeadRepository.class,
                        any(
                                where(LeadFields.ORIGIN_CAMPAIGN, is(campaign.id())),
                                where(LeadFields.LATEST_CAMPAIGN, is(campaign.id()))),
                        leads -> add(campaign.id(), cost, leads, first, last));
        return new CampaignResults(
                campaign.id(),
                unit.moment(),
                CampaignCounts.of(unit, campaign.id()),
                enquiries,
                cost,
                result(first, cost),
                result(last, cost),
                policy == null ? null : policy.toString());
    }

    private void add(CampaignId id, @Nullable Money cost, List<Lead> leads, Sums first, Sums last) {
        if (leads.isEmpty()) {
            return;
        }
        enquiries += leads.size();
        Set<LeadId> brought = new HashSet<>();
        Set<LeadId> touched = new HashSet<>();
        for (Lead lead : leads) {
            if (id.equals(lead.firstOrigin().campaign())) {
                brought.add(lead.id());
            }
            if (id.equals(lead.latestOrigin().campaign())) {
                touched.add(lead.id());
            }
        }
        first.enquiries += brought.size();
        last.enquiries += touched.size();
        List<LeadId> ids = leads.stream().map(Lead::id).toList();
        new CampaignRecords(unit).each(OpportunityRepository.class, where(OpportunityFields.LEAD, in(ids)), deals -> {
            for (Opportunity deal : deals) {
                LeadId lead = deal.lead().orElseThrow();
                if (brought.contains(lead)) {
                    add(first, deal, cost);
                }
                if (touched.contains(lead)) {
                    add(last, deal, cost);
                }
            }
        });
    }

    private void add(Sums sums, Opportunity deal, @Nullable Money cost) {
        OutcomeKind outcome = deal.outcome().kind();
        if (outcome == OutcomeKind.VOID) {
            return;
        }
        sums.opportunities++;
        if (outcome != OutcomeKind.WON) {
            return;
        }
        sums.wonDeals++;
        if (deal.amount().isEmpty()) {
            sums.withoutAmount++;
            return;
        }
        Money amount = converted(
                deal.amount().get(), deal.closedOn().orElse(unit.moment().date()), cost);
        sums.won.merge(amount.currency().getCurrencyCode(), amount, Money::plus);
    }

    private Money converted(Money amount, LocalDate wonOn, @Nullable Money cost) {
        if (rates == null || policy == null || cost == null) {
            return amount;
        }
        MoneyConversion conversion = rates.convert(
                amount,
                cost.currency(),
                policy.day(wonOn, wonOn),
                unit.settings().rounding());
        return conversion instanceof MoneyConversion.Converted done ? done.rounded() : amount;
    }

    private Attribution result(Sums sums, @Nullable Money cost) {
        List<Money> won = new ArrayList<>(sums.won.values());
        BigDecimal roi = null;
        Money each = null;
        if (cost != null) {
            boolean comparable =
                    won.stream().allMatch(amount -> amount.currency().equals(cost.currency()));
            if (comparable && cost.signum() > 0) {
                BigDecimal gained = won.isEmpty() ? BigDecimal.ZERO : won.get(0).amount();
                roi = gained.subtract(cost.amount())
                        .divide(cost.amount(), CampaignResults.RATE_DECIMALS, RoundingMode.HALF_UP);
            }
            if (sums.enquiries > 0) {
                BigDecimal exact = cost.amount().divide(BigDecimal.valueOf(sums.enquiries), 12, RoundingMode.HALF_UP);
                each = Money.rounded(exact, cost.currency(), unit.settings().rounding());
            }
        }
        return new Attribution(sums.enquiries, sums.opportunities, sums.wonDeals, won, sums.withoutAmount, roi, each);
    }
}
