package org.sambandh.crm.lead;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;

/**
 * Which known party an enquiry names.
 *
 * @param party the party, or null if none is sure
 * @param ambiguous whether several could be meant
 * @param reasons why, in words without personal data
 * @param candidates who could be meant too, with the reasons of each
 */
record Match(
        @Nullable CustomerId party, boolean ambiguous, List<String> reasons, Map<CustomerId, List<String>> candidates) {

    static Match sure(CustomerId party, List<String> reasons) {
        return new Match(party, false, reasons, Map.of());
    }

    static Match none(boolean ambiguous, List<String> reasons, Map<CustomerId, List<String>> candidates) {
        return new Match(null, ambiguous, reasons, candidates);
    }

    /** What speaks for whom, while it is gathered. */
    static final class Evidence {

        final Map<CustomerId, List<String>> decisive = new LinkedHashMap<>();
        final Map<CustomerId, List<String>> weak = new LinkedHashMap<>();
        final List<CustomerId> possible = new ArrayList<>();

        void decides(CustomerId id, String reason) {
            decisive.computeIfAbsent(id, i -> new ArrayList<>()).add(reason);
        }

        void hints(CustomerId id, String reason, boolean couldBe) {
            weak.computeIfAbsent(id, i -> new ArrayList<>()).add(reason);
            if (couldBe && !possible.contains(id)) {
                possible.add(id);
            }
        }

        Match match(String known, String unknown) {
            if (decisive.size() == 1) {
                CustomerId only = decisive.keySet().iterator().next();
                List<String> reasons = new ArrayList<>(List.of(known));
                reasons.addAll(decisive.getOrDefault(only, List.of()));
                return sure(only, reasons);
            }
            Map<CustomerId, List<String>> candidates = new LinkedHashMap<>(decisive);
            weak.forEach(candidates::putIfAbsent);
            boolean ambiguous = decisive.size() > 1 || possible.size() > 1;
            List<String> reasons = new ArrayList<>(List.of(ambiguous ? "several parties could be meant" : unknown));
            candidates
                    .values()
                    .forEach(why -> why.stream()
                            .filter(reason -> !reasons.contains(reason))
                            .forEach(reasons::add));
            return none(ambiguous, reasons, candidates);
        }
    }
}
