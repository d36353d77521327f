package org.sambandh.crm.purchase;

import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;

/** What an entity cannot be without. */
final class Needed {

    private Needed() {}

    static <T> T of(String path, @Nullable T value) {
        if (value == null) {
            throw new Invalid(path, "is missing");
        }
        return value;
    }
}
