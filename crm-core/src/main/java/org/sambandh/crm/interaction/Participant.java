package org.sambandh.crm.interaction;

import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Text;

/**
 * Somebody who took part: a party we know, a raw address, or a party with the address it used. Both are missing only
 * where an address was erased.
 *
 * @param role as what
 * @param party the party, if known
 * @param address the mail address, number or handle used, as it was given; at most 320 characters
 */
public record Participant(
        Role role, @Nullable CustomerId party, @Nullable String address) {

    /** As what somebody took part. */
    public enum Role {
        /** Sent or called. */
        FROM(true),
        /** Was written to or called. */
        TO(true),
        /** Got a copy. */
        CC(false),
        /** Got a copy unseen by the others. */
        BCC(false),
        /** Held the meeting. */
        HOST(true),
        /** Came to the meeting. */
        ATTENDEE(true);

        private final boolean active;

        Role(boolean active) {
            this.active = active;
        }

        boolean isActive() {
            return active;
        }
    }

    /**
     * Checks the address.
     *
     * @param role as what
     * @param party the party, if known
     * @param address the mail address, number or handle used, as it was given; at most 320 characters
     */
    public Participant {
        address = address == null || Text.isBlank(address) ? null : Text.required("participant.address", address, 320);
    }

    /**
     * Returns a party that took part.
     *
     * @param role as what
     * @param party the party
     * @return the participant
     */
    public static Participant of(Role role, CustomerId party) {
        return new Participant(role, party, null);
    }

    /**
     * Returns somebody of whom only the address is known.
     *
     * @param role as what
     * @param address the address
     * @return the participant
     * @throws org.sambandh.crm.common.Invalid if the address is blank
     */
    public static Participant at(Role role, String address) {
        return new Participant(role, null, Text.required("participant.address", address, 320));
    }

    Participant withParty(@Nullable CustomerId other) {
        return new Participant(role, other, address);
    }

    Participant withoutAddress() {
        return new Participant(role, party, null);
    }

    /** {@return role and party: an address is personal} */
    @Override
    public String toString() {
        return "Participant[" + role + ", " + (party == null ? "address only" : party) + "]";
    }
}
