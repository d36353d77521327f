package org.sambandh.crm.reporting;

/** Whatever {@link Reports} can run to one table: a {@link Report} over fields, or a {@link Funnel} over histories. */
public sealed interface Tabulation permits Report, Funnel {

    /** {@return what hosts call it: letters, digits, dots, - and _} */
    String name();

    /** {@return what it is called} */
    Label title();
}
