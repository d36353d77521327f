package org.sambandh.crm.jpa;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/** Keys of elements, short enough for any index: a long text keeps its beginning and gets a digest of all of it. */
final class ItemKey {

    private static final int WHOLE = 120;
    private static final int BEGINNING = 60;

    private ItemKey() {}

    /**
     * Returns the key under which a text is stored; equal for equal texts only.
     *
     * @param key see {@link org.sambandh.crm.store.Keys}
     */
    static String of(String key) {
        if (key.length() <= WHOLE) {
            return key;
        }
        int cut = Character.isHighSurrogate(key.charAt(BEGINNING - 1)) ? BEGINNING - 1 : BEGINNING;
        return key.substring(0, cut) + "…#" + Hashing.sha256().hashString(key, StandardCharsets.UTF_8);
    }
}
