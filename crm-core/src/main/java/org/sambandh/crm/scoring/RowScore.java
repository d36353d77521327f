package org.sambandh.crm.scoring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The value of one row of a table.
 *
 * @param row the number of the row
 * @param id the text of the subject's id
 * @param value the points
 * @param grade its grade; null where the model has none for the value
 */
public record RowScore(
        int row, String id, BigDecimal value, @Nullable String grade) {}
