package org.sambandh.crm.common;

/**
 * Everything this library throws on purpose. Unchecked; each kind carries the data that refused, and a message that says
 * what, which, found against expected, and what to do. Messages hold ids, never personal data.
 */
public abstract sealed class CrmException extends RuntimeException
        permits NotFound, StaleRevision, DuplicateKey, RuleViolation, AccessDenied, Invalid, StoreFailure {

    private static final long serialVersionUID = 1L;

    CrmException(String message) {
        super(message);
    }

    CrmException(String message, Throwable cause) {
        super(message, cause);
    }
}
