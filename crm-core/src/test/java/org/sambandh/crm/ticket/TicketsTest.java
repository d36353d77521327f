package org.sambandh.crm.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.DuplicateKey;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.FileRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.ServicePolicyId;
import org.sambandh.crm.common.StaleRevision;
import org.sambandh.crm.common.StoreFailure;
import org.sambandh.crm.common.TeamId;
import org.sambandh.crm.common.TicketId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.event.Event;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.interaction.Body;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.store.Upserted;
import org.sambandh.crm.team.Ownership;

class TicketsTest {

    private static final Field.One<Ticket, String> SITE = Field.attribute(Ticket.class, "site", FieldType.TEXT);
    private static final ExternalRef MAIL = new ExternalRef("mail", "message", "<1@example.in>");

    private final Bench bench = new Bench(SITE);
    private final Tickets tickets = bench.tickets;

    @Test
    void aTicketIsOpenedWithANumberAPriorityAndTheFirstStatus() {
        CustomerId firm = bench.person("Firm");
        CustomerId asha = bench.person("Asha");
        Ticket ticket = tickets.open(NewTicket.about("Drill stopped")
                .description("It stopped.\r\nTwice. ")
                .category("hardware", "drill")
                .impact(1)
                .urgency(2)
                .customer(firm)
                .contact(asha)
                .owner(Ownership.of(new UserId("meera")))
                .attribute(SITE, "Pune"));

        assertThat(ticket.number()).isEqualTo("T-000001");
        assertThat(ticket.classification()).isEqualTo(new Classification("hardware", "drill", 1, 2, 2, false));
        assertThat(ticket.history()).containsExactly(new StatusVisit("new", TicketPhase.NEW, Bench.MONDAY, null));
        assertThat(ticket.openedAt()).isEqualTo(Bench.MONDAY);
        assertThat(ticket.openedBy()).isEqualTo(Actor.user("meera"));
        assertThat(ticket.customer()).contains(firm);
        assertThat(ticket.contact()).contains(asha);
        assertThat(ticket.description()).contains(new Body.Text("It stopped.\r\nTwice. "));
        assertThat(ticket.attributes().values()).containsEntry("site", "Pune");
        assertThat(ticket.serviceLevel()).isEqualTo(ServiceLevel.NONE);
        assertThat(tickets.get(ticket.id()).sameAs(ticket)).isTrue();
        Event opened = bench.events().get(bench.events().size() - 1);
        assertThat(opened.type()).isEqualTo(TicketEvents.OPENED);
        assertThat(opened.subject()).isEqualTo(ticket.ref());
        assertThat(opened.concerning()).containsExactly(EntityRef.of(firm), EntityRef.of(asha));
    }

    @Test
    void aDescriptionIsKeptAsItCameAndReadAsTextByConditions() {
        Ticket decomposed = tickets.open(NewTicket.about("Café").description("cafe\u0301"));
        Ticket noText = tickets.open(NewTicket.about("Zero").description("a\u0000b"));

        assertThat(decomposed.description()).contains(new Body.Text("cafe\u0301"));
        assertThat(TicketFields.DESCRIPTION.get(decomposed)).isEqualTo("caf\u00e9");
        assertThat(noText.description()).contains(new Body.Text("a\u0000b"));
        assertThat(TicketFields.DESCRIPTION.get(noText)).isNull();
    }

    @Test
    void theStandardTableGivesThePriorityOfEveryPair() {
        int[][] expected = {{1, 2, 4}, {2, 3, 4}, {3, 4, 4}};
        for (int impact = 1; impact <= 3; impact++) {
            for (int urgency = 1; urgency <= 3; urgency++) {
                assertThat(PriorityTable.STANDARD.of(impact, urgency))
                        .as(impact + "," + urgency)
                        .isEqualTo(expected[impact - 1][urgency - 1]);
            }
        }
        assertThat(PriorityTable.STANDARD.of(null, 1)).isEqualTo(4);
    }

    @Test
    void aTenantsOwnTableAndStatusesCount() {
        tickets.declareProcess(TicketProcess.standard().toBuilder()
                .statuses(List.of(
                        new TicketStatus("neu", TicketPhase.NEW),
                        new TicketStatus("active", TicketPhase.OPEN),
                        new TicketStatus("awaiting-user", TicketPhase.WAITING),
                        new TicketStatus("awaiting-vendor", TicketPhase.WAITING),
                        new TicketStatus("resolved", TicketPhase.SOLVED),
                        new TicketStatus("closed", TicketPhase.CLOSED)))
                .priorities(new PriorityTable(List.of(new PriorityTable.Cell(2, 2, 7)), 9))
                .numberPrefix("INC")
                .build());
        Ticket ticket = tickets.open(NewTicket.about("x").impact(2).urgency(2));

        assertThat(ticket.classification().priority()).isEqualTo(7);
        assertThat(ticket.number()).isEqualTo("INC000001");
        assertThat(ticket.status().status()).isEqualTo("neu");
        tickets.pause(ticket.id());
        assertThat(tickets.moveTo(ticket.id(), "awaiting-vendor").status().phase())
                .isEqualTo(TicketPhase.WAITING);
        assertThatThrownBy(() -> tickets.moveTo(ticket.id(), "waiting")).isInstanceOf(Invalid.class);
        assertThat(tickets.declareProcess(tickets.process()).revision())
                .isEqualTo(tickets.process().revision());
        assertThat(bench.eventTypes()).containsOnlyOnce(TicketEvents.PROCESS_DECLARED);
    }

    @Test
    void aProcessNeedsEveryPhaseAndEachCodeOnce() {
        assertThatThrownBy(() -> TicketProcess.standard().toBuilder()
                        .statuses(TicketStatus.STANDARD.subList(0, 4))
                        .build())
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() ->
                        new PriorityTable(List.of(new PriorityTable.Cell(1, 1, 1), new PriorityTable.Cell(1, 1, 2)), 4))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void numbersGoOnBehindThoseThatWereBroughtIn() {
        tickets.open(NewTicket.about("a").number("T-000007"));
        tickets.open(NewTicket.about("b").number("OLD-9"));
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            numbers.add(tickets.open(NewTicket.about("c")).number());
        }

        assertThat(numbers).hasSize(50).contains("T-000008", "T-000057");
        assertThat(tickets.byNumber("T-000008")).isPresent();
        assertThat(tickets.byNumber("T-1")).isEmpty();
        assertThatThrownBy(() -> tickets.open(NewTicket.about("d").number("OLD-9")))
                .isInstanceOf(DuplicateKey.class);
    }

    @Test
    void anotherTenantBeginsWithItsOwnFirstNumber() {
        tickets.open(NewTicket.about("a"));

        assertThat(bench.as("other").tickets().open(NewTicket.about("a")).number())
                .isEqualTo("T-000001");
    }

    @Test
    void whoeverMeetsAnotherAtTheSequenceRunsAgainAndOneNumberIsGivenOnce() {
        List<StaleRevision> met = new java.util.ArrayList<>();
        Units units = new Units() {
            @Override
            public <R> R run(java.util.function.Function<Unit, R> work) {
                if (met.size() < 3) {
                    met.add(new StaleRevision(List.of(new EntityRef("ticketSequence", "default"))));
                    throw met.get(met.size() - 1);
                }
                return bench.crm.inUnit(work);
            }
        };

        assertThat(new Tickets(units).open(NewTicket.about("a")).number()).isEqualTo("T-000001");
        assertThat(met).hasSize(3);
    }

    @Test
    void insideALargerUnitTheFirstRefusalIsTold() {
        StaleRevision stale = new StaleRevision(List.of(new EntityRef("ticketSequence", "default")));
        int[] calls = {0};
        Units dead = new Units() {
            @Override
            public <R> R run(java.util.function.Function<Unit, R> work) {
                if (calls[0]++ == 0) {
                    throw stale;
                }
                throw new StoreFailure("the transaction is dead");
            }
        };

        assertThatThrownBy(() -> new Tickets(dead).open(NewTicket.about("a"))).isSameAs(stale);
        assertThat(calls[0]).isEqualTo(2);
    }

    @Test
    void otherRefusalsAreNotTriedAgain() {
        int[] calls = {0};
        Units stale = new Units() {
            @Override
            public <R> R run(java.util.function.Function<Unit, R> work) {
                calls[0]++;
                throw new StaleRevision(List.of(new EntityRef("ticket", "t1")));
            }
        };

        assertThatThrownBy(() -> new Tickets(stale).open(NewTicket.about("a"))).isInstanceOf(StaleRevision.class);
        assertThat(calls[0]).isEqualTo(1);
    }

    @Test
    void theWholeWayOfATicketIsToldInEventsAndKeptInItsHistory() {
        Ticket ticket = tickets.open(NewTicket.about("Drill stopped"));
        bench.pass(Duration.ofMinutes(5));
        tickets.moveTo(ticket.id(), "open");
        tickets.respond(ticket.id());
        bench.pass(Duration.ofMinutes(5));
        tickets.pause(ticket.id());
        bench.pass(Duration.ofMinutes(5));
        tickets.resume(ticket.id());
        bench.pass(Duration.ofMinutes(5));
        tickets.solve(ticket.id(), "replaced");
        bench.pass(Duration.ofMinutes(5));
        tickets.reopen(ticket.id(), "stopped again");
        bench.pass(Duration.ofMinutes(5));
        tickets.solve(ticket.id(), "repaired");
        bench.pass(Duration.ofMinutes(5));
        Ticket closed = tickets.close(ticket.id());

        assertThat(closed.history().stream().map(StatusVisit::status))
                .containsExactly("new", "open", "waiting", "open", "solved", "open", "solved", "closed");
        assertThat(closed.reopens()).isEqualTo(1);
        assertThat(closed.resolutionCode()).contains("repaired");
        assertThat(closed.solvedAt()).contains(Instant.parse("2026-03-02T09:30:00Z"));
        assertThat(closed.closedAt()).contains(Instant.parse("2026-03-02T09:35:00Z"));
        assertThat(closed.respondedAt()).contains(Instant.parse("2026-03-02T09:05:00Z"));
        assertThat(bench.eventTypes())
                .containsExactly(
                        TicketEvents.OPENED,
                        TicketEvents.STATUS_CHANGED,
                        TicketEvents.RESPONDED,
                        TicketEvents.STATUS_CHANGED,
                        TicketEvents.STATUS_CHANGED,
                        TicketEvents.SOLVED,
                        TicketEvents.REOPENED,
                        TicketEvents.SOLVED,
                        TicketEvents.CLOSED);
        assertThat(bench.events().get(6).data()).containsEntry("reason", "stopped again");
    }

    @Test
    void whatCannotBeDoneIsRefusedByARuleAndWritesNothing() {
        bench.promise(Bench.usual());
        TicketId id = tickets.open(NewTicket.about("x")).id();
        bench.refused("ticket-not-waiting", tickets.get(id), () -> tickets.resume(id));
        bench.refused("ticket-open", tickets.get(id), () -> tickets.reopen(id, "x"));
        bench.refused("ticket-status", tickets.get(id), () -> tickets.moveTo(id, "new"));
        tickets.pause(id);
        bench.refused("ticket-waiting", tickets.get(id), () -> tickets.pause(id));
        bench.refused("ticket-waiting", tickets.get(id), () -> tickets.moveTo(id, "waiting"));
        tickets.respond(id);
        bench.refused("ticket-answered", tickets.get(id), () -> tickets.respond(id));
        tickets.solve(id, null);
        bench.refused("ticket-solved", tickets.get(id), () -> tickets.solve(id, null));
        bench.refused("ticket-solved", tickets.get(id), () -> tickets.moveTo(id, "open"));
        bench.refused("ticket-solved", tickets.get(id), () -> tickets.pause(id));
        bench.refused("ticket-solved", tickets.get(id), () -> tickets.prioritise(id, 1));
        tickets.close(id);
        bench.refused("ticket-closed", tickets.get(id), () -> tickets.close(id));
        bench.refused("ticket-closed", tickets.get(id), () -> tickets.moveTo(id, "open"));
        bench.refused("ticket-closed", tickets.get(id), () -> tickets.respond(id));
        bench.refused("ticket-closed", tickets.get(id), () -> tickets.assess(id, 1, 1));
        bench.refused("ticket-closed", tickets.get(id), () -> tickets.replan(id));
        bench.refused("ticket-closed", tickets.get(id), () -> tickets.assign(id, Ownership.of(new UserId("meera"))));
        bench.at("2026-03-02T08:00:00Z");
        bench.refused("ticket-in-order", tickets.get(id), () -> tickets.reopen(id, "x"));
    }

    @Test
    void handingOnIsCountedAndTheFirstOwnerAndNobodyAreNot() {
        TicketId id = tickets.open(NewTicket.about("x")).id();
        tickets.assign(id, Ownership.of(new TeamId("first-line")));
        tickets.assign(id, Ownership.of(new TeamId("second-line")));
        tickets.assign(id, Ownership.of(new TeamId("second-line")));
        tickets.assign(id, null);
        Ticket ticket = tickets.assign(id, Ownership.of(new UserId("dev")));

        assertThat(ticket.reassignments()).isEqualTo(1);
        assertThat(bench.eventTypes())
                .filteredOn(TicketEvents.REASSIGNED::equals)
                .hasSize(4);
    }

    @Test
    void aPriorityByHandStaysUntilImpactAndUrgencyAreAssessedAnew() {
        TicketId id = tickets.open(NewTicket.about("x").impact(1).urgency(1).priority(3))
                .id();
        assertThat(tickets.get(id).classification().priority()).isEqualTo(3);

        assertThat(tickets.assess(id, 2, 1).classification()).isEqualTo(new Classification(null, null, 2, 1, 2, false));
        assertThat(tickets.prioritise(id, 5).classification().priorityByHand()).isTrue();
        assertThat(tickets.classify(id, "network", "vpn").classification())
                .isEqualTo(new Classification("network", "vpn", 2, 1, 5, true));
        assertThatThrownBy(() -> tickets.prioritise(id, 0)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> tickets.classify(id, null, "vpn")).isInstanceOf(Invalid.class);
    }

    @Test
    void anAssetBringsItsPartyAndItsProduct() {
        CustomerId asha = bench.person("Asha");
        Asset drill = bench.assets.install(
                NewAsset.named("Drill").customer(asha).product(new org.sambandh.crm.common.ProductId("p1")));
        Ticket ticket = tickets.open(NewTicket.about("Stopped").asset(drill.id()));

        assertThat(ticket.customer()).contains(asha);
        assertThat(ticket.product()).contains(new org.sambandh.crm.common.ProductId("p1"));
        assertThat(tickets.open(drill.id(), 10).items()).containsExactly(ticket);
        assertThat(tickets.open(asha, 10).items()).containsExactly(ticket);
    }

    @Test
    void whatDoesNotExistIsRefusedAndNoNumberIsUsedUp() {
        assertThatThrownBy(() -> tickets.open(NewTicket.about("x").customer(new CustomerId("nobody"))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () -> tickets.open(NewTicket.about("x").asset(new org.sambandh.crm.common.AssetId("nothing"))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> tickets.open(NewTicket.about("x").policy(new ServicePolicyId("none"))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> tickets.open(NewTicket.about(" "))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> tickets.get(new TicketId("none"))).isInstanceOf(NotFound.class);
        assertThat(bench.events()).isEmpty();
        assertThat(tickets.open(NewTicket.about("x")).number()).isEqualTo("T-000001");
    }

    @Test
    void theSameDeliveryTwiceWritesOnceAndWhatIsLeftOutStays() {
        NewTicket mail = NewTicket.about("Drill stopped").impact(2).urgency(2).description(FileRef.at("m/1"));
        Upserted<Ticket> first = tickets.upsert(MAIL, mail);
        TicketId id = first.entity().id();
        tickets.assign(id, Ownership.of(new UserId("dev")));
        tickets.prioritise(id, 1);
        tickets.pause(id);
        int before = bench.events().size();

        assertThat(first).isInstanceOf(Upserted.Created.class);
        assertThat(tickets.upsert(MAIL, mail)).isInstanceOf(Upserted.Unchanged.class);
        assertThat(bench.events()).hasSize(before);
        Upserted<Ticket> third = tickets.upsert(MAIL, mail.urgency(1));
        assertThat(third).isInstanceOf(Upserted.Updated.class);
        assertThat(third.entity().classification().priority()).isEqualTo(2);
        assertThat(third.entity().owner()).contains(Ownership.of(new UserId("dev")));
        assertThat(third.entity().status().phase()).isEqualTo(TicketPhase.WAITING);
        assertThat(bench.events()).hasSize(before + 1);
    }

    @Test
    void noTextOfATicketShowsWhatItIsAbout() {
        NewTicket input = NewTicket.about("Asha's drill").description("secret");

        assertThat(input.toString()).doesNotContain("Asha");
        assertThat(tickets.open(input).toString()).doesNotContain("Asha").startsWith("ticket ");
    }
}
