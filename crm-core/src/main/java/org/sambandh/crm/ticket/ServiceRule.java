package org.sambandh.crm.ticket;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Rule;

/**
 * What a service policy promises to some tickets.
 *
 * @param code its name in data, at most 60 characters, each once in a policy
 * @param condition which tickets; null for all
 * @param calendar the calendar of the policy by which time is counted; null for the tenant's own
 * @param targets what is promised, each priority at most once; a priority without any is promised nothing
 * @param escalations what is done before and after a deadline, each code once
 */
public record ServiceRule(
        String code,
        @Nullable Rule<Ticket> condition,
        @Nullable String calendar,
        List<PriorityTarget> targets,
        List<EscalationStep> escalations) {

    /**
     * Checks and copies what it is given.
     *
     * @param code its name in data, at most 60 characters, each once in a policy
     * @param condition which tickets; null for all
     * @param calendar the calendar of the policy by which time is counted; null for the tenant's own
     * @param targets what is promised, each priority at most once; a priority without any is promised nothing
     * @param escalations what is done before and after a deadline, each code once
     */
    public ServiceRule {
        code = Text.required("serviceRule.code", code, 60);
        calendar = Text.orMissing("serviceRule.calendar", calendar, 60);
        targets = List.copyOf(targets);
        escalations = List.copyOf(escalations);
        Set<Object> seen = new HashSet<>();
        for (PriorityTarget target : targets) {
            if (!seen.add(target.priority())) {
                throw new Invalid("serviceRule.targets", "each priority once, found twice " + target.priority());
            }
        }
        for (EscalationStep step : escalations) {
            if (!seen.add(step.code())) {
                throw new Invalid("serviceRule.escalations", "each code once");
            }
        }
    }

    /**
     * Returns a rule for all tickets, by the tenant's own calendar.
     *
     * @param code its name in data
     * @param targets what is promised
     * @return the rule, without escalations
     */
    public static ServiceRule of(String code, PriorityTarget... targets) {
        return new ServiceRule(code, null, null, List.of(targets), List.of());
    }

    /**
     * Returns this rule for some tickets only.
     *
     * @param which the condition
     * @return the changed rule
     */
    public ServiceRule when(Condition<Ticket> which) {
        return new ServiceRule(code, Rule.of(Ticket.class, which), calendar, targets, escalations);
    }

    /**
     * Returns this rule by another calendar.
     *
     * @param name a calendar of the policy
     * @return the changed rule
     */
    public ServiceRule by(String name) {
        return new ServiceRule(code, condition, name, targets, escalations);
    }

    /**
     * Returns this rule with escalations.
     *
     * @param steps all of them
     * @return the changed rule
     */
    public ServiceRule escalating(EscalationStep... steps) {
        return new ServiceRule(code, condition, calendar, targets, List.of(steps));
    }

    Optional<PriorityTarget> target(int priority) {
        return targets.stream().filter(t -> t.priority() == priority).findFirst();
    }
}
