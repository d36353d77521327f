package org.sambandh.crm.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.RuleViolation;

/** What must hold of every deal, however it came to be. */
final class DealRules {

    private static final int MAX_LINES = 1_000;
    private static final int MAX_STAKEHOLDERS = 200;

    private DealRules() {}

    static void check(Opportunity deal) {
        if (deal.outcome().kind() == OutcomeKind.WON && deal.customer().isEmpty()) {
            throw new RuleViolation(
                    "won-needs-customer",
                    deal.ref(),
                    "Cannot close the deal as WON: it has no customer. Link one first.");
        }
        if (deal.amount().filter(a -> a.signum() < 0).isPresent()) {
            throw new RuleViolation(
                    "amount-below-zero", deal.ref(), "The amount of a deal cannot be below zero. A refund is no deal.");
        }
        deal.history()
                .closings()
                .forEach(closing -> notBeforeEngaging(deal.ref(), deal.history(), closing.on(), closing.at()));
    }

    static void notBeforeEngaging(EntityRef ref, DealHistory history, LocalDate closedOn, @Nullable Instant closedAt) {
        LocalDate engaged = history.engagedOn();
        LocalDate opened = history.openedOn();
        Instant openedAt = history.openedAt();
        boolean beforeOpened = openedAt != null && closedAt != null && closedAt.isBefore(openedAt);
        if (engaged != null && closedOn.isBefore(engaged)) {
            throw beforeEngage(ref, closedOn, "engaged on " + engaged);
        }
        if (opened != null && (closedOn.isBefore(opened) || beforeOpened)) {
            throw beforeEngage(ref, closedOn, "opened on " + opened);
        }
    }

    private static RuleViolation beforeEngage(EntityRef ref, LocalDate closedOn, String began) {
        return new RuleViolation(
                "close-before-engage",
                ref,
                "A deal cannot be closed on " + closedOn + " when it was " + began + ". Correct one of the dates.");
    }

    static void follows(Opportunity deal, Instant at) {
        Instant latest = deal.history().latest();
        if (latest != null && at.isBefore(latest)) {
            throw new RuleViolation(
                    "not-before-history",
                    deal.ref(),
                    "Cannot happen at " + at + ": the history of the deal goes on until " + latest);
        }
    }

    static void isOpen(Opportunity deal, String what) {
        if (!deal.isOpen()) {
            throw new RuleViolation(
                    "deal-closed",
                    deal.ref(),
                    "Cannot " + what + ": it was closed as " + deal.outcome().kind() + " on "
                            + deal.closedOn().orElseThrow() + ". Reopen it first.");
        }
    }

    static void isOpen(Opportunity deal, Stage stage) {
        if (!stage.isOpen()) {
            throw new RuleViolation(
                    "stage-closes",
                    deal.ref(),
                    "Cannot move an open deal to stage '" + stage.code()
                            + "': that stage shows closed ones. Close the deal" + " as " + stage.closesAs()
                            + " instead.");
        }
    }

    static void amountIsFree(Opportunity deal, @Nullable Money amount) {
        Optional<Money> lines = sum(deal.ref(), deal.lines());
        if (lines.isPresent() && !lines.equals(Optional.ofNullable(amount))) {
            throw new RuleViolation(
                    "amount-from-lines",
                    deal.ref(),
                    "The amount is the sum of the lines. Change the lines, or remove them.");
        }
    }

    /** The sum of the lines where all have a price, else what was given. */
    static @Nullable Money amount(EntityRef ref, @Nullable Money given, List<Line> lines) {
        Optional<Money> sum = sum(ref, lines);
        if (sum.isEmpty() && given != null && !lines.isEmpty()) {
            sameCurrency(ref, lines.get(0).currency(), given.currency());
        }
        return sum.orElse(given);
    }

    private static Optional<Money> sum(EntityRef ref, List<Line> lines) {
        Money sum = null;
        boolean complete = true;
        for (Line line : lines) {
            sameCurrency(ref, lines.get(0).currency(), line.currency());
            Money total = line.total().orElse(null);
            complete &= total != null;
            if (total != null) {
                sum = sum == null ? total : sum.plus(total);
            }
        }
        return complete ? Optional.ofNullable(sum) : Optional.empty();
    }

    private static void sameCurrency(EntityRef ref, Currency one, Currency other) {
        if (!one.equals(other)) {
            throw new RuleViolation(
                    "one-currency",
                    ref,
                    "A deal has one currency; found " + one.getCurrencyCode() + " and " + other.getCurrencyCode()
                            + ". Convert one of them first.");
        }
    }

    static List<Line> numbered(List<Line> lines) {
        if (lines.size() > MAX_LINES) {
            throw new Invalid("opportunity.lines", "at most " + MAX_LINES + " lines, found " + lines.size());
        }
        Set<Integer> taken = new HashSet<>();
        for (Line line : lines) {
            if (line.number() > 0 && !taken.add(line.number())) {
                throw new Invalid("opportunity.lines", "two lines have the number " + line.number());
            }
        }
        List<Line> numbered = new ArrayList<>();
        int next = taken.stream().mapToInt(n -> n).max().orElse(0) + 1;
        for (Line line : lines) {
            numbered.add(line.number() > 0 ? line : line.numbered(next++));
        }
        return List.copyOf(numbered);
    }

    static List<Stakeholder> stakeholders(List<Stakeholder> parties) {
        if (parties.size() > MAX_STAKEHOLDERS) {
            throw new Invalid("opportunity.stakeholders", "at most " + MAX_STAKEHOLDERS + ", found " + parties.size());
        }
        List<Stakeholder> primary =
                parties.stream().filter(Stakeholder::primary).toList();
        for (int i = 0; i < primary.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (primary.get(i).overlaps(primary.get(j))) {
                    throw new Invalid("opportunity.stakeholders", "at most one is primary at a time");
                }
            }
        }
        return List.copyOf(parties);
    }

    static boolean same(Opportunity a, Opportunity b) {
        return a.name().equals(b.name())
                && a.customer().equals(b.customer())
                && a.pipeline().equals(b.pipeline())
                && a.stage().equals(b.stage())
                && a.stageProbability().compareTo(b.stageProbability()) == 0
                && a.probabilityByHand().equals(b.probabilityByHand())
                && a.amount().equals(b.amount())
                && a.lines().equals(b.lines())
                && a.expectedClose().equals(b.expectedClose())
                && a.history().equals(b.history())
                && a.owner().equals(b.owner())
                && a.stakeholders().equals(b.stakeholders())
                && a.brand().equals(b.brand())
                && a.lead().equals(b.lead())
                && a.externalRefs().equals(b.externalRefs())
                && a.attributes().equals(b.attributes());
    }
}
