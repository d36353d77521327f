package org.sambandh.crm.callcentre;

import java.util.List;
import org.sambandh.crm.common.Text;

/**
 * A code an attempt may end with, and what it means.
 *
 * @param code the tenant's code: {@code sold}, {@code voicemail}; at most 60 characters
 * @param outcome what it means for the rest of the list
 */
public record CallDisposition(String code, CallOutcome outcome) {

    /** What a list knows unless it says otherwise: one code for each outcome. */
    public static final List<CallDisposition> STANDARD = List.of(
            new CallDisposition("connected", CallOutcome.CONNECTED),
            new CallDisposition("no-answer", CallOutcome.NO_ANSWER),
            new CallDisposition("busy", CallOutcome.BUSY),
            new CallDisposition("wrong-number", CallOutcome.WRONG_NUMBER),
            new CallDisposition("call-back", CallOutcome.CALL_BACK),
            new CallDisposition("do-not-call", CallOutcome.DO_NOT_CALL));

    /**
     * Checks and copies what it is given.
     *
     * @param code the tenant's code: {@code sold}, {@code voicemail}; at most 60 characters
     * @param outcome what it means for the rest of the list
     */
    public CallDisposition {
        code = Text.required("callDisposition.code", code, 60);
    }
}
