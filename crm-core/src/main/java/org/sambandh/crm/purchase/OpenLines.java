package org.sambandh.crm.purchase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.RuleViolation;

/** The lines of one purchase while returns are taken off them or put back: each look-up is one, however many lines there are. */
final class OpenLines {

    private final Purchase purchase;
    private final List<PurchaseLine> lines;
    private final Map<String, Integer> places = new HashMap<>();

    OpenLines(Purchase purchase) {
        this.purchase = purchase;
        this.lines = new ArrayList<>(purchase.lines());
        for (int i = 0; i < lines.size(); i++) {
            places.put(lines.get(i).key(), i);
        }
    }

    PurchaseLine line(String key) {
        return lines.get(place(key));
    }

    private int place(String key) {
        Integer place = places.get(key);
        if (place == null) {
            throw new RuleViolation("no-such-line", ref(), "A return names a line of its purchase by its key.");
        }
        return place;
    }

    /** Takes something that came back off its line; refuses more than there is. */
    void take(ReturnLine given) {
        PurchaseLine line = line(given.line());
        if (!line.quantity().unit().equals(given.quantity().unit())) {
            throw new Invalid(
                    "purchaseReturn.lines.quantity",
                    "in the unit of the line, " + line.quantity().unit());
        }
        if (given.quantity().amount().compareTo(line.kept()) > 0) {
            throw new RuleViolation(
                    "over-return",
                    ref(),
                    "Of a line of " + line.quantity().amount() + ", " + line.returned() + " came back; "
                            + given.quantity().amount() + " more cannot.");
        }
        Money left = line.total().minus(line.refunded());
        if (left.minus(given.refund()).signum() < 0) {
            throw new RuleViolation(
                    "over-return",
                    ref(),
                    "Of a line of " + line.total() + ", " + left + " can still be given back, not " + given.refund()
                            + ".");
        }
        lines.set(place(given.line()), line.plusReturned(given.quantity().amount(), given.refund()));
    }

    /** Puts back what a return took off, as if it had not happened. */
    void putBack(ReturnLine given) {
        lines.set(
                place(given.line()),
                line(given.line())
                        .plusReturned(
                                given.quantity().amount().negate(),
                                given.refund().negated()));
    }

    Purchase applied() {
        return purchase.toBuilder().lines(lines).build();
    }

    private EntityRef ref() {
        return Ledger.ref(purchase.id());
    }
}
