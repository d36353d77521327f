package org.sambandh.examples.contactcentre;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.purchase.NewReturn;

/**
 * The shop writes what it takes back without saying of which order. One rule finds the line: the same buyer, the same product,
 * the same price, sold before, with as much of it left as was taken back; where there are several, the latest. What the rule does not
 * find is no return of anything, and is counted with the reason.
 *
 * @param matches each line taken back with the line it returns, by time
 * @param lines how many lines were taken back, by what became of them
 * @param amounts what those come to
 */
record Takebacks(List<Match> matches, Map<Fate, Integer> lines, Map<Fate, Money> amounts) {

    Takebacks {
        matches = List.copyOf(matches);
        lines = Map.copyOf(lines);
        amounts = Map.copyOf(amounts);
    }

    /** What became of a line taken back; the first that holds. */
    enum Fate {
        /** From 2010-12-01 on, which is the year after. */
        LATER,
        /** Nobody knows whose it is. */
        NOBODY,
        /** The buyer bought none of that product before, as far as the file goes back. */
        NEVER_BOUGHT,
        /** The buyer did, and at other prices only. */
        OTHER_PRICE,
        /** The buyer did at that price, and no line has as much left. */
        TOO_MUCH,
        /** The line it returns was found. */
        MATCHED
    }

    /**
     * A line taken back, and the line it returns.
     *
     * @param back the line taken back
     * @param order the order of the other
     * @param key the key of the other within its order
     */
    record Match(LineRow back, OrderRow order, String key) {}

    /** A line that was sold, and how much of it is left. */
    private static final class Sold {
        private final OrderRow order;
        private final String key;
        private final LineRow line;
        private int left;

        Sold(OrderRow order, String key, LineRow line) {
            this.order = order;
            this.key = key;
            this.line = line;
            this.left = line.quantity();
        }
    }

    /** Whose product it is. */
    private record Whose(String buyer, String code) {}

    /** Finds what each line taken back returns, among the lines of the orders. */
    static Takebacks of(List<OrderRow> orders, Map<String, List<LineRow>> linesOf, List<LineRow> rows) {
        Map<Whose, List<Sold>> sold = sold(orders, linesOf);
        List<Match> matches = new ArrayList<>();
        Map<Fate, Integer> lines = new EnumMap<>(Fate.class);
        Map<Fate, Money> amounts = new EnumMap<>(Fate.class);
        rows.stream()
                .filter(LineRow::takesBack)
                .sorted(Comparator.comparing(LineRow::time))
                .forEach(back -> {
                    Fate fate = fate(back, sold, matches);
                    lines.merge(fate, 1, Integer::sum);
                    amounts.merge(fate, back.total(), Money::plus);
                });
        return new Takebacks(matches, lines, amounts);
    }

    private static Map<Whose, List<Sold>> sold(List<OrderRow> orders, Map<String, List<LineRow>> linesOf) {
        Map<Whose, List<Sold>> sold = new HashMap<>();
        List<OrderRow> byTime = new ArrayList<>(orders);
        byTime.sort(Comparator.comparing(OrderRow::time));
        for (OrderRow order : byTime) {
            List<LineRow> lines = linesOf.getOrDefault(order.invoice(), List.of());
            for (int i = 0; i < lines.size(); i++) {
                LineRow line = lines.get(i);
                sold.computeIfAbsent(new Whose(line.buyer(), line.code()), whose -> new ArrayList<>())
                        .add(new Sold(order, OrderRow.key(i), line));
            }
        }
        return sold;
    }

    private static Fate fate(LineRow back, Map<Whose, List<Sold>> sold, List<Match> matches) {
        if (!back.time().toLocalDate().isBefore(OrderRow.END)) {
            return Fate.LATER;
        } else if (back.buyer().isEmpty()) {
            return Fate.NOBODY;
        }
        Fate fate = Fate.NEVER_BOUGHT;
        List<Sold> candidates = sold.getOrDefault(new Whose(back.buyer(), back.code()), List.of());
        for (int i = candidates.size() - 1; i >= 0; i--) {
            Sold candidate = candidates.get(i);
            if (!candidate.order.time().isBefore(back.time())) {
                continue;
            }
            if (candidate.line.price().compareTo(back.price()) != 0) {
                fate = fate == Fate.NEVER_BOUGHT ? Fate.OTHER_PRICE : fate;
            } else if (candidate.left < -back.quantity()) {
                fate = Fate.TOO_MUCH;
            } else {
                candidate.left += back.quantity();
                matches.add(new Match(back, candidate.order, candidate.key));
                return Fate.MATCHED;
            }
        }
        return fate;
    }

    /** What came back, by the names of the returns: one for each cancellation and order, each line of it once. */
    Map<ExternalRef, NewReturn> returns() {
        Map<ExternalRef, Map<String, List<Match>>> together = new LinkedHashMap<>();
        for (Match match : matches) {
            String name = match.back().invoice() + "/" + match.order().invoice();
            together.computeIfAbsent(new ExternalRef("shop", "return", name), ref -> new LinkedHashMap<>())
                    .computeIfAbsent(match.key(), key -> new ArrayList<>())
                    .add(match);
        }
        Map<ExternalRef, NewReturn> returns = new LinkedHashMap<>();
        together.forEach((ref, byLine) -> returns.put(ref, given(byLine)));
        return returns;
    }

    private static NewReturn given(Map<String, List<Match>> byLine) {
        Match first = byLine.values().iterator().next().get(0);
        NewReturn given = NewReturn.of(first.order().ref(), first.back().at());
        for (Map.Entry<String, List<Match>> line : byLine.entrySet()) {
            LineRow all = line.getValue().stream()
                    .map(Match::back)
                    .reduce((one, other) -> one.plus(other.quantity()))
                    .orElseThrow();
            given = given.line(line.getKey(), all.pieces(), all.total());
        }
        return given;
    }
}
