package org.sambandh.crm.store;

import java.util.List;
import org.slf4j.Logger;

/** Runs what was put off until after the commit. The commit stands, so what fails here can fail nothing else. */
public final class AfterCommit {

    private AfterCommit() {}

    /**
     * Runs actions in their order. What one throws is logged, by its class only, and stops none of the others.
     *
     * @param actions what {@link StoreTransaction#commit} returned
     * @param log the logger of the store
     */
    public static void run(List<Runnable> actions, Logger log) {
        for (Runnable action : actions) {
            try {
                action.run();
            } catch (Throwable e) {
                // The message may be personal: the action is the host's.
                log.warn(
                        "An action after a commit failed with {}; the commit stands.",
                        e.getClass().getName());
            }
        }
    }
}
