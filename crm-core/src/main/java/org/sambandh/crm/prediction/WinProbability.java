package org.sambandh.crm.prediction;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;

/**
 * A deal's probability of being won, typed in or automatic (rule 8 of the fact table {@code lead_scoring}): one that a
 * person typed stays in force, while the automatic one goes on being kept beside it.
 *
 * @param typed what a person typed in, 0 to 100 percent; null if nobody did. 0 is a number, not a missing one
 * @param automatic the last automatic score, 0 to 100 percent; null while there is none
 */
public record WinProbability(
        @Nullable BigDecimal typed, @Nullable BigDecimal automatic) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Checks and copies what it is given.
     *
     * @param typed what a person typed in, 0 to 100 percent; null if nobody did. 0 is a number, not a missing one
     * @param automatic the last automatic score, 0 to 100 percent; null while there is none
     */
    public WinProbability {
        typed = percent("winProbability.typed", typed);
        automatic = percent("winProbability.automatic", automatic);
    }

    private static @Nullable BigDecimal percent(String path, @Nullable BigDecimal percent) {
        if (percent == null) {
            return null;
        }
        if (percent.signum() < 0
                || percent.compareTo(HUNDRED) > 0
                || percent.stripTrailingZeros().scale() > 6) {
            throw new Invalid(path, "0 to 100 percent with at most 6 decimals");
        }
        return Decimals.plain(percent);
    }

    /** {@return the one to go by: typed if there is one, else automatic; empty if there is neither} */
    public Optional<BigDecimal> inForce() {
        return Optional.ofNullable(typed == null ? automatic : typed);
    }

    /**
     * Returns it with a new automatic score; a typed one stays in force.
     *
     * @param score the score; one without enough data leaves no automatic one
     * @return the probability
     */
    public WinProbability scored(BayesScore score) {
        return new WinProbability(typed, score instanceof BayesScore.Scored scored ? scored.percent() : null);
    }

    /**
     * Returns it typed in by a person.
     *
     * @param percent 0 to 100; null goes back to the automatic one
     * @return the probability
     */
    public WinProbability type(@Nullable BigDecimal percent) {
        return new WinProbability(percent, automatic);
    }
}
