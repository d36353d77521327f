package org.sambandh.crm.condition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.Relation;

/**
 * Puts conditions into words, as a salesperson would say them. Parentheses stand where a reader could otherwise take
 * two parts together in two ways.
 */
final class Sentences {

    private final Words words;
    private final ValueWords values;
    private final TestWords tests;

    private Sentences(Words words) {
        this.words = words;
        this.values = new ValueWords(words);
        this.tests = new TestWords(words, values);
    }

    /** Read when a condition is first described. */
    private static final class English {
        static final Sentences SENTENCES = new Sentences(Words.read("en"));
    }

    /** Read when a condition is first described in Hindi. */
    private static final class Hindi {
        static final Sentences SENTENCES = new Sentences(Words.read("hi"));
    }

    /** How a phrase ends, and so what may follow it. */
    private enum End {
        /** Anything may follow. */
        CLOSED,
        /** A clause on one leaf: what follows would be taken for part of it. */
        CLAUSE,
        /** Several parts, or a clause on several: needs parentheses among others. */
        SEVERAL
    }

    private record Phrase(String text, End end) {}

    static Sentences of(Locale locale) {
        return locale.getLanguage().equals("hi") ? Hindi.SENTENCES : English.SENTENCES;
    }

    static Sentences of(Words words) {
        return new Sentences(words);
    }

    Words words() {
        return words;
    }

    String sentence(Condition<?> condition) {
        return phrase(condition, true).text();
    }

    private Phrase phrase(Condition<?> condition, boolean holds) {
        if (condition instanceof Condition.All<?> all) {
            return joined(all.conditions(), "and", holds);
        } else if (condition instanceof Condition.Any<?> any) {
            return joined(any.conditions(), "or", holds);
        } else if (condition instanceof Condition.Not<?> not) {
            return phrase(not.condition(), !holds);
        } else if (condition instanceof Condition.FieldTest<?, ?> test) {
            return new Phrase(fieldTest(test, holds), End.CLOSED);
        } else if (condition instanceof Condition.RelatedTest<?, ?> related) {
            return related(related, holds);
        } else if (condition instanceof Condition.InSegment<?> in) {
            return closed(
                    words.fill(holds ? "segment" : "not.segment", in.segment().value()));
        }
        return closed(words.get(holds ? "always" : "never"));
    }

    private Phrase joined(List<? extends Condition<?>> parts, String junction, boolean holds) {
        if (parts.isEmpty()) {
            return closed(words.get(junction.equals("and") == holds ? "always" : "never"));
        } else if (parts.size() == 1) {
            return phrase(parts.get(0), holds);
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Phrase part = phrase(parts.get(i), true);
            boolean open = part.end() == End.SEVERAL || (part.end() == End.CLAUSE && i < parts.size() - 1);
            texts.add(open ? "(" + part.text() + ")" : part.text());
        }
        String text = String.join(" " + words.get(junction) + " ", texts);
        return holds ? new Phrase(text, End.SEVERAL) : closed(words.fill("not.several", text));
    }

    private static Phrase closed(String text) {
        return new Phrase(text, End.CLOSED);
    }

    private <V> String fieldTest(Condition.FieldTest<?, V> test, boolean holds) {
        Field<?, V> field = test.field();
        return tests.predicate(words.field(field), test.test(), field.type(), holds);
    }

    private Phrase related(Condition.RelatedTest<?, ?> test, boolean holds) {
        Phrase where = phrase(test.where(), true);
        boolean hasClause = !where.text().equals(words.get("always"));
        String clause = hasClause ? words.fill("where", where.text()) : "";
        String window = window(test.window());
        String text = test.measure().kind() == Measure.Kind.COUNT
                ? words.fill("counted", quantity(test.relation(), test.test(), holds), window, clause)
                : measured(test, holds, window, clause);
        End clauseEnd = where.end() == End.SEVERAL ? End.SEVERAL : End.CLAUSE;
        return new Phrase(text, hasClause ? clauseEnd : End.CLOSED);
    }

    private String measured(Condition.RelatedTest<?, ?> test, boolean holds, String window, String clause) {
        Field<?, BigDecimal> number = test.measure().field();
        Words.Name name = number == null ? words.relation(test.relation(), false) : words.field(number);
        String measure = words.fill("measure." + test.measure().kind(), name.text());
        String predicate =
                tests.predicate(new Words.Name(measure, measure, name.feminine()), test.test(), Measure.TYPE, holds);
        return words.fill(
                "measured",
                predicate,
                window,
                clause,
                words.relation(test.relation(), false).oblique());
    }

    private String window(Window window) {
        if (window instanceof Window.Last last) {
            return words.fill("window.last", values.span(last.length(), true));
        } else if (window instanceof Window.Fixed fixed) {
            return words.fill("window.fixed", ValueWords.instant(fixed.from()), ValueWords.instant(fixed.to()));
        }
        return "";
    }

    private String quantity(Relation<?, ?> relation, ValueTest<BigDecimal> test, boolean holds) {
        BigDecimal zero = BigDecimal.ZERO;
        BigDecimal one = BigDecimal.ONE;
        if (test instanceof ValueTest.Range<BigDecimal> range) {
            BigDecimal low = range.atLeast();
            BigDecimal high = range.atMost();
            if (low != null && high == null) {
                boolean none = !holds && low.compareTo(one) == 0;
                return none
                        ? counted("count.none", relation, zero)
                        : counted(holds ? "count.atLeast" : "count.below", relation, low);
            } else if (low == null && high != null) {
                boolean none = holds && high.compareTo(zero) == 0;
                return none
                        ? counted("count.none", relation, zero)
                        : counted(holds ? "count.atMost" : "count.above", relation, high);
            } else if (low != null && high != null) {
                return negated(
                        words.fill(
                                "count.between.other",
                                ValueWords.number(low),
                                noun(relation, false),
                                ValueWords.number(high)),
                        holds);
            }
        } else if (test instanceof ValueTest.Is<BigDecimal> is) {
            boolean none = is.value().signum() == 0;
            return negated(counted(none ? "count.none" : "count.exactly", relation, is.value()), holds);
        } else if (test instanceof ValueTest.In<BigDecimal> in) {
            String list = values.list(in.values(), Measure.TYPE);
            return negated(words.fill("count.in.other", list, noun(relation, false)), holds);
        }
        return negated(words.fill("count.any.other", "", noun(relation, false)), holds);
    }

    private String counted(String key, Relation<?, ?> relation, BigDecimal count) {
        boolean one = count.compareTo(BigDecimal.ONE) == 0;
        return words.fill(key + (one ? ".one" : ".other"), ValueWords.number(count), noun(relation, one));
    }

    private String noun(Relation<?, ?> relation, boolean one) {
        return words.relation(relation, one).text();
    }

    private String negated(String quantity, boolean holds) {
        return holds ? quantity : words.fill("count.not", quantity);
    }
}
