package org.sambandh.crm.scoring;

import java.math.BigDecimal;

/**
 * What one group came to.
 *
 * @param group its code
 * @param name its name
 * @param kind what it speaks of
 * @param raw the sum of its criteria after their caps
 * @param capped that sum after the cap of the group
 */
public record GroupScore(String group, String name, Group.Kind kind, BigDecimal raw, BigDecimal capped) {

    /**
     * Checks and copies what it is given.
     *
     * @param group its code
     * @param name its name
     * @param kind what it speaks of
     * @param raw the sum of its criteria after their caps
     * @param capped that sum after the cap of the group
     */
    public GroupScore {
        raw = Points.plain(raw);
        capped = Points.plain(capped);
    }
}
