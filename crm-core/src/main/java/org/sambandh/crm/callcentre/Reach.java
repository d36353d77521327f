package org.sambandh.crm.callcentre;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.customer.ContactPoint;
import org.sambandh.crm.customer.ContactWindow;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.PhoneNumber;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.store.Unit;

/** Whether a party may be called at a moment. */
final class Reach {

    private final TenantSettings settings;

    Reach(Unit unit) {
        this.settings = unit.settings();
    }

    /** The first telephone number of a party that may be called on the day of a moment. */
    Optional<String> number(Customer party, Instant at) {
        return party.contactPoints().stream()
                .filter(point -> point.holdsOn(at.atZone(settings.zone()).toLocalDate()))
                .flatMap(point -> text(point).stream())
                .filter(number -> !isMarked(party, number))
                .findFirst();
    }

    static Optional<String> text(ContactPoint point) {
        return point.address() instanceof PhoneNumber phone
                ? Optional.of(phone.key().orElse(phone.written()))
                : Optional.empty();
    }

    /** A number that is there twice is marked if either is. */
    static boolean isMarked(Customer party, String number) {
        return party.contactPoints().stream()
                .anyMatch(point ->
                        point.doNotCall() && text(point).filter(number::equals).isPresent());
    }

    /**
     * Checks everything but whose turn it is.
     *
     * @throws RuleViolation saying what forbids it
     */
    void check(CallList list, CallEntry entry, @Nullable Customer party, Instant at) {
        RuleViolation refusal = refusal(list, entry, party, at);
        if (refusal != null) {
            throw refusal;
        }
    }

    @Nullable
    RuleViolation refusal(CallList list, CallEntry entry, @Nullable Customer party, Instant at) {
        String number = entry.number().orElse(null);
        if (party == null || party.archived() || number == null || !has(party, number, at)) {
            return no(entry, "call-number-gone", "its party or number is no longer in use");
        }
        if (isMarked(party, number)) {
            return no(entry, "call-do-not-call", "its number is marked as not to be called");
        }
        boolean promised = entry.state() == CallState.CALL_BACK;
        if (promised
                ? entry.callBackAt().orElseThrow().isAfter(at)
                : entry.notBefore().isAfter(at)) {
            return no(entry, "call-too-early", "not before " + entry.next().orElse(entry.notBefore()));
        }
        if (!isOpen(list, party, at) || !(promised || inWindow(party, at))) {
            return no(entry, "call-outside-hours", at + " is outside the hours at which it may be called");
        }
        return null;
    }

    private boolean has(Customer party, String number, Instant at) {
        return party.contactPoints().stream()
                .anyMatch(point -> point.holdsOn(at.atZone(settings.zone()).toLocalDate())
                        && text(point).filter(number::equals).isPresent());
    }

    private static RuleViolation no(CallEntry entry, String rule, String why) {
        return new RuleViolation(rule, CallRecords.ref(entry), "Cannot call entry " + entry.id() + ": " + why + ".");
    }

    /** Whether we work, and it is neither too early nor too late where the party is. */
    boolean isOpen(CallList list, Customer party, Instant at) {
        LocalTime there = at.atZone(zone(party)).toLocalTime();
        return settings.workingCalendar().isWorking(at)
                && !there.isBefore(list.rules().from())
                && there.isBefore(list.rules().until());
    }

    private boolean inWindow(Customer party, Instant at) {
        List<ContactWindow> windows = party.preferences().contactWindows();
        ZonedDateTime there = at.atZone(zone(party));
        return windows.isEmpty()
                || windows.stream()
                        .anyMatch(window -> window.day() == there.getDayOfWeek()
                                && !there.toLocalTime().isBefore(window.from())
                                && there.toLocalTime().isBefore(window.until()));
    }

    private ZoneId zone(Customer party) {
        return party.preferences().zone().orElse(settings.zone());
    }
}
