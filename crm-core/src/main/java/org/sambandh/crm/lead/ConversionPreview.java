package org.sambandh.crm.lead;

import java.util.List;
import java.util.Map;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.Revision;

/**
 * What a conversion would do, and to which states of the records. Nothing was written.
 *
 * @param plan the plan
 * @param steps everything that would be created, linked, changed or refused, in order
 * @param obstacles why it cannot be committed, in words without personal data; empty if it can
 * @param seen the revision of each record that was read
 */
public record ConversionPreview(
        ConversionPlan plan, List<ConversionStep> steps, List<String> obstacles, Map<EntityRef, Revision> seen) {

    /**
     * Checks and copies what it is given.
     *
     * @param plan the plan
     * @param steps everything that would be created, linked, changed or refused, in order
     * @param obstacles why it cannot be committed, in words without personal data; empty if it can
     * @param seen the revision of each record that was read
     */
    public ConversionPreview {
        steps = List.copyOf(steps);
        obstacles = List.copyOf(obstacles);
        seen = Map.copyOf(seen);
    }
}
