package org.sambandh.crm.customer;

import java.util.Locale;
import java.util.Optional;
import org.sambandh.crm.common.Text;

/**
 * A profile in a social network.
 *
 * @param network the network in lower case: {@code linkedin}, {@code x}, {@code facebook}
 * @param handle the name there, without {@code @}, or the address of the profile
 */
public record SocialHandle(String network, String handle) implements ContactAddress {

    /**
     * Checks and copies what it is given.
     *
     * @param network the network in lower case: {@code linkedin}, {@code x}, {@code facebook}
     * @param handle the name there, without {@code @}, or the address of the profile
     */
    public SocialHandle {
        network = Text.required("social.network", network, 60).toLowerCase(Locale.ROOT);
        handle = Text.required("social.handle", handle, 500);
    }

    @Override
    public ContactPoint.Kind kind() {
        return ContactPoint.Kind.SOCIAL;
    }

    @Override
    public Optional<String> key() {
        return Optional.of(network + ":" + Text.fold(handle));
    }

    /** {@return the network only} */
    @Override
    public String toString() {
        return "SocialHandle[" + network + "]";
    }
}
