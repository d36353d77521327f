package org.sambandh.crm.pipeline;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Rule;

/**
 * One step of a pipeline.
 *
 * @param code its name in data, at most 60 characters; never changes its meaning
 * @param name its name for people
 * @param probability how likely a deal here is won, 0 to 1, at most four decimals
 * @param category how a deal here counts in a forecast
 * @param next codes of the stages a deal may move to from here; none allows every open stage of the pipeline
 * @param entry what must hold of a deal before it may enter; null for nothing
 * @param closesAs {@code WON} or {@code LOST} for the stage that shows a closed deal, else null; no deal is worked on here
 */
public record Stage(
        String code,
        String name,
        BigDecimal probability,
        ForecastCategory category,
        List<String> next,
        @Nullable Rule<Opportunity> entry,
        @Nullable OutcomeKind closesAs) {

    /**
     * Checks codes and probability.
     *
     * @param code its name in data, at most 60 characters; never changes its meaning
     * @param name its name for people
     * @param probability how likely a deal here is won, 0 to 1, at most four decimals
     * @param category how a deal here counts in a forecast
     * @param next codes of the stages a deal may move to from here; none allows every open stage of the pipeline
     * @param entry what must hold of a deal before it may enter; null for nothing
     * @param closesAs {@code WON} or {@code LOST} for the stage that shows a closed deal, else null; no deal is worked on here
     */
    public Stage {
        code = Text.required("stage.code", code, 60);
        name = Text.required("stage.name", name, 100);
        probability = probability("stage.probability", probability);
        next = List.copyOf(new LinkedHashSet<>(next));
        boolean closes = closesAs == OutcomeKind.WON || closesAs == OutcomeKind.LOST;
        if (closesAs != null && !closes) {
            throw new Invalid("stage.closesAs", "WON, LOST or nothing, found " + closesAs);
        }
        if (closes && probability.compareTo(closesAs == OutcomeKind.WON ? BigDecimal.ONE : BigDecimal.ZERO) != 0) {
            throw new Invalid("stage.probability", "1 where deals are won and 0 where they are lost");
        }
    }

    /**
     * Returns a stage in which deals are worked on, from which they may move anywhere.
     *
     * @param code its name in data
     * @param name its name for people
     * @param probability a plain decimal, {@code "0.25"}
     * @param category how it counts in a forecast
     * @return the stage
     */
    public static Stage open(String code, String name, String probability, ForecastCategory category) {
        return new Stage(code, name, new BigDecimal(probability), category, List.of(), null, null);
    }

    /**
     * Returns the stage that shows won deals.
     *
     * @param code its name in data
     * @param name its name for people
     * @return the stage
     */
    public static Stage won(String code, String name) {
        return new Stage(code, name, BigDecimal.ONE, ForecastCategory.CLOSED, List.of(), null, OutcomeKind.WON);
    }

    /**
     * Returns the stage that shows lost deals.
     *
     * @param code its name in data
     * @param name its name for people
     * @return the stage
     */
    public static Stage lost(String code, String name) {
        return new Stage(code, name, BigDecimal.ZERO, ForecastCategory.OMITTED, List.of(), null, OutcomeKind.LOST);
    }

    /**
     * Returns this stage with the stages a deal may move to from here.
     *
     * @param codes their codes; none allows every open stage
     * @return the changed stage
     */
    public Stage thenOnly(String... codes) {
        return new Stage(code, name, probability, category, List.of(codes), entry, closesAs);
    }

    /**
     * Returns this stage with a condition for entering it.
     *
     * @param condition what must hold of a deal
     * @return the changed stage
     */
    public Stage enteredWhen(Condition<Opportunity> condition) {
        Rule<Opportunity> rule = Rule.of(Opportunity.class, condition);
        return new Stage(code, name, probability, category, next, rule, closesAs);
    }

    /**
     * Returns this stage with another probability. Deals that follow their stage follow it when the pipeline is saved.
     *
     * @param newProbability 0 to 1, at most four decimals
     * @return the changed stage
     */
    public Stage withProbability(BigDecimal newProbability) {
        return new Stage(code, name, newProbability, category, next, entry, closesAs);
    }

    /** {@return whether deals are worked on here} */
    public boolean isOpen() {
        return closesAs == null;
    }

    static BigDecimal probability(String path, BigDecimal value) {
        // The precision is asked first: 1e-999999999 must not be written out before it is refused.
        if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
            throw new Invalid(path, "a share from 0 to 1");
        }
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (plain.scale() > 4) {
            throw new Invalid(path, "at most four decimals, found " + plain.scale());
        }
        return plain.setScale(Math.max(plain.scale(), 0));
    }
}
