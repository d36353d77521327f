package org.sambandh.crm.common;

/**
 * Under which name the tenant acts: on an enquiry, deal, interaction, campaign, consent or suppression; never on a party.
 *
 * @param code a code of the tenant, for example {@code acme-home}
 */
public record Brand(String code) {

    /**
     * Checks the code.
     *
     * @param code a code of the tenant, for example {@code acme-home}
     */
    public Brand {
        code = Text.required("brand", code, 60);
    }
}
