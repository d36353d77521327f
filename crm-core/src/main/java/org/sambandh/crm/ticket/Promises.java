package org.sambandh.crm.ticket;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.ServicePolicyId;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Rule;
import org.sambandh.crm.settings.WorkingCalendar;
import org.sambandh.crm.store.Unit;

/** What is promised to a ticket: finds the rule, keeps the clocks, knows which step is next. */
final class Promises {

    private final Unit unit;

    Promises(Unit unit) {
        this.unit = unit;
    }

    /** A step that is not taken yet, and when it is to be. */
    record Pending(EscalationStep step, Instant at) {}

    static Optional<ServicePolicy> policy(Unit unit, ServicePolicyId id) {
        Optional<ServicePolicy> found = unit.get(ServicePolicyRepository.class).findById(id);
        if (found.isEmpty() && !id.equals(ServicePolicy.DEFAULT)) {
            throw new NotFound(new EntityRef("servicePolicy", id.value()));
        }
        return found;
    }

    /** Finds the rule anew. What was judged stays judged. */
    Ticket made(Ticket ticket) {
        ServicePolicy policy = policy(unit, ticket.serviceLevel().policy()).orElse(null);
        ServiceRule rule = policy == null ? null : rule(policy, ticket);
        PriorityTarget target = rule == null
                ? null
                : rule.target(ticket.classification().priority()).orElse(null);
        return next(
                ticket,
                ticket.serviceLevel()
                        .withClocks(
                                rule == null ? null : rule.code(),
                                promised(ServiceGoal.FIRST_RESPONSE, ticket, policy, rule, target),
                                promised(ServiceGoal.RESOLUTION, ticket, policy, rule, target)),
                policy);
    }

    private @Nullable ServiceClock promised(
            ServiceGoal goal,
            Ticket ticket,
            @Nullable ServicePolicy policy,
            @Nullable ServiceRule rule,
            @Nullable PriorityTarget target) {
        ServiceClock before = ticket.serviceLevel().clock(goal).orElse(null);
        if (before != null && !before.isOpen()) {
            return before;
        }
        Duration time = target == null ? null : target.of(goal);
        return time == null || rule == null ? null : told(goal, ticket, rule.calendar(), time, policy);
    }

    /** Finds everything anew, as if the past that is told now had been known from the start. */
    Ticket madeAnew(Ticket ticket) {
        ServiceLevel level = ticket.serviceLevel().withClocks(null, null, null);
        return made(ticket.toBuilder().serviceLevel(level).build());
    }

    /** Tells the clocks what happened; what was promised stays. An answer that was judged stays judged. */
    Ticket kept(Ticket ticket) {
        ServiceLevel level = ticket.serviceLevel();
        ServicePolicy policy = policy(unit, level.policy()).orElse(null);
        ServiceClock response = level.firstResponse();
        ServiceClock resolution = level.resolution();
        if (response != null && response.isOpen()) {
            response = told(ServiceGoal.FIRST_RESPONSE, ticket, response.calendar(), response.target(), policy);
        }
        if (resolution != null) {
            resolution = told(ServiceGoal.RESOLUTION, ticket, resolution.calendar(), resolution.target(), policy);
        }
        return next(ticket, level.withClocks(level.rule(), response, resolution), policy);
    }

    /** The steps that are to be taken until a moment, the first first. */
    List<Pending> pending(Ticket ticket, Instant until) {
        ServicePolicy policy = policy(unit, ticket.serviceLevel().policy()).orElse(null);
        return pending(ticket, ticket.serviceLevel(), policy).stream()
                .filter(step -> !step.at().isAfter(until))
                .toList();
    }

    private Ticket next(Ticket ticket, ServiceLevel level, @Nullable ServicePolicy policy) {
        List<Pending> steps = pending(ticket, level, policy);
        ServiceLevel planned =
                level.withNext(steps.isEmpty() ? null : steps.get(0).at());
        return ticket.toBuilder().serviceLevel(planned).build();
    }

    private List<Pending> pending(Ticket ticket, ServiceLevel level, @Nullable ServicePolicy policy) {
        String code = level.rule();
        List<Pending> steps = new ArrayList<>();
        if (policy == null || code == null) {
            return steps;
        }
        for (EscalationStep step :
                policy.rule(code).map(ServiceRule::escalations).orElseGet(List::of)) {
            ServiceClock clock = level.clock(step.goal()).orElse(null);
            if (clock != null && clock.isOpen() && !level.hasTaken(step)) {
                Instant at = clock.after(step.at().of(clock.target()), calendar(ticket, policy, clock.calendar()));
                if (at != null) {
                    steps.add(new Pending(step, at));
                }
            }
        }
        steps.sort(Comparator.comparing(Pending::at));
        return steps;
    }

    private ServiceClock told(
            ServiceGoal goal, Ticket ticket, @Nullable String name, Duration target, @Nullable ServicePolicy policy) {
        return ServiceClock.of(name, Clocks.told(goal, ticket, target), calendar(ticket, policy, name));
    }

    private WorkingCalendar calendar(Ticket ticket, @Nullable ServicePolicy policy, @Nullable String name) {
        if (name == null) {
            LocalDate day = ticket.isOpen()
                    ? unit.moment().date()
                    : ticket.status().enteredAt().atZone(unit.moment().zone()).toLocalDate();
            return unit.repositories().settings().on(day).workingCalendar();
        }
        WorkingCalendar calendar = policy == null ? null : policy.calendars().get(name);
        if (calendar == null) {
            throw new RuleViolation(
                    "target-without-calendar",
                    ticket.ref(),
                    "The calendar by which its target is counted is gone from the policy; put it back, or plan the"
                            + " ticket anew");
        }
        return calendar;
    }

    private @Nullable ServiceRule rule(ServicePolicy policy, Ticket ticket) {
        for (ServiceRule rule : policy.rules()) {
            Rule<Ticket> condition = rule.condition();
            if (condition == null
                    || CompiledCondition.of(condition.condition(), Ticket.class, unit.catalog())
                            .test(ticket, unit.facts(), unit.moment())) {
                return rule;
            }
        }
        return null;
    }
}
