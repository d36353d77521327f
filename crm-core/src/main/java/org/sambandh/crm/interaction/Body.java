package org.sambandh.crm.interaction;

import org.sambandh.crm.common.FileRef;
import org.sambandh.crm.common.Invalid;

/** What was said or written: the text itself, or the file in which the host keeps it. */
public sealed interface Body {

    /** The longest text, in characters; longer ones are kept as a file. */
    int MAX_LENGTH = 1_000_000;

    /**
     * Text exactly as it arrived: not normalised, U+0000 and halves of surrogate pairs included.
     *
     * @param text 1 to 1,000,000 characters
     */
    record Text(String text) implements Body {

        /**
         * Checks the length.
         *
         * @param text 1 to 1,000,000 characters
         */
        public Text {
            if (text.isEmpty() || text.length() > MAX_LENGTH) {
                throw new Invalid(
                        "interaction.body",
                        "1 to " + MAX_LENGTH + " characters, found " + text.length() + "; keep longer ones as a file");
            }
        }

        /** {@return the length only: the text is personal} */
        @Override
        public String toString() {
            return "text of " + text.length() + " characters";
        }
    }

    /**
     * A file of the host's: a message, a recording, a scan.
     *
     * @param file where it is
     */
    record File(FileRef file) implements Body {}
}
