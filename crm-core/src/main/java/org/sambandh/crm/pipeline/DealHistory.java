package org.sambandh.crm.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;

/**
 * Everything about when: opened, engaged, stages, closed, opened again. What nobody knows is missing, never now and
 * never zero.
 *
 * @param openedOn the local day it was opened; null if nobody knows
 * @param openedAt the instant it was opened; the start of the day where only the day is known; null if nobody knows
 * @param engagedOn the local day work with the customer began; null if it has not, or nobody knows
 * @param visits the stays in stages, the first one first
 * @param closings the times it was closed, the first one first; only the last one can last
 */
public record DealHistory(
        @Nullable LocalDate openedOn,
        @Nullable Instant openedAt,
        @Nullable LocalDate engagedOn,
        List<StageVisit> visits,
        List<Closing> closings) {

    /** Nothing is known. */
    public static final DealHistory UNKNOWN = new DealHistory(null, null, null, List.of(), List.of());

    /**
     * Checks that one thing follows the other.
     *
     * @param openedOn the local day it was opened; null if nobody knows
     * @param openedAt the instant it was opened; the start of the day where only the day is known; null if nobody knows
     * @param engagedOn the local day work with the customer began; null if it has not, or nobody knows
     * @param visits the stays in stages, the first one first
     * @param closings the times it was closed, the first one first; only the last one can last
     */
    public DealHistory {
        openedAt = openedAt == null ? null : openedAt.truncatedTo(ChronoUnit.MICROS);
        visits = List.copyOf(visits);
        closings = List.copyOf(closings);
        if ((openedOn == null) != (openedAt == null)) {
            throw new Invalid("history.opened", "day and instant of opening belong together");
        }
        Instant known = null;
        for (StageVisit visit : visits) {
            known = inOrder(known, visit.enteredAt(), "history.visits");
            known = inOrder(known, visit.leftAt(), "history.visits");
        }
        Instant closed = null;
        for (int i = 0; i < closings.size(); i++) {
            closed = inOrder(closed, closings.get(i).at(), "history.closings");
            closed = inOrder(closed, closings.get(i).reopenedAt(), "history.closings");
            if (closings.get(i).lasts() && i < closings.size() - 1) {
                throw new Invalid("history.closings", "closed twice without being opened between");
            }
        }
    }

    private static @Nullable Instant inOrder(@Nullable Instant known, @Nullable Instant next, String path) {
        if (known != null && next != null && next.isBefore(known)) {
            throw new Invalid(path, "one thing must follow the other");
        }
        return next == null ? known : next;
    }

    /** {@return how the deal stands} */
    public Outcome outcome() {
        return lastClosing().filter(Closing::lasts).map(Closing::outcome).orElseGet(Outcome::open);
    }

    /**
     * Returns how the deal stood at the end of a local day.
     *
     * @param day the day
     * @return its outcome then; open where it had not been closed, or had been opened again
     */
    public Outcome outcomeOn(LocalDate day) {
        return closingOn(day).map(Closing::outcome).orElseGet(Outcome::open);
    }

    /**
     * Returns the closing that held at the end of a local day.
     *
     * @param day the day
     * @return the closing, or nothing while the deal was open
     */
    public Optional<Closing> closingOn(LocalDate day) {
        Closing last = null;
        for (Closing closing : closings) {
            last = closing.on().isAfter(day) ? last : closing;
        }
        LocalDate reopened = last == null ? null : last.reopenedOn();
        return reopened != null && !reopened.isAfter(day) ? Optional.empty() : Optional.ofNullable(last);
    }

    /** {@return the local day of the latest close; nothing while the deal is open} */
    public Optional<LocalDate> closedOn() {
        return lastClosing().filter(Closing::lasts).map(Closing::on);
    }

    /** {@return when it entered the stage it is in, or was closed in; nothing if nobody knows} */
    public Optional<Instant> stageEnteredAt() {
        return visits.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(visits.get(visits.size() - 1).enteredAt());
    }

    /**
     * Returns how long the deal was in a stage, over all visits. Time while it was closed counts for no stage.
     *
     * @param stage the code of the stage
     * @param at until when a stay that lasts is counted
     * @return the time; zero where it never was there; nothing where a day of entering or leaving is unknown
     */
    public Optional<Duration> timeIn(String stage, Instant at) {
        Duration sum = Duration.ZERO;
        for (int i = 0; i < visits.size(); i++) {
            StageVisit visit = visits.get(i);
            if (!visit.stage().equals(stage)) {
                continue;
            }
            boolean lasts = i == visits.size() - 1 && outcome().isOpen();
            Instant left = visit.leftAt() == null && lasts ? at : visit.leftAt();
            if (visit.enteredAt() == null || left == null) {
                return Optional.empty();
            }
            sum = sum.plus(between(visit.enteredAt(), left));
        }
        return Optional.of(sum);
    }

    /** {@return how long it was closed and then opened again: time that counts for no stage} */
    public Duration timeInNoStage() {
        Duration sum = Duration.ZERO;
        for (Closing closing : closings) {
            if (closing.reopenedAt() != null) {
                sum = sum.plus(between(closing.at(), closing.reopenedAt()));
            }
        }
        return sum;
    }

    /**
     * Returns the time from opening, or else from the first stage, to the latest close; time while closed included.
     *
     * @return the time; nothing while the deal is open, or where the beginning is unknown
     */
    public Optional<Duration> cycleTime() {
        Instant start = openedAt;
        if (start == null && !visits.isEmpty()) {
            start = visits.get(0).enteredAt();
        }
        Closing closing = lastClosing().filter(Closing::lasts).orElse(null);
        return start == null || closing == null ? Optional.empty() : Optional.of(between(start, closing.at()));
    }

    /**
     * Returns the calendar days from engaging to the latest close.
     *
     * @return the days; 0 where both fell on one day; nothing while the deal is open, or where the beginning is unknown
     */
    public Optional<Long> daysToClose() {
        LocalDate start = engagedOn;
        return start == null ? Optional.empty() : closedOn().map(end -> ChronoUnit.DAYS.between(start, end));
    }

    /** {@return the latest closing, whether it lasts or not} */
    public Optional<Closing> lastClosing() {
        return closings.isEmpty() ? Optional.empty() : Optional.of(closings.get(closings.size() - 1));
    }

    /** {@return the first day anything is known of: opened or engaged, whichever was first; null if nothing is} */
    @Nullable
    LocalDate beginning() {
        if (openedOn == null || engagedOn == null) {
            return openedOn == null ? engagedOn : openedOn;
        }
        return openedOn.isBefore(engagedOn) ? openedOn : engagedOn;
    }

    /** {@return the last instant at which anything is known to have happened; null if nothing is} */
    @Nullable
    Instant latest() {
        Instant latest = openedAt;
        for (StageVisit visit : visits) {
            latest = later(later(latest, visit.enteredAt()), visit.leftAt());
        }
        for (Closing closing : closings) {
            latest = later(later(latest, closing.at()), closing.reopenedAt());
        }
        return latest;
    }

    DealHistory engaged(@Nullable LocalDate day) {
        return new DealHistory(openedOn, openedAt, day, visits, closings);
    }

    DealHistory opened(@Nullable LocalDate day, @Nullable Instant at) {
        return new DealHistory(day, at, engagedOn, visits, closings);
    }

    DealHistory entered(Stage stage, @Nullable Instant at) {
        List<StageVisit> more = new ArrayList<>(visitsLeft(at));
        more.add(StageVisit.begin(stage, at));
        return new DealHistory(openedOn, openedAt, engagedOn, more, closings);
    }

    DealHistory closed(Outcome outcome, LocalDate day, Instant at) {
        List<Closing> more = new ArrayList<>(closings);
        more.add(Closing.of(outcome, day, at));
        return new DealHistory(openedOn, openedAt, engagedOn, visitsLeft(at), more);
    }

    DealHistory reopened(Stage stage, LocalDate day, Instant at, String reason) {
        List<Closing> changed = new ArrayList<>(closings);
        changed.set(changed.size() - 1, changed.get(changed.size() - 1).reopened(day, at, reason));
        List<StageVisit> more = new ArrayList<>(visits);
        more.add(StageVisit.begin(stage, at));
        return new DealHistory(openedOn, openedAt, engagedOn, more, changed);
    }

    /** This history with the last stay ended, if it lasted. */
    DealHistory left(Instant at) {
        return new DealHistory(openedOn, openedAt, engagedOn, visitsLeft(at), closings);
    }

    private List<StageVisit> visitsLeft(@Nullable Instant at) {
        List<StageVisit> changed = new ArrayList<>(visits);
        int last = changed.size() - 1;
        if (last >= 0 && at != null && changed.get(last).leftAt() == null) {
            changed.set(last, changed.get(last).left(at));
        }
        return changed;
    }

    private static Duration between(Instant from, Instant to) {
        return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    }

    private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isAfter(b) ? a : b;
    }
}
