package org.sambandh.crm.settings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.sambandh.crm.common.Invalid;

/**
 * The settings of a tenant over time. What happened under old settings is judged by them: last year's deals keep last
 * year's fiscal calendar.
 *
 * @param first the settings before any change
 * @param changes the later settings, ascending by their day, one per day
 */
public record DatedSettings(TenantSettings first, List<Version> changes) {

    /**
     * Settings from a day on, until the next change.
     *
     * @param from the first day, in the zone of these settings
     * @param settings what holds
     */
    public record Version(LocalDate from, TenantSettings settings) {}

    /**
     * Checks that the changes are in order.
     *
     * @param first the settings before any change
     * @param changes the later settings, ascending by their day, one per day
     * @throws Invalid if the changes are not in order
     */
    public DatedSettings {
        changes = List.copyOf(changes);
        for (int i = 1; i < changes.size(); i++) {
            if (!changes.get(i - 1).from().isBefore(changes.get(i).from())) {
                throw new Invalid(
                        "settings.changes[" + i + "]",
                        "must lie after " + changes.get(i - 1).from() + ", found "
                                + changes.get(i).from());
            }
        }
    }

    /**
     * Returns settings that never changed.
     *
     * @param settings what holds on every day
     * @return the settings over time
     */
    public static DatedSettings always(TenantSettings settings) {
        return new DatedSettings(settings, List.of());
    }

    /**
     * Returns these settings with a change. A change of the same day is replaced; later changes stay.
     *
     * @param date the first day of the new settings
     * @param settings what holds from then on, until the next change
     * @return the settings over time
     */
    public DatedSettings from(LocalDate date, TenantSettings settings) {
        List<Version> versions = new ArrayList<>(changes);
        versions.removeIf(version -> version.from().equals(date));
        int later = 0;
        while (later < versions.size() && versions.get(later).from().isBefore(date)) {
            later++;
        }
        versions.add(later, new Version(date, settings));
        return new DatedSettings(first, versions);
    }

    /**
     * Returns the version that begins last, whether it has begun or not.
     *
     * @return the settings of the last change, or the first ones
     */
    public TenantSettings latest() {
        return changes.isEmpty() ? first : changes.get(changes.size() - 1).settings();
    }

    /**
     * Returns what held on a day.
     *
     * @param date the day
     * @return the settings of the latest change until then, or the first ones
     */
    public TenantSettings on(LocalDate date) {
        TenantSettings settings = first;
        for (Version version : changes) {
            if (version.from().isAfter(date)) {
                break;
            }
            settings = version.settings();
        }
        return settings;
    }
}
