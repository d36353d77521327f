package org.sambandh.crm.ticket;

import org.sambandh.crm.common.Text;

/**
 * A step of a service rule: when what is to be done.
 *
 * @param code its name in data, at most 60 characters, each once in a rule
 * @param goal whose clock it watches
 * @param at when it is to be taken
 * @param action what the host is to do
 */
public record EscalationStep(String code, ServiceGoal goal, EscalationPoint at, EscalationAction action) {

    /**
     * Checks and copies what it is given.
     *
     * @param code its name in data, at most 60 characters, each once in a rule
     * @param goal whose clock it watches
     * @param at when it is to be taken
     * @param action what the host is to do
     */
    public EscalationStep {
        code = Text.required("escalation.code", code, 60);
    }
}
