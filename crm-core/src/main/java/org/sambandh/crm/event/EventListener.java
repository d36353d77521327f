package org.sambandh.crm.event;

/**
 * Is told of events after the transaction that caused them was committed. What it throws is logged and reaches nobody:
 * the transaction is done. May call the library again.
 */
@FunctionalInterface
public interface EventListener {

    /**
     * Takes one event, in the order in which they were recorded.
     *
     * @param event the event
     */
    void on(Event event);
}
