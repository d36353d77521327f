package org.sambandh.crm.ticket;

import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.ServicePolicyId;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Rule;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;

/** Declares what a tenant promises. Without a policy under {@link ServicePolicy#DEFAULT} a ticket is promised nothing. */
public final class ServicePolicies {

    private final Units units;

    /**
     * Makes the service.
     *
     * @param units gives units of work
     */
    public ServicePolicies(Units units) {
        this.units = units;
    }

    /**
     * Returns a policy.
     *
     * @param id its id
     * @return the policy
     * @throws NotFound if there is none
     */
    public ServicePolicy get(ServicePolicyId id) {
        return units.run(unit -> unit.get(ServicePolicyRepository.class)
                .findById(id)
                .orElseThrow(() -> new NotFound(new EntityRef("servicePolicy", id.value()))));
    }

    /** {@return all policies, by id; at most 1,000} */
    public List<ServicePolicy> list() {
        return units.run(unit -> unit.get(ServicePolicyRepository.class)
                .find(Query.<ServicePolicy>all(unit.moment()).limit(1_000))
                .items());
    }

    /**
     * Declares a policy, or changes one. Tickets keep what they were promised until they are planned anew.
     *
     * @param policy the policy as it is to be; its revision, unless new, must be the stored one
     * @return the policy as stored; nothing is written where it is the same
     * @throws RuleViolation {@code calendar-in-use} if a calendar is gone by which the clock of an open ticket runs
     * @throws org.sambandh.crm.common.StaleRevision if somebody else changed it
     * @throws org.sambandh.crm.common.Invalid if a condition names what the catalogue does not know
     */
    public ServicePolicy save(ServicePolicy policy) {
        return units.run(unit -> {
            for (ServiceRule rule : policy.rules()) {
                if (rule.condition() instanceof Rule.Valid<Ticket> which) {
                    CompiledCondition.of(which.condition(), Ticket.class, unit.catalog());
                }
            }
            Optional<ServicePolicy> before =
                    unit.get(ServicePolicyRepository.class).findById(policy.id());
            if (before.filter(policy::sameAs).isPresent()) {
                return before.orElseThrow();
            }
            before.ifPresent(known -> keepsCalendars(unit, known, policy));
            ServicePolicy stored = unit.get(ServicePolicyRepository.class)
                    .save(List.of(policy))
                    .get(0);
            unit.record(
                    TicketEvents.POLICY_SAVED, ServicePolicy.class, before.orElse(null), stored, List.of(), Map.of());
            return stored;
        });
    }

    private static void keepsCalendars(Unit unit, ServicePolicy before, ServicePolicy after) {
        Set<String> gone = new HashSet<>(before.calendars().keySet());
        gone.removeAll(after.calendars().keySet());
        for (String name : gone) {
            List<Ticket> running = unit.get(TicketRepository.class)
                    .find(Query.of(
                                    all(
                                            where(TicketFields.CALENDARS, is(name)),
                                            where(TicketFields.SERVICE_POLICY, is(after.id())),
                                            where(TicketFields.OPEN, is(true))),
                                    unit.moment())
                            .limit(1))
                    .items();
            if (!running.isEmpty()) {
                throw new RuleViolation(
                        "calendar-in-use",
                        after.ref(),
                        "A calendar that is gone counts the time of open tickets, for example "
                                + running.get(0).ref() + "; keep it until they are done or planned anew");
            }
        }
    }
}
