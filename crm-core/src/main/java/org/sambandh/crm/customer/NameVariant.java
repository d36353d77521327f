package org.sambandh.crm.customer;

import org.sambandh.crm.common.Validity;

/**
 * Another name of a party beside the one that is shown.
 *
 * @param name the name
 * @param use what it is
 * @param validity the days on which it is used
 */
public record NameVariant(PersonName name, Use use, Validity validity) {

    /** What another name is. */
    public enum Use {
        /** In passports, contracts and registers. */
        LEGAL,
        /** Under which a business trades. */
        TRADING,
        /** The shown name in another script. */
        TRANSLITERATED,
        /** Before a marriage or a change of firm. */
        FORMER
    }

    /** {@return the use only: the name is personal} */
    @Override
    public String toString() {
        return "NameVariant[" + use + "]";
    }
}
