package org.sambandh.crm.reporting;

import java.util.List;

/**
 * What a reader must know beside the figures: what is not in them, and by which rule they were made. Holds counts,
 * currencies and policies; never personal data.
 *
 * @param code what kind of note: {@code withoutAmount}, {@code converted}, {@code noRate}; the same in every language
 * @param pattern the words, in which <code>{0}</code> to <code>{9}</code> stand for the values, which a renderer formats
 *     as it formats cells
 * @param values the values
 */
public record Note(String code, Label pattern, List<Cell> values) {

    /**
     * Copies the values.
     *
     * @param code what kind of note: {@code withoutAmount}, {@code converted}, {@code noRate}; the same in every language
     * @param pattern the words, in which <code>{0}</code> to <code>{9}</code> stand for the values, which a renderer
     *     formats as it formats cells
     * @param values the values
     */
    public Note {
        values = List.copyOf(values);
    }
}
