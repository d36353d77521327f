package org.sambandh.crm.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Rule;
import org.sambandh.crm.store.Unit;

/** Whether a deal may go from the stage it is in to another one. */
final class StageGuard {

    private StageGuard() {}

    /** Refuses a move that the stage it is in does not allow. A stage the pipeline no longer has allows every move. */
    static void mayMove(Pipeline pipeline, Opportunity deal, Stage to) {
        List<String> allowed = pipeline.find(deal.stage()).map(Stage::next).orElseGet(List::of);
        if (!allowed.isEmpty() && !allowed.contains(to.code())) {
            throw new RuleViolation(
                    "stage-not-allowed",
                    deal.ref(),
                    "Cannot move from stage '" + deal.stage() + "' to '" + to.code() + "'. Allowed from there are "
                            + allowed + ".");
        }
    }

    /** Refuses a deal that does not pass the entry condition of a stage, naming the fields. */
    static void mayEnter(Unit unit, Opportunity deal, Stage to) {
        Rule<Opportunity> entry = to.entry();
        if (entry == null || holds(unit, entry.condition(), deal)) {
            return;
        }
        List<String> unmet = new ArrayList<>();
        collect(unit, entry.condition(), deal, unmet);
        throw new RuleViolation(
                "stage-entry",
                deal.ref(),
                "Cannot enter stage '" + to.code() + "': missing, or not as the stage asks for: "
                        + String.join(", ", unmet) + ".");
    }

    private static boolean holds(Unit unit, Condition<Opportunity> condition, Opportunity deal) {
        return CompiledCondition.of(condition, Opportunity.class, unit.catalog())
                .test(deal, unit.facts(), unit.moment());
    }

    private static void collect(Unit unit, Condition<Opportunity> condition, Opportunity deal, List<String> unmet) {
        if (condition instanceof Condition.All<Opportunity> all) {
            all.conditions().stream().filter(c -> !holds(unit, c, deal)).forEach(c -> collect(unit, c, deal, unmet));
        } else if (condition instanceof Condition.Any<Opportunity> any) {
            any.conditions().forEach(c -> collect(unit, c, deal, unmet));
        } else if (condition instanceof Condition.Not<Opportunity> not) {
            collect(unit, not.condition(), deal, unmet);
        } else if (condition instanceof Condition.FieldTest<Opportunity, ?> test) {
            add(unmet, test.field().name());
        } else if (condition instanceof Condition.RelatedTest<Opportunity, ?> related) {
            add(unmet, related.relation().name());
        } else if (condition instanceof Condition.InSegment<Opportunity> member) {
            add(unmet, "segment " + member.segment());
        }
    }

    private static void add(List<String> unmet, String name) {
        if (!unmet.contains(name)) {
            unmet.add(name);
        }
    }
}
