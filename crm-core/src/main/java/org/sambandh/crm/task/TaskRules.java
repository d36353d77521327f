package org.sambandh.crm.task;

import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;

/** The ranges of what a task holds. */
final class TaskRules {

    private TaskRules() {}

    static <T> T needed(String path, @Nullable T value) {
        if (value == null) {
            throw new Invalid(path, "is missing");
        }
        return value;
    }

    static @Nullable String text(String path, @Nullable String value, int most) {
        return value == null || Text.isBlank(value) ? null : Text.required(path, value, most);
    }
}
