package org.sambandh.crm.tck;

import java.util.Arrays;
import java.util.List;
import org.sambandh.crm.common.ExternalRef;

/** External references by number. */
final class Keys {

    private Keys() {}

    static List<ExternalRef> refs(int... keys) {
        return Arrays.stream(keys)
                .mapToObj(key -> new ExternalRef("kit", "row", "k" + key))
                .toList();
    }
}
