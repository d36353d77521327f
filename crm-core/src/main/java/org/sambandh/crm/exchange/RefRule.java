package org.sambandh.crm.exchange;

import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Text;

/**
 * How the text of a column becomes an external reference.
 *
 * @param system the other system
 * @param type what it is there
 */
public record RefRule(String system, String type) {

    /**
     * Checks and copies what it is given.
     *
     * @param system the other system
     * @param type what it is there
     */
    public RefRule {
        system = Text.required("refRule.system", system, 60);
        type = Text.required("refRule.type", type, 60);
    }

    ExternalRef of(String value) {
        return new ExternalRef(system, type, value);
    }
}
