package org.sambandh.crm.customer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;

/**
 * One thing a party prefers, with how and when it became known.
 *
 * @param kind what it is about
 * @param values texts in the order of preference; one for zone and salutation
 * @param source how it became known: {@code stated by phone}, {@code web form}, {@code import}
 * @param since when it became known
 */
public record Preference(Kind kind, List<String> values, String source, LocalDate since) {

    /** What a preference is about. */
    public enum Kind {
        /** Languages as BCP 47 tags, the favourite first. */
        LANGUAGES,
        /** The zone the party lives in. */
        ZONE,
        /** Channel codes, the favourite first. */
        CHANNELS,
        /** Times of the week, as {@link ContactWindow#text()} writes them. */
        CONTACT_WINDOWS,
        /** How the party wants to be addressed. */
        SALUTATION
    }

    /**
     * Checks and copies what it is given.
     *
     * @param kind what it is about
     * @param values texts in the order of preference; one for zone and salutation
     * @param source how it became known: {@code stated by phone}, {@code web form}, {@code import}
     * @param since when it became known
     */
    public Preference {
        values = values.stream()
                .map(value -> Text.required("preference." + kind, value, 200))
                .toList();
        source = Text.required("preference.source", source, 200);
        boolean single = kind == Kind.ZONE || kind == Kind.SALUTATION;
        if (values.isEmpty() || (single && values.size() > 1)) {
            throw new Invalid(
                    "preference." + kind, (single ? "one value" : "at least one value") + ", found " + values.size());
        }
        if (kind == Kind.ZONE) {
            zoneOf(values.get(0));
        }
        if (kind == Kind.CONTACT_WINDOWS) {
            values.forEach(ContactWindow::parse);
        }
    }

    /**
     * Returns the languages a party prefers.
     *
     * @param tags BCP 47 tags, the favourite first
     * @param source how it became known
     * @param since when
     * @return the preference
     */
    public static Preference languages(List<String> tags, String source, LocalDate since) {
        return new Preference(Kind.LANGUAGES, tags, source, since);
    }

    /**
     * Returns the zone a party lives in.
     *
     * @param zone the zone
     * @param source how it became known
     * @param since when
     * @return the preference
     */
    public static Preference zone(ZoneId zone, String source, LocalDate since) {
        return new Preference(Kind.ZONE, List.of(zone.getId()), source, since);
    }

    /**
     * Returns the channels a party prefers.
     *
     * @param codes channel codes, the favourite first
     * @param source how it became known
     * @param since when
     * @return the preference
     */
    public static Preference channels(List<String> codes, String source, LocalDate since) {
        return new Preference(Kind.CHANNELS, codes, source, since);
    }

    /**
     * Returns the times of the week at which a party likes to be contacted.
     *
     * @param windows the times
     * @param source how it became known
     * @param since when
     * @return the preference
     */
    public static Preference contactWindows(List<ContactWindow> windows, String source, LocalDate since) {
        List<String> texts = windows.stream().map(ContactWindow::text).toList();
        return new Preference(Kind.CONTACT_WINDOWS, texts, source, since);
    }

    /**
     * Returns how a party wants to be addressed.
     *
     * @param salutation the words
     * @param source how it became known
     * @param since when
     * @return the preference
     */
    public static Preference salutation(String salutation, String source, LocalDate since) {
        return new Preference(Kind.SALUTATION, List.of(salutation), source, since);
    }

    static ZoneId zoneOf(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new Invalid("preference.ZONE", "a zone such as Asia/Kolkata", e);
        }
    }

    /** {@return the kind only: the rest is personal} */
    @Override
    public String toString() {
        return "Preference[" + kind + "]";
    }
}
