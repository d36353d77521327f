package org.sambandh.crm.interaction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.event.Changes;
import org.sambandh.crm.field.Attributes;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.Unit;

/**
 * What the log keeps about a party. Every entry that names it is reached, corrected and retracted ones too.
 *
 * <p>Erasure destroys raw addresses, subject line, body, thread key, names in other systems, the reason of a retraction
 * and the host's personal properties; when, on which channel, in which direction and with whom stays, so that counts
 * stay. Where a mailbox is read again after that, the host must not offer the erased messages once more: their names
 * are gone.
 */
final class InteractionData implements CustomerData {

    @Override
    public void repoint(Unit unit, CustomerId from, CustomerId to) {
        List<Interaction> changed = new ArrayList<>();
        Named.all(unit, from).forEach(entry -> changed.add(Parties.replace(entry, from, to)));
        unit.get(InteractionRepository.class).save(changed);
    }

    @Override
    public List<Item> export(Unit unit, CustomerId id) {
        List<Item> items = new ArrayList<>();
        for (Interaction entry : Named.all(unit, id)) {
            Map<String, String> values = new LinkedHashMap<>();
            for (Field<Interaction, ?> field :
                    unit.catalog().subject(Interaction.class).fields()) {
                put(values, field.name(), Changes.text(field, entry));
            }
            put(values, "participants", participants(entry));
            put(values, "body", entry.body().map(InteractionData::text).orElse(null));
            items.add(new Item(new EntityRef("interaction", entry.id().value()), values));
        }
        return items;
    }

    @Override
    public void erase(Unit unit, CustomerId id) {
        Set<String> personal = new LinkedHashSet<>();
        for (Field<Interaction, ?> field :
                unit.catalog().subject(Interaction.class).fields()) {
            if (field.isAttribute() && field.personal()) {
                personal.add(field.name());
            }
        }
        for (Interaction before : Named.all(unit, id)) {
            Interaction erased = erased(before, personal);
            if (!Changes.between(unit.catalog().subject(Interaction.class), before, erased)
                            .isEmpty()
                    || before.body().isPresent()) {
                unit.get(InteractionRepository.class).save(List.of(erased));
                EntityRef ref = new EntityRef("interaction", before.id().value());
                unit.record(InteractionEvents.ERASED, ref, Parties.concerned(before), List.of(), Map.of());
            }
        }
    }

    private static Interaction erased(Interaction entry, Set<String> personal) {
        Map<String, Object> kept = new TreeMap<>(entry.attributes().values());
        kept.keySet().removeAll(personal);
        return entry.toBuilder()
                .participants(entry.participants().stream()
                        .map(Participant::withoutAddress)
                        .toList())
                .subjectLine(null)
                .body(null)
                .thread(null)
                .externalRefs(List.of())
                .corrects(entry.corrects().map(Correction::erased).orElse(null))
                .attributes(Attributes.of(kept))
                .build();
    }

    private static void put(Map<String, String> values, String name, @Nullable String text) {
        if (text != null) {
            values.put(name, text);
        }
    }

    private static @Nullable String participants(Interaction entry) {
        return entry.participants().isEmpty()
                ? null
                : entry.participants().stream()
                        .map(p -> p.role()
                                + (p.party() == null ? "" : " customer " + p.party())
                                + (p.address() == null ? "" : " " + p.address()))
                        .collect(Collectors.joining("\n"));
    }

    private static String text(Body body) {
        return body instanceof Body.Text text
                ? text.text()
                : ((Body.File) body).file().locator();
    }
}
