package org.sambandh.crm.common;

/** What was given is not valid: {@link #path()} says where, {@link #why()} what was expected. Nothing was written. */
public final class Invalid extends CrmException {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final String why;

    /**
     * Says what is wrong where.
     *
     * @param path where: {@code customer.emails[2]}, {@code $.all[0].test.is}
     * @param why what was expected, and what was found where that is no personal data
     */
    public Invalid(String path, String why) {
        super(path + ": " + why);
        this.path = path;
        this.why = why;
    }

    /**
     * Says what is wrong where, with what it was noticed by.
     *
     * @param path where
     * @param why what was expected
     * @param cause the error underneath; its message must hold no personal data
     */
    public Invalid(String path, String why, Throwable cause) {
        super(path + ": " + why, cause);
        this.path = path;
        this.why = why;
    }

    /** {@return where} */
    public String path() {
        return path;
    }

    /** {@return what was expected} */
    public String why() {
        return why;
    }
}
