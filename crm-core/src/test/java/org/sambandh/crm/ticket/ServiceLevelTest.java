package org.sambandh.crm.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.ageAtLeast;
import static org.sambandh.crm.condition.Tests.is;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.ServicePolicyId;
import org.sambandh.crm.common.TicketId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.event.Event;
import org.sambandh.crm.interaction.Direction;
import org.sambandh.crm.interaction.Interaction;
import org.sambandh.crm.interaction.NewInteraction;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.settings.WorkingCalendar;
import org.sambandh.crm.store.Query;

class ServiceLevelTest {

    private final Bench bench = new Bench();
    private final Tickets tickets = bench.tickets;

    private Ticket urgent() {
        return tickets.open(NewTicket.about("x").priority(1));
    }

    private static Instant due(Ticket ticket, ServiceGoal goal) {
        return ticket.serviceLevel().clock(goal).orElseThrow().dueAt();
    }

    private long count(Condition<Ticket> condition) {
        return bench.crm.inUnit(unit -> unit.get(TicketRepository.class).count(condition, unit.moment()));
    }

    @Test
    void aTicketIsPromisedWhatTheFirstRuleThatFitsSaysForItsPriority() {
        CustomerId gold = bench.crm
                .customers()
                .register(NewCustomer.organization("Gold").country("IN"))
                .id();
        bench.promise(
                ServiceRule.of("india", new PriorityTarget(4, Duration.ofMinutes(30), null))
                        .when(where(TicketFields.CUSTOMER.to(CustomerFields.COUNTRY), is("IN"))),
                Bench.usual());

        Ticket indian = tickets.open(NewTicket.about("x").customer(gold));
        Ticket other = tickets.open(NewTicket.about("x").priority(1));
        Ticket unpromised = tickets.open(NewTicket.about("x").priority(2));

        assertThat(indian.serviceLevel().rule()).isEqualTo("india");
        assertThat(indian.serviceLevel().resolution()).isNull();
        assertThat(due(indian, ServiceGoal.FIRST_RESPONSE)).isEqualTo("2026-03-02T09:30:00Z");
        assertThat(other.serviceLevel().rule()).isEqualTo("usual");
        assertThat(due(other, ServiceGoal.FIRST_RESPONSE)).isEqualTo("2026-03-02T10:00:00Z");
        assertThat(due(other, ServiceGoal.RESOLUTION)).isEqualTo("2026-03-02T17:00:00Z");
        assertThat(unpromised.serviceLevel().nextDueAt()).isEmpty();
        assertThat(unpromised.serviceLevel().outcome()).isEmpty();
    }

    @Test
    void aRuleByACalendarOfThePolicyCountsItsTime() {
        bench.crm
                .servicePolicies()
                .save(ServicePolicy.builder(new ServicePolicyId("contract"))
                        .name("Round the clock")
                        .calendars(Map.of("always", WorkingCalendar.always(ZoneId.of("UTC"))))
                        .rules(List.of(Bench.usual().by("always")))
                        .build());
        bench.at("2026-03-07T22:00:00Z");
        Ticket ticket = tickets.open(NewTicket.about("x").priority(1).policy(new ServicePolicyId("contract")));

        assertThat(due(ticket, ServiceGoal.RESOLUTION)).isEqualTo("2026-03-08T06:00:00Z");
    }

    @Test
    void waitingHoldsBothClocksAndMovesTheDeadlines() {
        bench.promise(Bench.usual());
        TicketId id = urgent().id();
        bench.at("2026-03-02T09:30:00Z");
        Ticket waiting = tickets.pause(id);
        assertThat(due(waiting, ServiceGoal.RESOLUTION)).isNull();
        assertThat(waiting.serviceLevel().nextDueAt()).isEmpty();
        bench.at("2026-03-02T12:00:00Z");
        Ticket going = tickets.resume(id);

        assertThat(due(going, ServiceGoal.FIRST_RESPONSE)).isEqualTo("2026-03-02T12:30:00Z");
        assertThat(due(going, ServiceGoal.RESOLUTION)).isEqualTo("2026-03-03T11:30:00Z");
    }

    @Test
    void aTicketThatWasLateBeforeItWaitsStaysLate() {
        bench.promise(Bench.usual());
        TicketId id = urgent().id();
        bench.at("2026-03-02T11:00:00Z");
        Ticket waiting = tickets.pause(id);

        assertThat(due(waiting, ServiceGoal.FIRST_RESPONSE)).isEqualTo("2026-03-02T10:00:00Z");
        assertThat(tickets.dueBefore(bench.now(), 10).items()).containsExactly(waiting);
    }

    @Test
    void answersAndSolutionsAreJudgedWhenTheyAreGivenAndStayJudged() {
        bench.promise(Bench.usual());
        TicketId id = urgent().id();
        bench.at("2026-03-02T10:00:00Z");
        ServiceLevel answered = tickets.respond(id).serviceLevel();
        assertThat(answered.firstResponse().outcome()).isEqualTo(ServiceOutcome.MET);
        assertThat(answered.outcome()).isEmpty();
        bench.at("2026-03-03T09:00:01Z");
        ServiceLevel solved = tickets.solve(id, null).serviceLevel();

        assertThat(solved.firstResponse().outcome()).isEqualTo(ServiceOutcome.MET);
        assertThat(solved.resolution().outcome()).isEqualTo(ServiceOutcome.BREACHED);
        assertThat(solved.outcome()).contains(ServiceOutcome.BREACHED);
        assertThat(count(Tickets.breached())).isEqualTo(1);
        assertThat(count(where(TicketFields.SERVICE_OUTCOME, is(ServiceOutcome.BREACHED))))
                .isEqualTo(1);
    }

    @Test
    void aSolutionAnswersWhereNobodyDid() {
        bench.promise(Bench.usual());
        TicketId id = urgent().id();
        bench.at("2026-03-02T10:30:00Z");
        ServiceLevel closed = tickets.close(id).serviceLevel();

        assertThat(closed.firstResponse().outcome()).isEqualTo(ServiceOutcome.BREACHED);
        assertThat(closed.resolution().outcome()).isEqualTo(ServiceOutcome.MET);
        assertThat(closed.nextDueAt()).isEmpty();
    }

    @Test
    void anAnswerCanBeRecordedLaterAtTheTimeItWasGiven() {
        bench.promise(Bench.usual());
        TicketId id = urgent().id();
        bench.at("2026-03-02T09:40:00Z");
        tickets.pause(id);
        bench.at("2026-03-02T12:00:00Z");
        bench.refused(
                "ticket-in-order",
                tickets.get(id),
                () -> tickets.respond(id, bench.now().plusSeconds(1)));
        bench.refused("ticket-in-order", tickets.get(id), () -> tickets.respond(id, Bench.MONDAY.minusSeconds(1)));
        ServiceClock response = tickets.respond(id, Instant.parse("2026-03-02T09:20:00Z"))
                .serviceLevel()
                .firstResponse();

        assertThat(response.outcome()).isEqualTo(ServiceOutcome.MET);
        assertThat(response.holds()).isEmpty();
        assertThat(response.completedAt()).isEqualTo("2026-03-02T09:20:00Z");
    }

    @Test
    void anOutboundInteractionRegardingTheTicketIsAnAnswer() {
        bench.promise(Bench.usual());
        Ticket ticket = urgent();
        bench.at("2026-03-02T09:10:00Z");
        Interaction inbound = bench.crm
                .interactions()
                .log(NewInteraction.email(Direction.INBOUND).regarding(ticket.ref()));
        Interaction elsewhere = bench.crm.interactions().log(NewInteraction.email(Direction.OUTBOUND));
        Interaction answer = bench.crm
                .interactions()
                .log(NewInteraction.email(Direction.OUTBOUND)
                        .regarding(ticket.ref())
                        .occurredAt(Instant.parse("2026-03-02T09:05:00Z")));

        bench.refused("answer-is-outbound", ticket, () -> tickets.respond(ticket.id(), inbound.id()));
        bench.refused("answer-is-outbound", ticket, () -> tickets.respond(ticket.id(), elsewhere.id()));
        assertThat(tickets.respond(ticket.id(), answer.id()).respondedAt())
                .contains(Instant.parse("2026-03-02T09:05:00Z"));
    }

    @Test
    void reopeningRunsTheClockOfTheSolutionOnAndTheTimeSinceDoesNotCount() {
        bench.promise(Bench.usual());
        TicketId id = urgent().id();
        bench.at("2026-03-02T11:00:00Z");
        tickets.solve(id, null);
        bench.at("2026-03-05T09:00:00Z");
        Ticket again = tickets.reopen(id, "no better");

        assertThat(again.serviceLevel().resolution().outcome()).isNull();
        assertThat(again.serviceLevel().firstResponse().outcome()).isEqualTo(ServiceOutcome.BREACHED);
        assertThat(due(again, ServiceGoal.RESOLUTION)).isEqualTo("2026-03-05T15:00:00Z");
        bench.at("2026-03-05T15:00:00Z");
        assertThat(tickets.solve(id, null).serviceLevel().resolution().outcome())
                .isEqualTo(ServiceOutcome.MET);
    }

    @Test
    void aChangedPriorityPlansAnewAndTheTimeUsedUpCounts() {
        bench.promise(Bench.usual());
        Ticket slow = tickets.open(NewTicket.about("x").impact(3).urgency(3));
        assertThat(due(slow, ServiceGoal.RESOLUTION)).isEqualTo("2026-03-03T17:00:00Z");
        bench.at("2026-03-02T12:00:00Z");
        Ticket fast = tickets.assess(slow.id(), 1, 1);

        assertThat(due(fast, ServiceGoal.RESOLUTION)).isEqualTo("2026-03-02T17:00:00Z");
        assertThat(due(fast, ServiceGoal.FIRST_RESPONSE)).isEqualTo("2026-03-02T10:00:00Z");
        assertThat(tickets.dueBefore(bench.now(), 10).items()).containsExactly(fast);
        assertThat(tickets.prioritise(slow.id(), 2).serviceLevel().nextDueAt()).isEmpty();
    }

    @Test
    void whatIsPromisedStaysWhenThePolicyChangesUntilItIsPlannedAnew() {
        bench.promise(Bench.usual());
        TicketId id = urgent().id();
        ServicePolicy policy = bench.crm.servicePolicies().get(ServicePolicy.DEFAULT);
        bench.crm
                .servicePolicies()
                .save(policy.toBuilder()
                        .rules(List.of(ServiceRule.of("faster", new PriorityTarget(1, null, Duration.ofHours(2)))))
                        .build());
        bench.at("2026-03-02T09:10:00Z");

        assertThat(due(tickets.moveTo(id, "open"), ServiceGoal.RESOLUTION)).isEqualTo("2026-03-02T17:00:00Z");
        Ticket planned = tickets.replan(id);
        assertThat(due(planned, ServiceGoal.RESOLUTION)).isEqualTo("2026-03-02T11:00:00Z");
        assertThat(planned.serviceLevel().rule()).isEqualTo("faster");
        assertThat(planned.serviceLevel().firstResponse()).isNull();
    }

    @Test
    void aTargetWithoutACalendarIsRefused() {
        assertThatThrownBy(() -> ServicePolicy.builder(ServicePolicy.DEFAULT)
                        .rules(List.of(Bench.usual().by("gone")))
                        .build())
                .isInstanceOfSatisfying(
                        Invalid.class, e -> assertThat(e.path()).isEqualTo("servicePolicy.rules.usual.calendar"));
    }

    @Test
    void aCalendarThatNeverOpensIsRefusedAndNothingIsWritten() {
        Bench shut = new Bench(TenantSettings.of(ZoneId.of("UTC"), Currency.getInstance("INR"))
                .withWorkingCalendar(WorkingCalendar.of(ZoneId.of("UTC"))));
        shut.promise(Bench.usual());
        int before = shut.events().size();

        assertThatThrownBy(() -> shut.tickets.open(NewTicket.about("x").priority(1)))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.rule()).isEqualTo("calendar-opens"));
        assertThat(shut.events()).hasSize(before);
        assertThat(shut.tickets.open(NewTicket.about("x").priority(2)).number()).isEqualTo("T-000001");
    }

    @Test
    void aCalendarByWhichAnOpenTicketRunsCannotBeTakenAway() {
        ServicePolicy policy = bench.crm
                .servicePolicies()
                .save(ServicePolicy.builder(ServicePolicy.DEFAULT)
                        .calendars(Map.of("always", WorkingCalendar.always(ZoneId.of("UTC"))))
                        .rules(List.of(Bench.usual().by("always")))
                        .build());
        TicketId id = urgent().id();
        ServicePolicy without = policy.toBuilder()
                .calendars(Map.of())
                .rules(List.of(Bench.usual()))
                .build();

        bench.refused(
                "calendar-in-use", policy, () -> bench.crm.servicePolicies().save(without));
        tickets.close(id);
        assertThat(bench.crm.servicePolicies().save(without).calendars()).isEmpty();
    }

    @Test
    void reopeningATicketWhoseCalendarIsGoneIsRefused() {
        ServicePolicy policy = bench.crm
                .servicePolicies()
                .save(ServicePolicy.builder(ServicePolicy.DEFAULT)
                        .calendars(Map.of("always", WorkingCalendar.always(ZoneId.of("UTC"))))
                        .rules(List.of(Bench.usual().by("always")))
                        .build());
        TicketId id = urgent().id();
        tickets.close(id);
        bench.crm
                .servicePolicies()
                .save(policy.toBuilder()
                        .calendars(Map.of())
                        .rules(List.of(Bench.usual()))
                        .build());

        bench.refused("target-without-calendar", tickets.get(id), () -> tickets.reopen(id, "x"));
    }

    @Test
    void aPolicyThatIsTheSameIsNotWrittenAndOneWithUnknownFieldsIsRefused() {
        ServicePolicy stored = bench.promise(Bench.usual());

        assertThat(bench.promise(Bench.usual()).revision()).isEqualTo(stored.revision());
        assertThat(bench.eventTypes()).containsExactly(TicketEvents.POLICY_SAVED);
        assertThat(bench.crm.servicePolicies().list()).containsExactly(stored);
        var foreign = org.sambandh.crm.field.Field.attribute(
                Ticket.class, "undeclared", org.sambandh.crm.field.FieldType.TEXT);
        assertThatThrownBy(() -> bench.promise(Bench.usual().when(where(foreign, is("x")))))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void whatIsDueComesInOrderOnPagesAndWhatWaitsDoesNot() {
        bench.promise(Bench.usual());
        Ticket slow = tickets.open(NewTicket.about("x"));
        Ticket fast = urgent();
        Ticket waiting = tickets.pause(urgent().id());
        tickets.close(urgent().id());

        assertThat(tickets.dueBefore(Instant.parse("2026-03-02T09:59:59Z"), 10).items())
                .isEmpty();
        assertThat(tickets.dueBefore(Instant.parse("2026-03-02T10:00:00Z"), 10).items())
                .containsExactly(fast);
        var page = tickets.dueBefore(Instant.parse("2026-04-01T00:00:00Z"), 1);
        assertThat(page.items()).containsExactly(fast).doesNotContain(waiting);
        assertThat(tickets.dueBefore(
                                Instant.parse("2026-04-01T00:00:00Z"),
                                1,
                                page.next().orElseThrow())
                        .items())
                .containsExactly(slow);
    }

    @Test
    void conditionsCanAskForDueTimesBreachAndAge() {
        bench.promise(Bench.usual());
        urgent();
        Condition<Ticket> old =
                all(where(TicketFields.OPEN, is(true)), where(TicketFields.OPENED_AT, ageAtLeast(Duration.ofHours(2))));
        bench.at("2026-03-02T10:00:00Z");
        assertThat(count(Tickets.breached())).isZero();
        assertThat(count(old)).isZero();
        bench.at(Instant.parse("2026-03-02T10:00:00.000001Z"));
        assertThat(count(Tickets.breached())).isEqualTo(1);
        bench.at("2026-03-02T11:00:00Z");
        assertThat(count(old)).isEqualTo(1);
        assertThat(Tickets.breached().describe()).contains("next due time");
    }

    @Test
    void escalationsAreToldOnceInTheirOrderAndMoveWithHolds() {
        ServiceRule rule = Bench.usual()
                .escalating(
                        new EscalationStep(
                                "warn",
                                ServiceGoal.RESOLUTION,
                                new EscalationPoint.AtPercent(75),
                                new EscalationAction.Notify("owner")),
                        new EscalationStep(
                                "hurry",
                                ServiceGoal.RESOLUTION,
                                new EscalationPoint.Before(Duration.ofHours(1)),
                                new EscalationAction.RaiseLevel(2)),
                        new EscalationStep(
                                "late",
                                ServiceGoal.FIRST_RESPONSE,
                                new EscalationPoint.After(Duration.ofHours(1)),
                                new EscalationAction.Reassign(org.sambandh.crm.team.Ownership.of(
                                        new org.sambandh.crm.common.TeamId("second")))));
        bench.promise(rule);
        TicketId id = urgent().id();
        assertThat(tickets.get(id).serviceLevel().nextEscalationAt()).isEqualTo("2026-03-02T11:00:00Z");
        bench.at("2026-03-02T10:59:59Z");
        assertThat(tickets.escalations(bench.now())).isEmpty();
        bench.at("2026-03-02T11:00:00Z");
        assertThat(tickets.escalations(bench.now()))
                .extracting(t -> t.step().code())
                .containsExactly("late");
        assertThat(tickets.escalations(bench.now())).isEmpty();
        tickets.pause(id);
        bench.at("2026-03-02T16:59:00Z");
        assertThat(tickets.escalations(bench.now())).isEmpty();
        tickets.resume(id);
        assertThat(tickets.get(id).serviceLevel().nextEscalationAt()).isEqualTo("2026-03-03T12:59:00Z");
        bench.at("2026-03-03T16:00:00Z");
        List<TakenStep> steps = tickets.escalations(bench.now());

        assertThat(steps).extracting(t -> t.step().code()).containsExactly("warn", "hurry");
        assertThat(steps)
                .extracting(t -> t.taken().dueAt())
                .containsExactly(Instant.parse("2026-03-03T12:59:00Z"), Instant.parse("2026-03-03T13:59:00Z"));
        Ticket ticket = tickets.get(id);
        assertThat(ticket.serviceLevel().level()).isEqualTo(2);
        assertThat(ticket.serviceLevel().nextEscalationAt()).isNull();
        assertThat(ticket.owner()).isEmpty();
        assertThat(bench.events().stream()
                        .filter(e -> e.type().equals(TicketEvents.ESCALATED))
                        .map(Event::data))
                .extracting(data -> data.get("action")
                        + data.getOrDefault("ownerTeam", "")
                        + data.getOrDefault("whom", "")
                        + data.getOrDefault("level", ""))
                .containsExactly("reassignsecond", "notifyowner", "raiseLevel2");
        tickets.close(id);
        tickets.reopen(id, "x");
        bench.pass(Duration.ofDays(30));
        assertThat(tickets.escalations(bench.now())).isEmpty();
    }

    @Test
    void aStepOfAClockThatIsCompletedIsNotTaken() {
        bench.promise(Bench.usual()
                .escalating(new EscalationStep(
                        "late",
                        ServiceGoal.FIRST_RESPONSE,
                        new EscalationPoint.AtPercent(100),
                        new EscalationAction.Notify("owner"))));
        TicketId id = urgent().id();
        tickets.respond(id);
        bench.at("2026-03-02T12:00:00Z");

        assertThat(tickets.escalations(bench.now())).isEmpty();
        assertThat(bench.crm.<List<Ticket>>inUnit(unit -> unit.get(TicketRepository.class)
                        .find(Query.of(where(TicketFields.LEVEL, is(0)), unit.moment()))
                        .items()))
                .hasSize(1);
    }
}
