package org.sambandh.crm.customer;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sambandh.crm.common.Invalid;

/**
 * What a party prefers: languages, zone, channels, contact windows and salutation, each with source and date.
 *
 * @param all at most one of each kind
 */
public record Preferences(List<Preference> all) {

    /** Nothing is known. */
    public static final Preferences NONE = new Preferences(List.of());

    /**
     * Checks and copies what it is given.
     *
     * @param all at most one of each kind
     */
    public Preferences {
        all = List.copyOf(all);
        Set<Preference.Kind> kinds = EnumSet.noneOf(Preference.Kind.class);
        for (Preference preference : all) {
            if (!kinds.add(preference.kind())) {
                throw new Invalid("preferences", "each kind once, found " + preference.kind() + " twice");
            }
        }
    }

    /**
     * Returns these preferences with another one; the one of its kind before is replaced.
     *
     * @param preference the preference
     * @return a changed copy
     */
    public Preferences with(Preference preference) {
        List<Preference> kept = new ArrayList<>(without(preference.kind()).all);
        kept.add(preference);
        return new Preferences(kept);
    }

    /**
     * Returns these preferences without one.
     *
     * @param kind which one
     * @return a changed copy
     */
    public Preferences without(Preference.Kind kind) {
        return new Preferences(all.stream().filter(p -> p.kind() != kind).toList());
    }

    /**
     * Returns one preference with its source and date.
     *
     * @param kind which one
     * @return the preference, or nothing
     */
    public Optional<Preference> find(Preference.Kind kind) {
        return all.stream().filter(p -> p.kind() == kind).findFirst();
    }

    /** {@return BCP 47 tags, the favourite first; empty if nothing is known} */
    public List<String> languages() {
        return values(Preference.Kind.LANGUAGES);
    }

    /** {@return channel codes, the favourite first; empty if nothing is known} */
    public List<String> channels() {
        return values(Preference.Kind.CHANNELS);
    }

    /** {@return the zone the party lives in} */
    public Optional<ZoneId> zone() {
        return values(Preference.Kind.ZONE).stream().findFirst().map(Preference::zoneOf);
    }

    /** {@return times of the week, in the party's zone; empty if nothing is known} */
    public List<ContactWindow> contactWindows() {
        return values(Preference.Kind.CONTACT_WINDOWS).stream()
                .map(ContactWindow::parse)
                .toList();
    }

    /** {@return how the party wants to be addressed} */
    public Optional<String> salutation() {
        return values(Preference.Kind.SALUTATION).stream().findFirst();
    }

    private List<String> values(Preference.Kind kind) {
        return find(kind).map(Preference::values).orElse(List.of());
    }
}
