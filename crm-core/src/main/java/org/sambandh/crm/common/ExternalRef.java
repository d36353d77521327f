package org.sambandh.crm.common;

/**
 * How another system names an entity: unique per tenant and kind of entity, so that the same record delivered twice is
 * recognised. Ordered and compared as text, after canonical composition.
 *
 * @param system the other system, for example {@code erp}
 * @param type what it is there, for example {@code debtor}
 * @param value its key there, at most 200 characters
 */
public record ExternalRef(String system, String type, String value) {

    /**
     * Checks the three texts.
     *
     * @param system the other system, for example {@code erp}
     * @param type what it is there, for example {@code debtor}
     * @param value its key there, at most 200 characters
     */
    public ExternalRef {
        system = Text.required("externalRef.system", system, 60);
        type = Text.required("externalRef.type", type, 60);
        value = Text.required("externalRef.value", value, 200);
        if (system.indexOf(':') >= 0 || type.indexOf(':') >= 0) {
            throw new Invalid("externalRef", "system and type must not contain a colon");
        }
    }

    /** {@return {@code system:type:value}, the key under which it is unique} */
    public String key() {
        return system + ":" + type + ":" + value;
    }

    /** {@return system and type only: the value may name a person} */
    @Override
    public String toString() {
        return system + ":" + type + ":…";
    }
}
