package org.sambandh.crm.customer;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.sambandh.crm.common.Invalid;

/**
 * A time of the week at which a party likes to be contacted, in the party's zone.
 *
 * @param day the day
 * @param from the beginning
 * @param until the end, after the beginning
 */
public record ContactWindow(DayOfWeek day, LocalTime from, LocalTime until) {

    /**
     * Checks and copies what it is given.
     *
     * @param day the day
     * @param from the beginning
     * @param until the end, after the beginning
     */
    public ContactWindow {
        if (!from.isBefore(until)) {
            throw new Invalid("contactWindow.until", "must lie after " + from + ", found " + until);
        }
    }

    /**
     * Returns the window of a text.
     *
     * @param text what {@link #text()} returned
     * @return the window
     * @throws Invalid if it is none
     */
    public static ContactWindow parse(String text) {
        int blank = text.indexOf(' ');
        int dash = text.indexOf('-');
        if (blank > 0 && dash > blank) {
            try {
                return new ContactWindow(
                        DayOfWeek.valueOf(text.substring(0, blank).toUpperCase(Locale.ROOT)),
                        LocalTime.parse(text.substring(blank + 1, dash)),
                        LocalTime.parse(text.substring(dash + 1)));
            } catch (DateTimeParseException | IllegalArgumentException e) {
                throw new Invalid("contactWindow", "a day and two times: MONDAY 09:00-12:00", e);
            }
        }
        throw new Invalid("contactWindow", "a day and two times: MONDAY 09:00-12:00");
    }

    /** {@return {@code MONDAY 09:00-12:00}} */
    public String text() {
        return day + " " + from + "-" + until;
    }
}
