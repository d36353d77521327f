package org.sambandh.crm.pipeline;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;

/**
 * One stay of a deal in a stage. Name and probability are what they were when it entered, whatever the pipeline says
 * today.
 *
 * @param stage the code of the stage
 * @param name its name when the deal entered
 * @param probability its probability when the deal entered, 0 to 1
 * @param enteredAt when it entered; null if nobody knows
 * @param leftAt when it left for another stage or was closed; null while it stays, or if nobody knows
 */
public record StageVisit(
        String stage,
        String name,
        BigDecimal probability,
        @Nullable Instant enteredAt,
        @Nullable Instant leftAt) {

    /**
     * Checks the texts and the order of the instants.
     *
     * @param stage the code of the stage
     * @param name its name when the deal entered
     * @param probability its probability when the deal entered, 0 to 1
     * @param enteredAt when it entered; null if nobody knows
     * @param leftAt when it left for another stage or was closed; null while it stays, or if nobody knows
     */
    public StageVisit {
        stage = Text.required("visit.stage", stage, 60);
        name = Text.required("visit.name", name, 100);
        probability = Stage.probability("visit.probability", probability);
        enteredAt = enteredAt == null ? null : enteredAt.truncatedTo(ChronoUnit.MICROS);
        leftAt = leftAt == null ? null : leftAt.truncatedTo(ChronoUnit.MICROS);
        if (enteredAt != null && leftAt != null && leftAt.isBefore(enteredAt)) {
            throw new Invalid("visit.leftAt", "not before the deal entered the stage");
        }
    }

    /**
     * Returns the beginning of a stay.
     *
     * @param stage the stage as it is now
     * @param enteredAt when the deal entered; null if nobody knows
     * @return the visit
     */
    public static StageVisit begin(Stage stage, @Nullable Instant enteredAt) {
        return new StageVisit(stage.code(), stage.name(), stage.probability(), enteredAt, null);
    }

    StageVisit left(@Nullable Instant at) {
        return new StageVisit(stage, name, probability, enteredAt, at);
    }
}
