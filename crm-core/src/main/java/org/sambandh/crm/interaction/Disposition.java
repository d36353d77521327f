package org.sambandh.crm.interaction;

import java.util.Locale;
import java.util.Set;
import org.sambandh.crm.common.Text;

/**
 * How an interaction ended, as a code. Extensible: a tenant has its own beside the constants.
 *
 * @param code at most 60 characters, kept in lower case
 */
public record Disposition(String code) {

    /** The other side was reached. */
    public static final Disposition CONNECTED = new Disposition("connected");

    /** Nobody answered. */
    public static final Disposition NO_ANSWER = new Disposition("no-answer");

    /** The line was busy. */
    public static final Disposition BUSY = new Disposition("busy");

    /** A machine took a message. */
    public static final Disposition VOICEMAIL = new Disposition("voicemail");

    /** The number or address belongs to somebody else. */
    public static final Disposition WRONG_NUMBER = new Disposition("wrong-number");

    /** The other side did not come. */
    public static final Disposition NO_SHOW = new Disposition("no-show");

    /** It could not be delivered. */
    public static final Disposition BOUNCED = new Disposition("bounced");

    /** It failed for a technical reason. */
    public static final Disposition FAILED = new Disposition("failed");

    private static final Set<String> NOT_REACHED =
            Set.of("no-answer", "busy", "voicemail", "wrong-number", "no-show", "bounced", "failed");

    /**
     * Checks the code.
     *
     * @param code at most 60 characters, kept in lower case
     */
    public Disposition {
        code = Text.required("disposition", code, 60).toLowerCase(Locale.ROOT);
    }

    /** {@return whether it says that the other side was not reached; false for a code of the tenant's own} */
    public boolean saysNotReached() {
        return NOT_REACHED.contains(code);
    }

    /** {@return the code} */
    @Override
    public String toString() {
        return code;
    }
}
