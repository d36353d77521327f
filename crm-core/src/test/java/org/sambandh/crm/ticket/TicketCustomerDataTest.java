package org.sambandh.crm.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.customer.CustomerRepository;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.CustomerData;

class TicketCustomerDataTest {

    private static final Field.One<Ticket, String> SITE =
            Field.attribute(Ticket.class, "site", FieldType.TEXT).asPersonal();
    private static final Field.One<Ticket, String> LINE = Field.attribute(Ticket.class, "line", FieldType.TEXT);

    private final Bench bench = new Bench(SITE, LINE);
    private final CustomerId asha = bench.person("Asha");
    private final CustomerId firm = bench.person("Firm");
    private final CustomerData data = new TicketCustomerData();
    private final Asset drill = bench.assets.install(
            NewAsset.named("Asha's drill").serialNumber("s-1").customer(asha));
    private final Ticket own = bench.tickets.open(NewTicket.about("Asha's drill stopped")
            .description("It hurt Asha")
            .customer(asha)
            .asset(drill.id())
            .attribute(SITE, "at home")
            .attribute(LINE, "north"));
    private final Ticket onBehalf =
            bench.tickets.open(NewTicket.about("Mill").customer(firm).contact(asha));

    @Test
    void aMergeMovesTicketsAndAssetsInEveryRole() {
        CustomerId survivor = bench.person("Asha Rao");
        bench.crm.inUnit(unit -> {
            data.repoint(unit, asha, survivor);
            return unit;
        });

        assertThat(bench.tickets.get(own.id()).customer()).contains(survivor);
        assertThat(bench.tickets.get(onBehalf.id()).contact()).contains(survivor);
        assertThat(bench.tickets.get(onBehalf.id()).customer()).contains(firm);
        assertThat(bench.assets.get(drill.id()).customer()).contains(survivor);
        assertThat(bench.tickets.open(asha, 10).items()).isEmpty();
    }

    @Test
    void everythingIsExportedWithItsTextsAndReadings() {
        bench.assets.read(drill.id(), "hours", LocalDate.of(2026, 3, 1), new BigDecimal("7.50"));
        List<CustomerData.Item> items = bench.crm.inUnit(unit -> data.export(unit, asha));

        assertThat(items)
                .extracting(CustomerData.Item::ref)
                .containsExactlyInAnyOrder(own.ref(), onBehalf.ref(), drill.ref());
        Map<String, String> ticket = items.get(0).values();
        assertThat(ticket)
                .containsEntry("subjectLine", "Asha's drill stopped")
                .containsEntry("description", "It hurt Asha")
                .containsEntry("site", "at home");
        assertThat(items.get(2).values())
                .containsEntry("serialNumber", "s-1")
                .containsEntry("readings[1]", "2026-03-01 7.5 hours");
    }

    @Test
    void erasureDestroysWhatIsPersonalAndKeepsTheFigures() {
        bench.crm.inUnit(unit -> {
            data.erase(unit, asha);
            return unit;
        });
        Ticket erased = bench.tickets.get(own.id());

        assertThat(erased.subjectLine()).isEqualTo("erased");
        assertThat(erased.description()).isEmpty();
        assertThat(erased.attributes().values()).containsOnlyKeys("line");
        assertThat(erased.history()).isEqualTo(own.history());
        assertThat(erased.number()).isEqualTo(own.number());
        assertThat(bench.assets.get(drill.id()).name()).isEqualTo("erased");
        int events = bench.events().size();
        bench.crm.inUnit(unit -> {
            data.erase(unit, asha);
            return unit;
        });
        assertThat(bench.events()).hasSize(events);
        assertThat(bench.eventTypes()).filteredOn(TicketEvents.ERASED::equals).hasSize(2);
    }

    @Test
    void ticketsAndAssetsOfAPartyAndTicketsOfAnAssetAreFacts() {
        var parties = bench.crm.inUnit(unit -> unit.get(CustomerRepository.class)
                .count(
                        count(TicketFields.TICKETS, where(TicketFields.OPEN, is(true)), Window.ever(), atLeast(2)),
                        unit.moment()));
        var owners = bench.crm.inUnit(unit -> unit.get(CustomerRepository.class)
                .count(
                        count(
                                AssetFields.ASSETS,
                                where(AssetFields.SERIAL_NUMBER, is("s-1")),
                                Window.ever(),
                                atLeast(1)),
                        unit.moment()));
        var assets = bench.crm.inUnit(unit -> unit.get(AssetRepository.class)
                .count(count(TicketFields.ASSET_TICKETS, Window.ever(), atLeast(1)), unit.moment()));

        assertThat(List.of(parties, owners, assets)).containsExactly(1L, 1L, 1L);
        assertThat(bench.events().get(bench.events().size() - 1).concerning())
                .containsExactly(EntityRef.of(firm), EntityRef.of(asha));
    }
}
