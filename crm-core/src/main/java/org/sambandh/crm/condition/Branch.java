package org.sambandh.crm.condition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All or any of at least two parts, none of them constant or of the same kind, in the order in which they are asked.
 *
 * @param any whether any of them is enough
 * @param parts the parts
 */
record Branch<S>(boolean any, List<Plan<S>> parts, double cost, double chance) implements Plan<S> {

    /** Returns the plan of all or any of some parts: at its simplest one of them, or a constant. */
    static <S> Plan<S> of(boolean any, List<Plan<S>> parts) {
        List<Plan<S>> flat = new ArrayList<>();
        for (Plan<S> part : parts) {
            flat.addAll(part instanceof Branch<S> branch && branch.any == any ? branch.parts : List.of(part));
        }
        List<Plan<S>> folded = new ArrayList<>();
        for (Plan<S> part : flat) {
            fold(folded, part, any);
        }
        if (folded.stream().anyMatch(part -> part instanceof Plan.Fixed<S> fixed && fixed.answer() == any)) {
            return new Plan.Fixed<>(any);
        }
        folded.removeIf(part -> part instanceof Plan.Fixed);
        if (folded.size() < 2) {
            return folded.isEmpty() ? new Plan.Fixed<>(!any) : folded.get(0);
        }
        folded.sort(Comparator.comparingDouble(part -> part.cost() / (any ? part.chance() : 1 - part.chance())));
        double cost = 0;
        double undecided = 1;
        for (Plan<S> part : folded) {
            cost += undecided * part.cost();
            undecided *= any ? 1 - part.chance() : part.chance();
        }
        return new Branch<>(any, List.copyOf(folded), cost, any ? 1 - undecided : undecided);
    }

    private static <S> void fold(List<Plan<S>> folded, Plan<S> part, boolean any) {
        for (int i = 0; i < folded.size(); i++) {
            @Nullable Plan<S> joined = folded.get(i).join(part, any);
            if (joined != null) {
                folded.set(i, joined);
                return;
            }
        }
        folded.add(part);
    }

    @Override
    public boolean isTimeless() {
        return parts.stream().allMatch(Plan::isTimeless);
    }

    @Override
    public Check<S> check(Assembly assembly) {
        return assembly.join(parts.stream().map(part -> part.check(assembly)).toList(), any);
    }
}
