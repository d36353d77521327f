package org.sambandh.crm.condition;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.Memberships;
import org.sambandh.crm.field.Relation;

/**
 * Runs a condition by walking its tree, one subject after another, while related facts are read for whole chunks. The
 * plainest of the engines, to which the others are held.
 */
final class Interpreter<S> implements CompiledCondition<S> {

    private final Node<S> root;

    private Interpreter(Node<S> root) {
        this.root = root;
    }

    static <S> Interpreter<S> compile(Condition<S> condition, Class<S> subject, Catalog catalog) {
        return new Interpreter<>(new Compiler(catalog).node(condition, subject));
    }

    Node<S> root() {
        return root;
    }

    @Override
    public Condition<S> condition() {
        return root.condition();
    }

    @Override
    public boolean test(S subject, Facts facts, Moment moment) {
        return root.test(new Chunk<>(List.of(subject), facts, moment), 0);
    }

    @Override
    public BitSet testAll(List<S> chunk, Facts facts, Moment moment) {
        Chunk<S> rows = new Chunk<>(chunk, facts, moment);
        BitSet matching = new BitSet(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            matching.set(row, root.test(rows, row));
        }
        return matching;
    }

    @Override
    public List<Verdict> verdicts(List<S> chunk, Facts facts, Moment moment) {
        Chunk<S> rows = new Chunk<>(chunk, facts, moment);
        return IntStream.range(0, rows.size())
                .mapToObj(row -> root.verdict(rows, row))
                .toList();
    }

    @Override
    public Explanation explain(S subject, Facts facts, Moment moment) {
        return root.explain(new Chunk<>(List.of(subject), facts, moment), 0);
    }

    /**
     * Checks a condition against a catalogue and builds its nodes with the catalogue's own fields and relations: what a
     * condition names may come from anywhere, what is read may not.
     */
    private record Compiler(Catalog catalog) {

        <S> Node<S> node(Condition<S> condition, Class<S> subject) {
            if (condition instanceof Condition.All<S> all) {
                return new Junction<>(all, nodes(all.conditions(), subject), false);
            } else if (condition instanceof Condition.Any<S> any) {
                return new Junction<>(any, nodes(any.conditions(), subject), true);
            } else if (condition instanceof Condition.Not<S> not) {
                return new Negation<>(not, node(not.condition(), subject));
            } else if (condition instanceof Condition.FieldTest<S, ?> test) {
                return fieldTest(test, subject);
            } else if (condition instanceof Condition.RelatedTest<S, ?> related) {
                return relatedTest(related, subject);
            } else if (condition instanceof Condition.InSegment<S> segment) {
                Memberships<S, ?> memberships = catalog.subject(subject)
                        .memberships()
                        .orElseThrow(
                                () -> new Invalid("inSegment", "a " + catalog.subject(subject) + " has no segments"));
                return inSegment(segment, memberships, subject);
            }
            catalog.subject(subject);
            return new Junction<>(condition, List.of(), false);
        }

        private <S> List<Node<S>> nodes(List<Condition<S>> conditions, Class<S> subject) {
            catalog.subject(subject);
            return conditions.stream().map(part -> node(part, subject)).toList();
        }

        private <S, V> Node<S> fieldTest(Condition.FieldTest<S, V> test, Class<S> subject) {
            return leaf(test, known(test.field(), subject), test.test());
        }

        private <S, V> Node<S> leaf(Condition<S> condition, Field<S, V> field, ValueTest<V> test) {
            return new FieldNode<>(
                    condition,
                    field,
                    test,
                    CompiledTest.of(test, field.type(), catalog.fiscalCalendar()),
                    Values.reading(field));
        }

        private <S, R> Node<S> relatedTest(Condition.RelatedTest<S, R> test, Class<S> subject) {
            Relation<S, R> relation = known(test.relation(), subject);
            @Nullable Field<R, BigDecimal> number = test.measure().field();
            return new RelatedNode<>(
                    test,
                    relation,
                    node(test.where(), relation.fact()),
                    test.window(),
                    test.measure().kind(),
                    number == null ? null : known(number, relation.fact()),
                    test.test());
        }

        /** A stored membership that has not ended. The places are the catalogue's own and need no check. */
        private <S, M> Node<S> inSegment(
                Condition.InSegment<S> condition, Memberships<S, M> memberships, Class<S> subject) {
            String kind = catalog.subject(subject).name();
            Condition<M> sameKind = Conditions.where(memberships.kind(), Tests.is(kind));
            Condition<M> sameSegment = Conditions.where(memberships.segment(), Tests.is(condition.segment()));
            Condition<M> ended = Conditions.where(memberships.until(), Tests.present());
            Condition<M> lasting = Conditions.not(ended);
            List<Node<M>> parts = List.of(
                    leaf(sameKind, memberships.kind(), Tests.is(kind)),
                    leaf(sameSegment, memberships.segment(), Tests.is(condition.segment())),
                    new Negation<>(lasting, leaf(ended, memberships.until(), Tests.<Instant>present())));
            return new RelatedNode<>(
                    condition,
                    memberships.relation(),
                    new Junction<>(Conditions.all(List.of(sameKind, sameSegment, lasting)), parts, false),
                    Window.ever(),
                    Measure.Kind.COUNT,
                    null,
                    Tests.atLeast(1));
        }

        @SuppressWarnings("unchecked") // equal fields have the same type
        private <S, V> Field<S, V> known(Field<S, V> field, Class<S> subject) {
            String path = catalog.subject(subject).name() + "." + field.name();
            Field<S, ?> found = catalog.findField(subject, field.name())
                    .orElseThrow(() -> new Invalid(path, "is no field in the catalogue of this tenant"));
            if (!found.equals(field)) {
                throw new Invalid(
                        path, "is " + words(found) + " in the catalogue, the condition tests " + words(field));
            }
            return (Field<S, V>) found;
        }

        private static String words(Field<?, ?> field) {
            return field.type() + (field.isMany() ? " with any number of values" : " with one value") + " of "
                    + field.subject().getSimpleName();
        }

        @SuppressWarnings("unchecked") // equal relations lead to the same facts
        private <S, R> Relation<S, R> known(Relation<S, R> relation, Class<S> subject) {
            Relation<S, ?> found = catalog.relation(subject, relation.name());
            if (!Objects.equals(found, relation)) {
                throw new Invalid(
                        catalog.subject(subject).name() + "." + relation.name(),
                        "leads elsewhere in the catalogue than in the condition");
            }
            return (Relation<S, R>) found;
        }
    }

    /** The complement of a condition. */
    record Negation<S>(Condition<S> condition, Node<S> part) implements Node<S> {

        @Override
        public boolean test(Chunk<S> chunk, int row) {
            return !part.test(chunk, row);
        }

        @Override
        public Verdict verdict(Chunk<S> chunk, int row) {
            Verdict verdict = part.verdict(chunk, row);
            return new Verdict(!verdict.matches(), verdict.until());
        }

        @Override
        public List<Node<S>> parts() {
            return List.of(part);
        }
    }
}
