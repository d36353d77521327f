package org.sambandh.crm.lead;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.TaskId;
import org.sambandh.crm.customer.CustomerRepository;
import org.sambandh.crm.interaction.Interactions;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.task.Tasks;

/** Loads and stores enquiries within one unit of work. */
final class LeadRecords {

    private final Unit unit;

    LeadRecords(Unit unit) {
        this.unit = unit;
    }

    Lead load(LeadId id) {
        return unit.get(LeadRepository.class).findById(id).orElseThrow(() -> new NotFound(EntityRef.of(id)));
    }

    LeadProcess process() {
        return unit.get(LeadProcessRepository.class)
                .findById(LeadProcess.DEFAULT)
                .orElseGet(LeadProcess::standard);
    }

    Lead save(String event, @Nullable Lead before, Lead after, Map<String, String> data) {
        unit.catalog().checkAttributes(after);
        Lead stored = unit.get(LeadRepository.class).save(List.of(after)).get(0);
        Set<EntityRef> concerned = new LinkedHashSet<>(LeadParties.concerned(stored));
        if (before != null) {
            concerned.addAll(LeadParties.concerned(before));
        }
        unit.record(event, Lead.class, before, stored, List.copyOf(concerned), data);
        return stored;
    }

    /** Moves what is about the enquiry with it. */
    void moveWhatIsAbout(Lead before, Lead after) {
        CustomerId person = before.person().orElse(null);
        CustomerId organization = before.organization().orElse(null);
        move(before.id(), person, after.person().or(after::organization).orElse(null), after);
        move(before.id(), organization, after.organization().or(after::person).orElse(null), after);
    }

    private void move(LeadId lead, @Nullable CustomerId from, @Nullable CustomerId to, Lead after) {
        if (from != null && to != null && !after.parties().contains(from)) {
            new Interactions(Units.joining(unit)).reassign(EntityRef.of(lead), from, to);
            new Tasks(Units.joining(unit)).reattach(EntityRef.of(lead), from, to);
        }
    }

    /**
     * Whether anything but the party itself, its duplicate candidates and what is computed of it names it. A task about
     * the enquiry alone does not: most hosts plan one for every enquiry that arrives, spam too.
     */
    boolean isNamedElsewhere(CustomerId id, LeadId discarded) {
        List<String> own = List.of("customer", "duplicateCandidate", "segmentMembership", "scoreSnapshot");
        for (CustomerData data : unit.customerData()) {
            for (CustomerData.Item item : data.export(unit, id)) {
                boolean followUp = item.ref().kind().equals("task")
                        && onlyAbout(new TaskId(item.ref().id()), discarded, id);
                if (!followUp && !own.contains(item.ref().kind())) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean onlyAbout(TaskId id, LeadId lead, CustomerId party) {
        Set<EntityRef> about = Set.of(EntityRef.of(lead), EntityRef.of(party));
        return Set.copyOf(new Tasks(Units.joining(unit)).get(id).regarding()).equals(about);
    }

    /** Removes a party that nothing names, with what is computed of it. */
    void remove(CustomerId id) {
        for (CustomerData data : unit.customerData()) {
            data.erase(unit, id);
        }
        CustomerRepository customers = unit.get(CustomerRepository.class);
        customers.findById(id).ifPresent(party -> customers.delete(id, party.revision()));
    }
}
