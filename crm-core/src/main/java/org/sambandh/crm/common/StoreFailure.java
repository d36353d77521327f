package org.sambandh.crm.common;

/** The store itself failed or was used wrongly; the unit of work is dead and nothing of it was written. */
public final class StoreFailure extends CrmException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what failed.
     *
     * @param message what failed and what to do
     */
    public StoreFailure(String message) {
        super(message);
    }

    /**
     * Says what failed, and why.
     *
     * @param message what failed and what to do
     * @param cause the store's own error
     */
    public StoreFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
