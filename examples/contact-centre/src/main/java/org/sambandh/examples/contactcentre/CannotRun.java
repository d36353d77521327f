package org.sambandh.examples.contactcentre;

/** Why the example cannot run, in a sentence for whoever started it. */
final class CannotRun extends Exception {

    private static final long serialVersionUID = 1L;

    CannotRun(String message) {
        super(message);
    }
}
