package org.sambandh.crm.tck;

import static org.sambandh.crm.tck.Samples.id;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.AssetId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.FileRef;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.ServicePolicyId;
import org.sambandh.crm.common.TeamId;
import org.sambandh.crm.common.TicketId;
import org.sambandh.crm.common.TicketProcessId;
import org.sambandh.crm.common.TicketSequenceId;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.interaction.Body;
import org.sambandh.crm.settings.CalendarOverride;
import org.sambandh.crm.settings.WeeklyWindow;
import org.sambandh.crm.settings.WorkingCalendar;
import org.sambandh.crm.team.Ownership;
import org.sambandh.crm.ticket.Asset;
import org.sambandh.crm.ticket.Classification;
import org.sambandh.crm.ticket.Concern;
import org.sambandh.crm.ticket.Escalation;
import org.sambandh.crm.ticket.EscalationAction;
import org.sambandh.crm.ticket.EscalationPoint;
import org.sambandh.crm.ticket.EscalationStep;
import org.sambandh.crm.ticket.Hold;
import org.sambandh.crm.ticket.MeterReading;
import org.sambandh.crm.ticket.PriorityTable;
import org.sambandh.crm.ticket.PriorityTarget;
import org.sambandh.crm.ticket.ServiceClock;
import org.sambandh.crm.ticket.ServiceGoal;
import org.sambandh.crm.ticket.ServiceLevel;
import org.sambandh.crm.ticket.ServiceOutcome;
import org.sambandh.crm.ticket.ServicePolicy;
import org.sambandh.crm.ticket.ServiceRule;
import org.sambandh.crm.ticket.StatusVisit;
import org.sambandh.crm.ticket.Ticket;
import org.sambandh.crm.ticket.TicketFields;
import org.sambandh.crm.ticket.TicketPhase;
import org.sambandh.crm.ticket.TicketProcess;
import org.sambandh.crm.ticket.TicketSequence;
import org.sambandh.crm.ticket.TicketStatus;

/** Tickets, what they are about, and how they are served and numbered. */
final class TicketSamples {

    private TicketSamples() {}

    static Ticket ticket(String id, int n) {
        Instant opened = Varied.instant(n, 1);
        return Ticket.builder(new TicketId(id))
                .externalRefs(Varied.refs("ticket", id, n))
                .number("T-" + id)
                .subjectLine(Varied.text(n, 2))
                .description(Varied.maybe(
                        n,
                        3,
                        new Body.Text(Varied.text(n, 27)),
                        new Body.File(new FileRef("mail/" + n, "message/rfc822", 3, "0".repeat(64))),
                        new Body.File(FileRef.at("scan"))))
                .classification(classification(n))
                .concern(new Concern(
                        Varied.maybe(n, 10, new CustomerId(id("customer", n % 23))),
                        Varied.maybe(n, 11, new CustomerId(id("customer", n % 20 + 2))),
                        Varied.maybe(n, 12, new ProductId(id("product", n % 20))),
                        Varied.maybe(n, 13, new AssetId(id("asset", n % 20)))))
                .owner(PartySamples.owner(n, 14))
                .openedAt(opened)
                .openedBy(Varied.one(n, 15, Actor.portal("p1"), Actor.user(id("user", n % 5)), Actor.SYSTEM))
                .history(history(n, opened))
                .respondedAt(Varied.maybe(n, 16, opened.plusNanos(1_000), opened))
                .reassignments(n == 0 ? 0 : Varied.one(n, 17, 3, 0, 1_000_000))
                .reopens(n == 0 ? 0 : Varied.one(n, 18, 1, 0))
                .resolutionCode(Varied.textOrNone(n, 19))
                .serviceLevel(serviceLevel(n, opened))
                .attributes(Varied.attributes(n))
                .build();
    }

    private static Classification classification(int n) {
        String category = Varied.textOrNone(n, 4);
        return new Classification(
                category,
                category == null ? null : Varied.textOrNone(n, 5),
                Varied.maybe(n, 6, 1, 2, 9),
                Varied.maybe(n, 7, 2, 1),
                Varied.one(n, 8, 2, 1, 4, 9),
                Varied.one(n, 9, true, false));
    }

    private static List<StatusVisit> history(int n, Instant opened) {
        Instant begun = opened.plusNanos(1_000);
        Instant solved = begun.plusSeconds(90_000);
        StatusVisit first = new StatusVisit("new", TicketPhase.NEW, opened, begun);
        StatusVisit done = new StatusVisit("gelöst 😀", TicketPhase.SOLVED, begun, solved);
        return switch (n % 4) {
            case 1 -> List.of(first, done, new StatusVisit("closed", TicketPhase.CLOSED, solved, null));
            case 2 -> List.of(first, new StatusVisit("waiting", TicketPhase.WAITING, begun, null));
            case 3 -> List.of(first, done, new StatusVisit("open", TicketPhase.OPEN, solved, null));
            default -> List.of(new StatusVisit("new", TicketPhase.NEW, opened, null));
        };
    }

    private static ServiceLevel serviceLevel(int n, Instant opened) {
        if (n == 0 || n % 5 == 2) {
            return ServiceLevel.NONE;
        }
        Instant later = opened.plusSeconds(3_600);
        ServiceClock paused = new ServiceClock(
                "day", opened, Duration.ofMillis(90_500), List.of(new Hold(opened, later)), later, null, null, null);
        ServiceClock completed = new ServiceClock(
                null,
                opened,
                Duration.ofHours(8),
                List.of(new Hold(opened, later)),
                null,
                later.plusNanos(1_000),
                later.plusSeconds(5),
                ServiceOutcome.MET);
        return new ServiceLevel(
                new ServicePolicyId(id("servicePolicy", n % 3)),
                Varied.textOrNone(n, 20),
                Varied.maybe(n, 21, completed, paused),
                Varied.maybe(n, 22, paused, completed),
                Varied.maybe(n, 23, ServiceOutcome.BREACHED, ServiceOutcome.MET),
                Varied.some(
                        n,
                        24,
                        new Escalation("warn", ServiceGoal.RESOLUTION, opened, later, 2),
                        new Escalation("😀", ServiceGoal.FIRST_RESPONSE, opened, opened, 0)),
                Varied.instantOrNone(n, 26));
    }

    static Asset asset(String id, int n) {
        LocalDate installed = Varied.dateOrNone(n, 1);
        return Asset.builder(new AssetId(id))
                .externalRefs(Varied.refs("asset", id, n))
                .name(Varied.text(n, 2))
                .product(Varied.maybe(n, 3, new ProductId(id("product", n % 20))))
                .serialNumber(Varied.maybe(n, 4, "Ä:" + id, "SN " + id))
                .serialExclusive(Varied.one(n, 5, true, false))
                .customer(Varied.maybe(n, 6, new CustomerId(id("customer", n % 23))))
                .installedOn(installed)
                .retiredOn(retired(n, installed))
                .warranty(ProductSamples.warranty(n, 8))
                .readings(readings(n))
                .attributes(Varied.attributes(n))
                .build();
    }

    private static @Nullable LocalDate retired(int n, @Nullable LocalDate installed) {
        LocalDate day = Varied.dateOrNone(n, 7);
        return day != null && installed != null && day.isBefore(installed) ? installed : day;
    }

    private static List<MeterReading> readings(int n) {
        LocalDate day = Varied.date(n, 9);
        MeterReading first = new MeterReading(1, "km", day, new BigDecimal("12000.123456789"), null);
        MeterReading right = new MeterReading(2, "km", day.plusDays(1), new BigDecimal("1200"), 1);
        MeterReading other = new MeterReading(3, "Stunden 😀", day, BigDecimal.ZERO, null);
        return n == 0 ? List.of() : Varied.one(n, 10, List.of(first, right, other), List.of(first), List.of());
    }

    static ServicePolicy policy(String id, int n) {
        return ServicePolicy.builder(new ServicePolicyId(id))
                .externalRefs(Varied.refs("policy", id, n))
                .name(Varied.text(n, 1))
                .calendars(
                        n == 0
                                ? Map.of()
                                : Map.of("day", calendar(), "Nacht 😀", WorkingCalendar.always(Samples.MOMENT.zone())))
                .rules(n == 0 ? List.of() : Varied.some(n, 2, fullRule(), ServiceRule.of("bare"), brokenOff()))
                .build();
    }

    private static WorkingCalendar calendar() {
        LocalDate day = LocalDate.of(2026, 3, 16);
        return WorkingCalendar.builder(Samples.MOMENT.zone())
                .window(WeeklyWindow.weekdays(LocalTime.of(9, 30), LocalTime.of(18, 0)))
                .window(new WeeklyWindow(EnumSet.of(DayOfWeek.SATURDAY), LocalTime.of(22, 0), LocalTime.of(2, 0)))
                .holiday(LocalDate.of(2026, 8, 15))
                .override(CalendarOverride.closed(day.atTime(12, 0), day.atTime(13, 0)))
                .override(
                        CalendarOverride.open(day.atTime(20, 0), day.plusDays(1).atStartOfDay()))
                .build();
    }

    private static ServiceRule fullRule() {
        Ownership team = Ownership.of(new TeamId(id("team", 1)));
        return ServiceRule.of(
                        "gold",
                        new PriorityTarget(1, Duration.ofMinutes(15), Duration.ofHours(4)),
                        new PriorityTarget(4, null, Duration.ofDays(3)))
                .when(Conditions.where(TicketFields.CATEGORY, Tests.is("steel")))
                .by("day")
                .escalating(
                        new EscalationStep(
                                "warn",
                                ServiceGoal.RESOLUTION,
                                new EscalationPoint.AtPercent(80),
                                new EscalationAction.Notify("owner")),
                        new EscalationStep(
                                "raise",
                                ServiceGoal.FIRST_RESPONSE,
                                new EscalationPoint.Before(Duration.ofMinutes(5)),
                                new EscalationAction.RaiseLevel(2)),
                        new EscalationStep(
                                "😀",
                                ServiceGoal.RESOLUTION,
                                new EscalationPoint.After(Duration.ZERO),
                                new EscalationAction.Reassign(team)));
    }

    /** No answer is promised, only an end. */
    private static ServiceRule brokenOff() {
        return ServiceRule.of("Nacht 😀", new PriorityTarget(9, Duration.ZERO, null))
                .by("Nacht 😀");
    }

    static TicketProcess process(String id, int n) {
        List<TicketStatus> own = List.of(
                new TicketStatus("neu", TicketPhase.NEW),
                new TicketStatus("offen 😀", TicketPhase.OPEN),
                new TicketStatus("beim Teil", TicketPhase.WAITING),
                new TicketStatus("beim Kunden", TicketPhase.WAITING),
                new TicketStatus("gelöst", TicketPhase.SOLVED),
                new TicketStatus("zu", TicketPhase.CLOSED));
        PriorityTable table =
                new PriorityTable(List.of(new PriorityTable.Cell(1, 9, 1), new PriorityTable.Cell(9, 1, 2)), 9);
        return TicketProcess.builder(new TicketProcessId(id))
                .externalRefs(Varied.refs("process", id, n))
                .statuses(n == 0 ? TicketStatus.STANDARD : Varied.one(n, 1, own, TicketStatus.STANDARD))
                .priorities(n == 0 ? new PriorityTable(List.of(), 4) : Varied.one(n, 2, table, PriorityTable.STANDARD))
                .numberPrefix(n == 0 ? "" : Varied.one(n, 3, "Fall ", "T-", ""))
                .build();
    }

    static TicketSequence sequence(String id, int n) {
        return TicketSequence.builder(new TicketSequenceId(id))
                .externalRefs(Varied.refs("sequence", id, n))
                .last(n == 0 ? 0 : Varied.one(n, 1, 999_999_999_999L, 0L, 12L))
                .build();
    }
}
