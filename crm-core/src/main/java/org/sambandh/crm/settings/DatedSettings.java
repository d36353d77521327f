package org.sambandh.crm.settings;

import java.time.LocalDate;

/**
 * Placeholder of the architect: to be replaced whole by the settings package, which must keep {@code on(LocalDate)} and
 * {@code latest()} (the version that begins last).
 *
 * @param only placeholder
 */
public record DatedSettings(TenantSettings only) {
    /**
     * Placeholder.
     *
     * @param day placeholder
     * @return placeholder
     */
    public TenantSettings on(LocalDate day) {
        return only;
    }

    /** {@return placeholder} */
    public TenantSettings latest() {
        return only;
    }
}
