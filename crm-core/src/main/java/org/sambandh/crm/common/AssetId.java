package org.sambandh.crm.common;

/**
 * The identity of an installed asset.
 *
 * @param value the text, as {@link Id} describes it
 */
public record AssetId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public AssetId {
        Id.check("AssetId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
