package org.sambandh.crm.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.sambandh.crm.field.FieldType;

/** A heading for each band of numbers: how many bounds are not above it. */
final class BandCoder extends Coder {

    private final FieldType<?> type;
    private final List<BigDecimal> bounds;
    private final long[] forms;

    BandCoder(FieldType<?> type, List<BigDecimal> bounds) {
        this.type = type;
        this.bounds = bounds;
        this.forms = new long[bounds.size()];
        for (int i = 0; i < forms.length; i++) {
            forms[i] = formOf(bounds.get(i), type.scale());
        }
    }

    /** Returns the least form that is not below the bound; bounds beyond all numbers of a field stay beyond them. */
    private static long formOf(BigDecimal bound, int scale) {
        BigDecimal scaled = bound.movePointRight(scale).setScale(0, RoundingMode.CEILING);
        BigDecimal most = BigDecimal.valueOf(Long.MAX_VALUE);
        return scaled.min(most).max(most.negate()).longValueExact();
    }

    @Override
    Object headingOf(long form) {
        int band = 0;
        while (band < forms.length && form >= forms[band]) {
            band++;
        }
        return band;
    }

    @Override
    Object headingOf(Object value) {
        return headingOf(((BigDecimal) value)
                .movePointRight(type.scale())
                .setScale(0, RoundingMode.UNNECESSARY)
                .longValueExact());
    }

    @Override
    int compare(Object left, Object right) {
        return Integer.compare((Integer) left, (Integer) right);
    }

    @Override
    Cell cell(Object heading) {
        int band = (Integer) heading;
        return new Cell.Band(band == 0 ? null : bounds.get(band - 1), band == bounds.size() ? null : bounds.get(band));
    }
}
