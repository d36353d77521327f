package org.sambandh.crm.lead;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Invalid;

/** Checks that several types of this package share. */
final class LeadRules {

    private LeadRules() {}

    static @Nullable String text(String path, @Nullable String value, int maxCodePoints) {
        if (value != null && value.codePointCount(0, value.length()) > maxCodePoints) {
            throw new Invalid(path, "at most " + maxCodePoints + " characters");
        }
        return value;
    }

    static List<CustomerId> present(@Nullable CustomerId person, @Nullable CustomerId organization) {
        List<CustomerId> parties = new ArrayList<>();
        if (person != null) {
            parties.add(person);
        }
        if (organization != null && !organization.equals(person)) {
            parties.add(organization);
        }
        return List.copyOf(parties);
    }
}
