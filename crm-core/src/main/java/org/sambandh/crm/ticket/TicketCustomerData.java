package org.sambandh.crm.ticket;

import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.event.Changes;
import org.sambandh.crm.field.Attributes;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Repository;
import org.sambandh.crm.store.Unit;

/**
 * Tickets and assets of a party when it is merged, exported or erased. Erasure destroys subject line, description, the name
 * of an asset and the host's personal properties; times, statuses, priorities and meters stay, for the figures.
 */
final class TicketCustomerData implements CustomerData {

    private static final String ERASED = "erased";

    @Override
    public void repoint(Unit unit, CustomerId from, CustomerId to) {
        List<Ticket> tickets = new ArrayList<>();
        for (Ticket ticket : tickets(unit, from)) {
            tickets.add(ticket.toBuilder()
                    .concern(ticket.concern().repointed(from, to))
                    .build());
        }
        unit.get(TicketRepository.class).save(tickets);
        List<Asset> assets = new ArrayList<>();
        assets(unit, from)
                .forEach(asset -> assets.add(asset.toBuilder().customer(to).build()));
        unit.get(AssetRepository.class).save(assets);
    }

    @Override
    public List<Item> export(Unit unit, CustomerId id) {
        List<Item> items = new ArrayList<>();
        tickets(unit, id).forEach(ticket -> items.add(new Item(ticket.ref(), values(unit, Ticket.class, ticket))));
        for (Asset asset : assets(unit, id)) {
            Map<String, String> values = values(unit, Asset.class, asset);
            for (MeterReading reading : asset.readings()) {
                values.put(
                        "readings[" + reading.number() + "]",
                        reading.day() + " " + reading.value().toPlainString() + " " + reading.meter());
            }
            items.add(new Item(asset.ref(), values));
        }
        return items;
    }

    @Override
    public void erase(Unit unit, CustomerId id) {
        for (Ticket before : tickets(unit, id)) {
            Ticket erased = before.toBuilder()
                    .subjectLine(ERASED)
                    .description(null)
                    .attributes(withoutPersonal(unit, Ticket.class, before.attributes()))
                    .build();
            if (!erased.sameAs(before)) {
                unit.get(TicketRepository.class).save(List.of(erased));
                unit.record(TicketEvents.ERASED, before.ref(), Desk.concerning(before), List.of(), Map.of());
            }
        }
        for (Asset before : assets(unit, id)) {
            Asset erased = before.toBuilder()
                    .name(ERASED)
                    .attributes(withoutPersonal(unit, Asset.class, before.attributes()))
                    .build();
            if (!erased.sameAs(before)) {
                unit.get(AssetRepository.class).save(List.of(erased));
                unit.record(TicketEvents.ASSET_ERASED, before.ref(), List.of(EntityRef.of(id)), List.of(), Map.of());
            }
        }
    }

    private static <S> Map<String, String> values(Unit unit, Class<S> type, S entity) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Field<S, ?> field : unit.catalog().subject(type).fields()) {
            String text = Changes.text(field, entity);
            if (text != null) {
                values.put(field.name(), text);
            }
        }
        return values;
    }

    private static <S> Attributes withoutPersonal(Unit unit, Class<S> type, Attributes attributes) {
        Map<String, Object> kept = new TreeMap<>(attributes.values());
        for (Field<S, ?> field : unit.catalog().subject(type).fields()) {
            if (field.isAttribute() && field.personal()) {
                kept.remove(field.name());
            }
        }
        return Attributes.of(kept);
    }

    private static List<Ticket> tickets(Unit unit, CustomerId party) {
        return all(unit, unit.get(TicketRepository.class), where(TicketFields.PARTIES, is(party)));
    }

    private static List<Asset> assets(Unit unit, CustomerId party) {
        return all(unit, unit.get(AssetRepository.class), where(AssetFields.CUSTOMER, is(party)));
    }

    /** Reads them all before any is changed, so that a change cannot hide one from the next page. */
    private static <T extends Entity<?>> List<T> all(Unit unit, Repository<T, ?> repository, Condition<T> which) {
        Query<T> first = Query.of(which, unit.moment()).limit(1_000);
        Page<T> page = repository.find(first);
        List<T> all = new ArrayList<>(page.items());
        Optional<Cursor> next = page.next();
        while (next.isPresent()) {
            page = repository.find(first.after(next.get()));
            all.addAll(page.items());
            next = page.next();
        }
        return all;
    }
}
