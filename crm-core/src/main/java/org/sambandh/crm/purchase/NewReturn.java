package org.sambandh.crm.purchase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.PurchaseId;
import org.sambandh.crm.common.Quantity;

/**
 * A return as the other system tells it: {@code NewReturn.of(order, at).line("1", Quantity.of(1, "piece"))}. Immutable;
 * every method returns a changed copy.
 */
public final class NewReturn {

    private final @Nullable PurchaseId purchase;
    private final @Nullable ExternalRef ref;
    private final Instant at;
    private final @Nullable LocalDate day;
    private final List<Part> parts;
    private final @Nullable String reason;

    /** What came back of one line, and what was given back if the other system says so. */
    record Part(String line, Quantity quantity, @Nullable Money refund) {}

    private NewReturn(
            @Nullable PurchaseId purchase,
            @Nullable ExternalRef ref,
            Instant at,
            @Nullable LocalDate day,
            List<Part> parts,
            @Nullable String reason) {
        this.purchase = purchase;
        this.ref = ref;
        this.at = at;
        this.day = day;
        this.parts = List.copyOf(parts);
        this.reason = reason;
    }

    /**
     * Returns a return to describe further; at least one line is needed.
     *
     * @param purchase the purchase; of one that was corrected the entry that took its place
     * @param at when things came back
     * @return the return
     */
    public static NewReturn of(PurchaseId purchase, Instant at) {
        return new NewReturn(purchase, null, at, null, List.of(), null);
    }

    /**
     * Returns a return to describe further; at least one line is needed.
     *
     * @param purchase how the other system names the purchase
     * @param at when things came back
     * @return the return
     */
    public static NewReturn of(ExternalRef purchase, Instant at) {
        return new NewReturn(null, purchase, at, null, List.of(), null);
    }

    /**
     * Sets the day where the other system counts it on another one than the tenant's zone says.
     *
     * @param localDay the day
     * @return a changed copy
     */
    public NewReturn on(LocalDate localDay) {
        return new NewReturn(purchase, ref, at, localDay, parts, reason);
    }

    /**
     * Adds what came back of a line; its share of the total is given back, and with the last of it all that is left, so
     * that shares add up exactly.
     *
     * @param line the key of the line
     * @param quantity how much, above zero, in the unit of the line
     * @return a changed copy
     */
    public NewReturn line(String line, Quantity quantity) {
        return with(new Part(line, quantity, null));
    }

    /**
     * Adds what came back of a line.
     *
     * @param line the key of the line
     * @param quantity how much, above zero, in the unit of the line
     * @param refund what was given back, net of tax
     * @return a changed copy
     */
    public NewReturn line(String line, Quantity quantity, Money refund) {
        return with(new Part(line, quantity, refund));
    }

    /**
     * Sets why.
     *
     * @param text at most 500 characters, or null
     * @return a changed copy
     */
    public NewReturn reason(@Nullable String text) {
        return new NewReturn(purchase, ref, at, day, parts, text);
    }

    private NewReturn with(Part part) {
        if (parts.size() == Purchase.MAX_LINES) {
            throw new Invalid("purchaseReturn.lines", "1 to 5,000");
        }
        List<Part> more = new ArrayList<>(parts);
        more.add(part);
        return new NewReturn(purchase, ref, at, day, more, reason);
    }

    @Nullable
    PurchaseId purchase() {
        return purchase;
    }

    @Nullable
    ExternalRef ref() {
        return ref;
    }

    Instant at() {
        return at;
    }

    @Nullable
    LocalDate day() {
        return day;
    }

    List<Part> parts() {
        return parts;
    }

    @Nullable
    String reason() {
        return reason;
    }

    /** {@return nothing of the content: it may be personal} */
    @Override
    public String toString() {
        return "NewReturn";
    }
}
