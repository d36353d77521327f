package org.sambandh.crm.tck;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Engine;
import org.sambandh.crm.json.CrmJson;

/** Compares what several ways of running a condition say of the same subjects, one by one, with the plain engine. */
final class Parity<S> {

    private final Scene<S> scene;
    private final List<Way<S>> ways;
    private final Function<S, String> words;
    private final Tally tally = new Tally();

    Parity(Scene<S> scene, List<Way<S>> ways, Function<S, String> words) {
        this.scene = scene;
        this.ways = List.copyOf(ways);
        this.words = words;
    }

    /** The engines of crm-core, and a table. */
    static <S> List<Way<S>> ownWays(Scene<S> scene) {
        List<Way<S>> ways = new ArrayList<>();
        for (Engine engine : Engine.values()) {
            ways.add(new EngineWay<>(scene, engine));
        }
        ways.add(new TableWay<>(scene));
        return ways;
    }

    Tally tally() {
        return tally;
    }

    /** @throws AssertionError with the smallest part of the first condition about which two disagree */
    void compare(List<Asked<S>> batch) {
        ways.forEach(way -> way.prepare(batch));
        for (Asked<S> asked : batch) {
            compare(asked);
        }
    }

    private void compare(Asked<S> asked) {
        BitSet expected = expected(asked);
        tally.condition(scene.rows().size(), expected.cardinality());
        for (Way<S> way : ways) {
            String wrong = difference(way, asked, expected);
            if (wrong != null) {
                Asked<S> smallest = way.goesOn() ? smallest(way, asked) : asked;
                String of =
                        smallest.equals(asked) ? wrong : String.valueOf(difference(way, smallest, expected(smallest)));
                throw new AssertionError("About " + scene.name() + " at " + asked.moment() + ", condition\n  "
                        + CrmJson.with(scene.catalog()).writeCondition(smallest.condition()) + "\n  " + of);
            }
        }
    }

    private BitSet expected(Asked<S> asked) {
        return CompiledCondition.of(asked.condition(), scene.subject(), scene.catalog(), Engine.PLAIN)
                .testAll(scene.rows(), scene.facts(), asked.moment());
    }

    private @Nullable String difference(Way<S> way, Asked<S> asked, BitSet expected) {
        List<Way.Answer> answers;
        try {
            answers = way.answers(asked);
        } catch (AssertionError e) {
            return way.name() + " contradicts itself: " + e.getMessage() + ", expected " + expected;
        } catch (RuntimeException e) {
            if (!way.goesOn()) {
                throw new AssertionError(
                        way.name() + " failed at " + asked.moment() + " on\n  "
                                + CrmJson.with(scene.catalog()).writeCondition(asked.condition()),
                        e);
            }
            return way.name() + " threw " + e;
        }
        for (Way.Answer answer : answers) {
            tally.compared(way.name(), scene.rows().size());
            if (!answer.rows().equals(expected)) {
                return words(way.name() + ", " + answer.form(), answer.rows(), expected);
            }
        }
        return null;
    }

    private String words(String who, BitSet found, BitSet expected) {
        BitSet different = (BitSet) found.clone();
        different.xor(expected);
        int row = different.nextSetBit(0);
        String subject = row < scene.rows().size() ? words.apply(scene.rows().get(row)) : "no row";
        return "plain engine: " + expected + "\n  " + who + ": " + found + "\n  row " + row + ", matched by "
                + (expected.get(row) ? "the plain engine" : who) + " only, is " + subject;
    }

    /** The smallest part of a condition about which the two still disagree. */
    private Asked<S> smallest(Way<S> way, Asked<S> asked) {
        for (Condition<S> part : Smaller.than(asked.condition())) {
            Asked<S> smaller = new Asked<>(part, asked.moment());
            if (difference(way, smaller, expected(smaller)) != null) {
                return smallest(way, smaller);
            }
        }
        return asked;
    }
}
