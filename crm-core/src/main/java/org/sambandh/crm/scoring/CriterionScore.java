package org.sambandh.crm.scoring;

import java.math.BigDecimal;

/**
 * What one criterion came to, whether it gave points or not.
 *
 * @param group the code of its group
 * @param criterion its code
 * @param name its name
 * @param count how many facts earned points; 1 or 0 where the points count once
 * @param raw its points before its cap
 * @param capped its points after its cap, before those of group and total
 */
public record CriterionScore(
        String group, String criterion, String name, int count, BigDecimal raw, BigDecimal capped) {

    /**
     * Checks and copies what it is given.
     *
     * @param group the code of its group
     * @param criterion its code
     * @param name its name
     * @param count how many facts earned points; 1 or 0 where the points count once
     * @param raw its points before its cap
     * @param capped its points after its cap, before those of group and total
     */
    public CriterionScore {
        raw = Points.plain(raw);
        capped = Points.plain(capped);
    }
}
