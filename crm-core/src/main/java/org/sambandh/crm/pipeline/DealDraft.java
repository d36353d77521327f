package org.sambandh.crm.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.OpportunityId;

/** Makes a deal of what was said about it, and lays what was said over a deal that exists. */
final class DealDraft {

    private final NewOpportunity said;
    private final Pipeline pipeline;
    private final Moment now;

    DealDraft(NewOpportunity said, Pipeline pipeline, Moment now) {
        this.said = said;
        this.pipeline = pipeline;
        this.now = now;
    }

    Opportunity create(OpportunityId id) {
        return withFields(created(id));
    }

    Opportunity over(Opportunity existing) {
        return withFields(laidOver(existing));
    }

    private Opportunity withFields(Opportunity deal) {
        Opportunity changed = deal;
        for (UnaryOperator<Opportunity> set : said.sets) {
            changed = set.apply(changed);
        }
        return changed;
    }

    private Opportunity created(OpportunityId id) {
        Stage stage = stage();
        Opportunity.Builder builder = Opportunity.builder(id).pipeline(pipeline.id());
        describe(builder, List.of()).stage(stage.code()).stageProbability(stage.probability());
        DealHistory history = DealHistory.UNKNOWN.opened(openedOn(), openedAt()).engaged(said.engagedOn);
        if (!said.visits.isEmpty()) {
            history = withVisits(history);
        } else if (stage.isOpen() && (outcome().isOpen() || !said.asItWas)) {
            history = history.entered(stage, said.asItWas ? null : now.at());
        }
        return builder.history(closed(EntityRef.of(id), history)).build();
    }

    private Opportunity laidOver(Opportunity existing) {
        Opportunity.Builder builder = describe(existing.toBuilder(), existing.externalRefs());
        DealHistory history = existing.history();
        if (said.openedOn != null && !said.openedOn.equals(history.openedOn())) {
            history = history.opened(said.openedOn, start(said.openedOn));
        }
        history = said.engagedOn == null ? history : history.engaged(said.engagedOn);
        if (!said.visits.isEmpty() && !sameVisits(history.visits())) {
            history = withVisits(history);
        }
        Outcome outcome = outcome();
        if (outcome.isOpen()) {
            return moved(existing, builder, history);
        }
        boolean known = saysNothingElse(history.outcome(), outcome)
                && history.closedOn().equals(Optional.ofNullable(said.closedOn));
        if (!known) {
            Closing last = history.lastClosing().filter(Closing::lasts).orElse(null);
            history = closed(existing.ref(), last == null ? history : withoutLast(history));
            pipeline.closing(outcome.kind()).ifPresent(s -> builder.stage(s.code()));
        }
        return builder.history(history).build();
    }

    /** A loss without reason and competitor says nothing against the ones that are known. */
    private static boolean saysNothingElse(Outcome known, Outcome said) {
        boolean plainLoss = said.equals(Outcome.lost(null)) && known.kind() == OutcomeKind.LOST;
        return plainLoss || known.equals(said);
    }

    /** An open stage that was said moves an open deal; a closed one is left alone, for nobody said to reopen it. */
    private Opportunity moved(Opportunity existing, Opportunity.Builder builder, DealHistory history) {
        if (said.stage == null || !existing.isOpen() || said.stage.equals(existing.stage())) {
            return builder.history(history).build();
        }
        Stage stage = stage();
        boolean entered = !history.visits().isEmpty()
                && history.visits().get(history.visits().size() - 1).stage().equals(stage.code());
        DealHistory moved = entered ? history : history.entered(stage, said.asItWas ? null : now.at());
        return builder.stage(stage.code())
                .stageProbability(stage.probability())
                .history(moved)
                .build();
    }

    /** The history as if it had not been closed last; the stay that ended with the closing lasts again. */
    private static DealHistory withoutLast(DealHistory history) {
        List<Closing> closings = new ArrayList<>(history.closings());
        Closing last = closings.remove(closings.size() - 1);
        List<StageVisit> visits = new ArrayList<>(history.visits());
        int end = visits.size() - 1;
        if (end >= 0 && last.at().equals(visits.get(end).leftAt())) {
            visits.set(end, visits.get(end).left(null));
        }
        return new DealHistory(history.openedOn(), history.openedAt(), history.engagedOn(), visits, closings);
    }

    private DealHistory closed(EntityRef ref, DealHistory history) {
        Outcome outcome = outcome();
        if (outcome.isOpen()) {
            return history;
        }
        LocalDate day = said.closedOn;
        if (day == null) {
            throw new Invalid("opportunity.closedOn", "a closed deal has a day on which it was closed");
        }
        return closedOn(ref, history, outcome, day);
    }

    /** A day of which the hour is unknown begins at its start, unless something is known to have happened later on it. */
    private DealHistory closedOn(EntityRef ref, DealHistory history, Outcome outcome, LocalDate day) {
        DealRules.notBeforeEngaging(ref, history, day, null);
        Instant at = start(day);
        Instant latest = history.latest();
        if (latest != null
                && latest.isAfter(at)
                && latest.atZone(zone()).toLocalDate().equals(day)) {
            at = latest;
        }
        return history.closed(outcome, day, at);
    }

    private Opportunity.Builder describe(Opportunity.Builder builder, List<ExternalRef> known) {
        builder.name(said.name);
        if (said.customer != null) {
            builder.customer(said.customer);
        }
        if (said.lines != null) {
            builder.lines(said.lines);
        }
        if (said.amount != null) {
            builder.amount(said.amount);
        }
        if (said.probability != null) {
            builder.probabilityByHand(said.probability);
        }
        if (said.expectedClose != null) {
            builder.expectedClose(said.expectedClose);
        }
        if (said.owner != null) {
            builder.owner(said.owner);
        }
        if (said.brand != null) {
            builder.brand(said.brand);
        }
        if (said.lead != null) {
            builder.lead(said.lead);
        }
        if (said.stakeholders != null) {
            builder.stakeholders(said.stakeholders);
        }
        if (said.attributes != null) {
            builder.attributes(said.attributes);
        }
        Set<ExternalRef> refs = new LinkedHashSet<>(known);
        refs.addAll(said.externalRefs);
        return builder.externalRefs(List.copyOf(refs));
    }

    /** The stage that was said; for a deal of which only the outcome was said, the stage that shows such deals. */
    Stage stage() {
        if (said.stage != null) {
            return pipeline.stage(said.stage);
        }
        if (said.outcome != null) {
            return pipeline.closing(said.outcome.kind()).orElseGet(this::lastVisited);
        }
        return said.visits.isEmpty() ? pipeline.first() : lastVisited();
    }

    private Stage lastVisited() {
        return said.visits.isEmpty()
                ? pipeline.first()
                : pipeline.stage(said.visits.get(said.visits.size() - 1).stage());
    }

    private Outcome outcome() {
        if (said.outcome != null) {
            return said.outcome;
        }
        OutcomeKind kind =
                said.stage == null ? null : pipeline.stage(said.stage).closesAs();
        if (kind == null) {
            if (said.closedOn != null) {
                throw new Invalid("opportunity.closedOn", "the stage is one of open deals; say how it was closed");
            }
            return Outcome.open();
        }
        return kind == OutcomeKind.WON ? Outcome.won() : Outcome.lost(said.lostReason, said.competitor);
    }

    private @Nullable LocalDate openedOn() {
        return said.openedOn != null || said.asItWas ? said.openedOn : now.date();
    }

    private @Nullable Instant openedAt() {
        LocalDate day = said.openedOn;
        if (day != null) {
            return start(day);
        }
        return said.asItWas ? null : now.at();
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
    }

    private ZoneId zone() {
        return now.zone();
    }

    private DealHistory withVisits(DealHistory history) {
        if (outcome().isOpen()
                && said.stage != null
                && !said.stage.equals(lastVisited().code())) {
            throw new Invalid("opportunity.stage", "an open deal is in the stage it visited last");
        }
        List<StageVisit> visits = new ArrayList<>();
        for (NewOpportunity.PastVisit past : said.visits) {
            Stage stage = pipeline.stage(past.stage());
            Instant at = past.enteredOn() == null ? null : start(past.enteredOn());
            int last = visits.size() - 1;
            if (last >= 0 && at != null) {
                visits.set(last, visits.get(last).left(at));
            }
            visits.add(StageVisit.begin(stage, at));
        }
        DealHistory changed = new DealHistory(
                history.openedOn(), history.openedAt(), history.engagedOn(), visits, history.closings());
        return changed.outcome().isOpen()
                ? changed
                : changed.left(changed.lastClosing().map(Closing::at).orElseThrow());
    }

    private boolean sameVisits(List<StageVisit> visits) {
        boolean same = visits.size() == said.visits.size();
        for (int i = 0; same && i < visits.size(); i++) {
            NewOpportunity.PastVisit past = said.visits.get(i);
            Instant at = past.enteredOn() == null ? null : start(past.enteredOn());
            same = visits.get(i).stage().equals(past.stage())
                    && Objects.equals(visits.get(i).enteredAt(), at);
        }
        return same;
    }
}
