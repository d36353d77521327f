package org.sambandh.crm.ticket;

import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CrmException;
import org.sambandh.crm.common.DuplicateKey;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.StaleRevision;
import org.sambandh.crm.common.StoreFailure;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;

/**
 * Gives tickets their numbers. The last one is kept in a row of its own: of two units that take a number at once, one is
 * refused by the revision of that row and runs again. Numbers can be left out, never given twice.
 */
final class Numbers {

    private static final int TRIES = 20;
    private static final int DIGITS = 6;
    private static final int MOST_DIGITS = 15;
    private static final EntityRef ROW = new EntityRef("ticketSequence", TicketSequence.DEFAULT.value());

    private Numbers() {}

    static String next(Unit unit, String prefix) {
        TicketSequence sequence = sequence(unit);
        long last = sequence.last();
        String number;
        do {
            last++;
            String digits = Long.toString(last);
            number = prefix + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
        } while (unit.get(TicketRepository.class).count(where(TicketFields.NUMBER, is(number)), unit.moment()) > 0);
        keep(unit, sequence, last);
        return number;
    }

    /** A number that could be one of the sequence moves it on, so that it need not search for a free one. */
    static void taken(Unit unit, String prefix, String number) {
        String rest = number.startsWith(prefix) ? number.substring(prefix.length()) : "";
        boolean digits = rest.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!rest.isEmpty() && rest.length() <= MOST_DIGITS && digits) {
            TicketSequence sequence = sequence(unit);
            if (Long.parseLong(rest) > sequence.last()) {
                keep(unit, sequence, Long.parseLong(rest));
            }
        }
    }

    /** Runs work that takes a number again where somebody else took one meanwhile. */
    static <R> R retrying(Units units, Function<Unit, R> work) {
        CrmException refused = null;
        for (int tries = 1; ; tries++) {
            try {
                return units.run(work);
            } catch (StaleRevision | DuplicateKey e) {
                if (!isAboutTheRow(e) || tries == TRIES) {
                    throw e;
                }
                refused = e;
            } catch (StoreFailure e) {
                // Inside a larger unit there is no second try: that unit is dead, and its caller is told why.
                throw refused == null ? e : refused;
            }
        }
    }

    private static boolean isAboutTheRow(@Nullable CrmException refusal) {
        return (refusal instanceof StaleRevision stale && stale.stale().contains(ROW))
                || (refusal instanceof DuplicateKey taken && taken.ref().equals(ROW));
    }

    private static TicketSequence sequence(Unit unit) {
        return unit.get(TicketSequenceRepository.class)
                .findById(TicketSequence.DEFAULT)
                .orElseGet(() -> TicketSequence.builder(TicketSequence.DEFAULT).build());
    }

    private static void keep(Unit unit, TicketSequence sequence, long last) {
        unit.get(TicketSequenceRepository.class)
                .save(List.of(sequence.toBuilder().last(last).build()));
    }
}
