package org.sambandh.crm.prediction;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;

/**
 * What one field, or two together, add to the log-odds: the effect of the subject's cell less {@link #center}, so that a
 * factor adds nothing on average. A subject in several cells of a field with several values adds all of them.
 *
 * @param encodings one field, or two
 * @param effects the effect of each cell; of two fields, the cells of the second within each cell of the first
 * @param center the mean effect on the training part
 * @param slope what a number adds beside its cell; null where numbers are cut into ranges, and for all else
 */
public record Factor(
        List<Encoding> encodings,
        List<BigDecimal> effects,
        BigDecimal center,
        @Nullable Slope slope) {

    /** No effect is larger, so that sums stay within a {@code long} of nine decimals. */
    static final BigDecimal LARGEST = BigDecimal.valueOf(1_000);

    /**
     * Checks and copies what it is given.
     *
     * @param encodings one field, or two
     * @param effects the effect of each cell; of two fields, the cells of the second within each cell of the first
     * @param center the mean effect on the training part
     * @param slope what a number adds beside its cell; null where numbers are cut into ranges, and for all else
     */
    public Factor {
        encodings = List.copyOf(encodings);
        effects = effects.stream()
                .map(effect -> Decimals.bounded("factor.effects", effect, LARGEST))
                .toList();
        center = Decimals.bounded("factor.center", center, LARGEST);
        if (encodings.isEmpty() || encodings.size() > 2) {
            throw new Invalid("factor.encodings", "one field, or two");
        }
        boolean pair = encodings.size() == 2;
        if (pair && (encodings.get(0).many() || encodings.get(1).many())) {
            throw new Invalid("factor.encodings", "two fields together have one value each");
        }
        int cells = encodings.get(0).cells() * (pair ? encodings.get(1).cells() : 1);
        if (effects.size() != cells) {
            throw new Invalid("factor.effects", "one for each of " + cells + " cells, found " + effects.size());
        }
        if (slope != null && (pair || !Encoding.isNumber(encodings.get(0).kind()))) {
            throw new Invalid("factor.slope", "of one number only");
        }
    }

    /** {@return the names of its fields} */
    public List<String> fields() {
        return encodings.stream().map(Encoding::field).toList();
    }
}
