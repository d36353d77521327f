package org.sambandh.crm.inmemory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;

/** Which id leads to which survivor, both ways. */
final class RedirectTable {

    private final Map<CustomerId, CustomerId> survivors = new HashMap<>();
    private final Map<CustomerId, TreeSet<CustomerId>> merged = new HashMap<>();

    CustomerId resolve(CustomerId id) {
        return survivors.getOrDefault(id, id);
    }

    List<CustomerId> leadingTo(CustomerId survivor) {
        TreeSet<CustomerId> ids = merged.get(survivor);
        return ids == null ? List.of() : List.copyOf(ids);
    }

    boolean isEmpty() {
        return survivors.isEmpty();
    }

    /** Lets one id lead to another, or to itself again if that is null; returns where it led before. */
    @Nullable
    CustomerId set(CustomerId id, @Nullable CustomerId survivor) {
        CustomerId before = survivor == null ? survivors.remove(id) : survivors.put(id, survivor);
        if (before != null) {
            TreeSet<CustomerId> ids = merged.get(before);
            if (ids != null && ids.remove(id) && ids.isEmpty()) {
                merged.remove(before);
            }
        }
        if (survivor != null) {
            merged.computeIfAbsent(survivor, s -> new TreeSet<>()).add(id);
        }
        return before;
    }
}
