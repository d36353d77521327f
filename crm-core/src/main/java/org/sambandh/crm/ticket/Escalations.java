package org.sambandh.crm.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sambandh.crm.store.Unit;

/** Takes the steps of one ticket that are due, and tells them. */
final class Escalations {

    private Escalations() {}

    static List<TakenStep> take(Unit unit, Ticket ticket, Instant upTo) {
        Promises promises = new Promises(unit);
        Desk desk = new Desk(unit);
        List<TakenStep> steps = new ArrayList<>();
        List<Escalation> all = new ArrayList<>(ticket.serviceLevel().escalations());
        for (Promises.Pending pending : promises.pending(ticket, upTo)) {
            EscalationStep step = pending.step();
            int level = step.action() instanceof EscalationAction.RaiseLevel raise ? raise.level() : 0;
            Escalation taken = new Escalation(step.code(), step.goal(), pending.at(), unit.now(), level);
            all.add(taken);
            steps.add(new TakenStep(ticket.id(), step, taken));
            desk.escalated(ticket, told(step, pending.at()));
        }
        ServiceLevel level = ticket.serviceLevel().withTaken(all);
        desk.keep(ticket, promises.kept(ticket.toBuilder().serviceLevel(level).build()));
        return steps;
    }

    private static Map<String, String> told(EscalationStep step, Instant dueAt) {
        Map<String, String> data = new TreeMap<>();
        data.put("step", step.code());
        data.put("goal", step.goal().name());
        data.put("dueAt", dueAt.toString());
        if (step.action() instanceof EscalationAction.Notify notify) {
            data.put("action", "notify");
            data.put("whom", notify.whom());
        } else if (step.action() instanceof EscalationAction.RaiseLevel raise) {
            data.put("action", "raiseLevel");
            data.put("level", Integer.toString(raise.level()));
        } else if (step.action() instanceof EscalationAction.Reassign reassign) {
            data.put("action", "reassign");
            Optional.ofNullable(reassign.owner().user()).ifPresent(user -> data.put("ownerUser", user.value()));
            Optional.ofNullable(reassign.owner().team()).ifPresent(team -> data.put("ownerTeam", team.value()));
        }
        return data;
    }
}
