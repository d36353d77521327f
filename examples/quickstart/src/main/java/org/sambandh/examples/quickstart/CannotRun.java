package org.sambandh.examples.quickstart;

/** The example cannot run as it was asked to; the message is a sentence for whoever asked. */
final class CannotRun extends Exception {

    private static final long serialVersionUID = 1L;

    CannotRun(String sentence) {
        super(sentence);
    }
}
