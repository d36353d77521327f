package org.sambandh.crm.purchase;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.RuleViolation;

/** What the settlements of an invoice come to. */
final class Settlements {

    private Settlements() {}

    static void check(EntityRef invoice, Money amount, List<Settlement> settlements) {
        Set<ExternalRef> refs = new HashSet<>();
        Money credited = Money.zero(amount.currency());
        Money paid = credited;
        for (Settlement settlement : settlements) {
            if (!refs.add(settlement.ref())) {
                throw new Invalid("invoice.settlements", "each reference once");
            }
            if (settlement.kind() == Settlement.Kind.CREDIT_NOTE) {
                credited = credited.plus(settlement.amount());
            } else {
                paid = paid.plus(settlement.effect());
            }
        }
        if (credited.minus(amount).signum() > 0) {
            throw new RuleViolation(
                    "over-credit",
                    invoice,
                    "No more can be credited than the " + amount + " of the invoice, found " + credited + ".");
        }
        if (paid.signum() < 0) {
            throw new RuleViolation("over-reversal", invoice, "No more can be reversed than was paid.");
        }
        Amounts.inReach("invoice.settlements", paid);
    }

    static Money upTo(LocalDate day, Currency currency, List<Settlement> settlements) {
        Money sum = Money.zero(currency);
        for (Settlement settlement : settlements) {
            sum = settlement.on().isAfter(day) ? sum : sum.plus(settlement.effect());
        }
        return sum;
    }

    /** The last day on which the running sum reached the amount, if it is still reached. */
    static Optional<LocalDate> settledOn(Money amount, List<Settlement> settlements) {
        List<Settlement> byDay = new ArrayList<>(settlements);
        byDay.sort(Comparator.comparing(Settlement::on));
        @Nullable LocalDate since = null;
        Money sum = Money.zero(amount.currency());
        for (int i = 0; i < byDay.size(); i++) {
            LocalDate day = byDay.get(i).on();
            sum = sum.plus(byDay.get(i).effect());
            boolean dayIsOver = i + 1 == byDay.size() || !byDay.get(i + 1).on().equals(day);
            boolean reached = sum.minus(amount).signum() >= 0;
            if (dayIsOver && !reached) {
                since = null;
            } else if (dayIsOver && since == null) {
                since = day;
            }
        }
        return Optional.ofNullable(since);
    }

    static Optional<Long> daysToPay(LocalDate issuedOn, Money amount, List<Settlement> settlements) {
        boolean paid = settlements.stream().anyMatch(s -> s.kind() == Settlement.Kind.PAYMENT);
        return settledOn(amount, settlements)
                .filter(day -> paid)
                .map(day -> Math.max(0, ChronoUnit.DAYS.between(issuedOn, day)));
    }
}
