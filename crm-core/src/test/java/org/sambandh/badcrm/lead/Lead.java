package org.sambandh.badcrm.lead;

import org.sambandh.badcrm.common.Harmless;

/** A feature that uses what is below it, and is used from below as well. */
public final class Lead {
    Harmless harmless;
}
