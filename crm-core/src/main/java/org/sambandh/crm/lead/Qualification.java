package org.sambandh.crm.lead;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;

/**
 * A checklist: what was found out about an enquiry, by whom and when.
 *
 * @param checks what was checked, each item once, in the order of checking; at most 100
 */
public record Qualification(List<Check> checks) {

    /** Nothing was checked. */
    public static final Qualification NONE = new Qualification(List.of());

    /** There is a need for what we sell. */
    public static final String NEED = "need";

    /** There is money for it. */
    public static final String BUDGET = "budget";

    /** Who asks may decide, or leads to who may. */
    public static final String AUTHORITY = "authority";

    /** It is known by when. */
    public static final String TIMING = "timing";

    /**
     * One item that holds.
     *
     * @param item the item: one of ours or a code of the tenant's
     * @param note what was found out, at most 2,000 characters, or null
     * @param at when
     * @param by who found out
     */
    public record Check(String item, @Nullable String note, Instant at, Actor by) {

        /**
         * Checks and copies what it is given.
         *
         * @param item the item: one of ours or a code of the tenant's
         * @param note what was found out, at most 2,000 characters, or null
         * @param at when
         * @param by who found out
         */
        public Check {
            item = Qualification.item(item);
            note = LeadRules.text("qualification.note", Text.orMissing("qualification.note", note), 2_000);
            at = at.truncatedTo(ChronoUnit.MICROS);
        }

        /** {@return item and time: the note may be personal} */
        @Override
        public String toString() {
            return "Check[" + item + ", " + at + "]";
        }
    }

    /**
     * Checks and copies what it is given.
     *
     * @param checks what was checked, each item once, in the order of checking; at most 100
     */
    public Qualification {
        checks = List.copyOf(checks);
        if (checks.size() > 100 || checks.stream().map(Check::item).distinct().count() != checks.size()) {
            throw new Invalid("lead.qualification", "at most 100 items, each once");
        }
    }

    static String item(String item) {
        return Text.required("qualification.item", item, 60);
    }

    /**
     * Returns whether an item was checked.
     *
     * @param item the item
     * @return true if it holds
     */
    public boolean has(String item) {
        return checks.stream().anyMatch(c -> c.item().equals(item));
    }

    /**
     * Returns which items are missing.
     *
     * @param items what is wanted
     * @return those that were not checked, in the same order
     */
    public List<String> missing(Collection<String> items) {
        return items.stream().filter(item -> !has(item)).toList();
    }

    /**
     * Returns this checklist with one more item; one of the same name is replaced.
     *
     * @param check the item
     * @return a changed copy
     */
    public Qualification with(Check check) {
        List<Check> more = new ArrayList<>(checks);
        more.removeIf(c -> c.item().equals(check.item()));
        more.add(check);
        return new Qualification(more);
    }

    /**
     * Returns this checklist without an item.
     *
     * @param item the item
     * @return a changed copy
     */
    public Qualification without(String item) {
        return new Qualification(
                checks.stream().filter(c -> !c.item().equals(item)).toList());
    }

    Qualification erased() {
        return new Qualification(checks.stream()
                .map(c -> new Check(c.item(), null, c.at(), c.by()))
                .toList());
    }
}
