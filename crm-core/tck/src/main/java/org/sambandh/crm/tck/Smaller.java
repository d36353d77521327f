package org.sambandh.crm.tck;

import java.util.ArrayList;
import java.util.List;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Measure;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.condition.ValueTest;
import org.sambandh.crm.condition.Window;

/** Smaller conditions, for the message when a large one fails. They name nothing that the large one does not. */
final class Smaller {

    private Smaller() {}

    /** The conditions one step smaller, the smallest first. */
    static <S> List<Condition<S>> than(Condition<S> condition) {
        if (condition instanceof Condition.All<S> all) {
            return parts(all.conditions(), true);
        } else if (condition instanceof Condition.Any<S> any) {
            return parts(any.conditions(), false);
        } else if (condition instanceof Condition.Not<S> not) {
            List<Condition<S>> smaller = new ArrayList<>(List.of(not.condition()));
            than(not.condition()).forEach(part -> smaller.add(Conditions.not(part)));
            return smaller;
        } else if (condition instanceof Condition.RelatedTest<S, ?> related) {
            return related(related);
        } else if (condition instanceof Condition.FieldTest<S, ?> test) {
            return elements(test);
        }
        return List.of();
    }

    private static <S> List<Condition<S>> parts(List<Condition<S>> parts, boolean all) {
        List<Condition<S>> smaller = new ArrayList<>(parts);
        for (int i = 0; i < parts.size(); i++) {
            List<Condition<S>> without = new ArrayList<>(parts);
            without.remove(i);
            smaller.add(all ? Conditions.all(without) : Conditions.any(without));
        }
        for (int i = 0; i < parts.size(); i++) {
            for (Condition<S> part : than(parts.get(i))) {
                List<Condition<S>> with = new ArrayList<>(parts);
                with.set(i, part);
                smaller.add(all ? Conditions.all(with) : Conditions.any(with));
            }
        }
        return smaller;
    }

    private static <S, R> List<Condition<S>> related(Condition.RelatedTest<S, R> test) {
        List<Condition<S>> smaller = new ArrayList<>();
        if (!(test.window() instanceof Window.Ever)) {
            smaller.add(new Condition.RelatedTest<>(
                    test.relation(), test.where(), Window.ever(), test.measure(), test.test()));
        }
        if (test.measure().kind() != Measure.Kind.COUNT) {
            smaller.add(Conditions.count(test.relation(), test.where(), test.window(), Tests.atLeast(1)));
        }
        List<Condition<R>> wheres = new ArrayList<>(than(test.where()));
        if (!(test.where() instanceof Condition.Always)) {
            wheres.add(0, Conditions.always());
        }
        for (Condition<R> where : wheres) {
            smaller.add(
                    new Condition.RelatedTest<>(test.relation(), where, test.window(), test.measure(), test.test()));
        }
        return smaller;
    }

    private static <S, V> List<Condition<S>> elements(Condition.FieldTest<S, V> test) {
        List<Condition<S>> smaller = new ArrayList<>();
        if (test.test() instanceof ValueTest.In<V> in && in.values().size() > 1) {
            in.values().forEach(value -> smaller.add(Conditions.where(test.field(), Tests.in(List.of(value)))));
        } else if (!(test.test() instanceof ValueTest.Present)) {
            smaller.add(Conditions.where(test.field(), Tests.present()));
        }
        return smaller;
    }
}
