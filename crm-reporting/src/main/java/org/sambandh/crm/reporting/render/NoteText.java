package org.sambandh.crm.reporting.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sambandh.crm.reporting.Note;

/** The words of a note with its values put in; what is put in is never read again. */
final class NoteText {

    private NoteText() {}

    /**
     * A part of a note.
     *
     * @param words what it says
     * @param isValue whether it is one of the values
     */
    record Piece(String words, boolean isValue) {}

    static List<Piece> pieces(Note note, CellText text) {
        String pattern = text.text(note.pattern());
        List<Piece> pieces = new ArrayList<>();
        int written = 0;
        for (int i = 0; i + 2 < pattern.length(); i++) {
            int value = pattern.charAt(i + 1) - '0';
            if (pattern.charAt(i) == '{'
                    && pattern.charAt(i + 2) == '}'
                    && value >= 0
                    && value < Math.min(10, note.values().size())) {
                pieces.add(new Piece(pattern.substring(written, i), false));
                pieces.add(new Piece(text.text(note.values().get(value)), true));
                written = i + 3;
                i += 2;
            }
        }
        pieces.add(new Piece(pattern.substring(written), false));
        return pieces;
    }

    static String of(Note note, CellText text) {
        return pieces(note, text).stream().map(Piece::words).collect(Collectors.joining());
    }
}
