package org.sambandh.crm.ticket;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.ServicePolicyId;
import org.sambandh.crm.common.Text;

/**
 * What a ticket was promised, and how that stands.
 *
 * @param policy the policy that promises
 * @param rule the code of its rule; null if none fits
 * @param firstResponse the clock of the answer; null if nothing is promised
 * @param resolution the clock of the solution; null if nothing is promised
 * @param recorded how it ended as another system told it, whatever the clocks say; null if none did
 * @param escalations the steps that were taken, in their order
 * @param nextEscalationAt when the next step is due; null if none is, or it moves because the clock stands still
 */
public record ServiceLevel(
        ServicePolicyId policy,
        @Nullable String rule,
        @Nullable ServiceClock firstResponse,
        @Nullable ServiceClock resolution,
        @Nullable ServiceOutcome recorded,
        List<Escalation> escalations,
        @Nullable Instant nextEscalationAt) {

    /** Nothing promised, under the tenant's usual policy. */
    public static final ServiceLevel NONE =
            new ServiceLevel(ServicePolicy.DEFAULT, null, null, null, null, List.of(), null);

    /**
     * Checks and copies what it is given.
     *
     * @param policy the policy that promises
     * @param rule the code of its rule; null if none fits
     * @param firstResponse the clock of the answer; null if nothing is promised
     * @param resolution the clock of the solution; null if nothing is promised
     * @param recorded how it ended as another system told it, whatever the clocks say; null if none did
     * @param escalations the steps that were taken, in their order
     * @param nextEscalationAt when the next step is due; null if none is, or it moves because the clock stands still
     */
    public ServiceLevel {
        rule = Text.orMissing("ticket.serviceLevel.rule", rule, 60);
        escalations = List.copyOf(escalations);
        nextEscalationAt = nextEscalationAt == null ? null : nextEscalationAt.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Returns the clock of a goal.
     *
     * @param goal the goal
     * @return the clock; nothing if nothing is promised
     */
    public Optional<ServiceClock> clock(ServiceGoal goal) {
        return Optional.ofNullable(goal == ServiceGoal.FIRST_RESPONSE ? firstResponse : resolution);
    }

    /**
     * Returns when the next promise is due.
     *
     * @return the earliest due instant of a clock that is not completed, also if it has passed; nothing if none is
     *     running
     */
    public Optional<Instant> nextDueAt() {
        return clocks().filter(ServiceClock::isOpen)
                .flatMap(clock -> Stream.ofNullable(clock.dueAt()))
                .min(Instant::compareTo);
    }

    /**
     * Returns how the promises ended.
     *
     * @return what another system told; else breached as soon as one was completed too late, met when all are completed
     *     in time, nothing before and where nothing was promised
     */
    public Optional<ServiceOutcome> outcome() {
        if (recorded != null) {
            return Optional.of(recorded);
        }
        if (clocks().anyMatch(clock -> clock.outcome() == ServiceOutcome.BREACHED)) {
            return Optional.of(ServiceOutcome.BREACHED);
        }
        boolean met = clocks().findAny().isPresent() && clocks().noneMatch(ServiceClock::isOpen);
        return met ? Optional.of(ServiceOutcome.MET) : Optional.empty();
    }

    /** {@return the highest level a step raised it to; 0 if none did} */
    public int level() {
        return escalations.stream().mapToInt(Escalation::level).max().orElse(0);
    }

    boolean hasTaken(EscalationStep step) {
        return escalations.stream().anyMatch(taken -> taken.step().equals(step.code()));
    }

    ServiceLevel withClocks(
            @Nullable String newRule, @Nullable ServiceClock newResponse, @Nullable ServiceClock newResolution) {
        return new ServiceLevel(policy, newRule, newResponse, newResolution, recorded, escalations, nextEscalationAt);
    }

    ServiceLevel withNext(@Nullable Instant at) {
        return new ServiceLevel(policy, rule, firstResponse, resolution, recorded, escalations, at);
    }

    ServiceLevel withTaken(List<Escalation> taken) {
        return new ServiceLevel(policy, rule, firstResponse, resolution, recorded, taken, nextEscalationAt);
    }

    ServiceLevel withRecorded(@Nullable ServiceOutcome told) {
        return new ServiceLevel(policy, rule, firstResponse, resolution, told, escalations, nextEscalationAt);
    }

    private Stream<ServiceClock> clocks() {
        return Stream.of(ServiceGoal.values()).flatMap(goal -> clock(goal).stream());
    }
}
