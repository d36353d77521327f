package org.sambandh.crm.condition;

import java.util.List;

/**
 * Why a condition held or did not: the tree of the condition with what was found at each leaf. Holds values of the
 * subject, personal ones too: show it to whoever may see the subject, and do not log it.
 *
 * @param sentence the condition of this node, in words
 * @param matches whether it held
 * @param found what was found, in words: {@code found 2}, {@code missing}; empty for all, any and not
 * @param parts the parts of the condition
 */
public record Explanation(String sentence, boolean matches, String found, List<Explanation> parts) {

    /**
     * Checks and copies what it is given.
     *
     * @param sentence the condition of this node, in words
     * @param matches whether it held
     * @param found what was found, in words: {@code found 2}, {@code missing}; empty for all, any and not
     * @param parts the parts of the condition
     */
    public Explanation {
        parts = List.copyOf(parts);
    }

    /**
     * Returns the tree as indented lines, one for each node, {@code yes} or {@code no} first.
     *
     * @return the text, without a line end behind the last line
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        append(text, "");
        return text.toString();
    }

    private void append(StringBuilder text, String indent) {
        text.append(indent).append(matches ? "yes  " : "no   ").append(sentence);
        if (!found.isEmpty()) {
            text.append(" (").append(found).append(')');
        }
        for (Explanation part : parts) {
            text.append('\n');
            part.append(text, indent + "  ");
        }
    }

    /** {@return the answer only: what was found may be personal} */
    @Override
    public String toString() {
        return "Explanation[matches=" + matches + ", parts=" + parts.size() + "]";
    }
}
