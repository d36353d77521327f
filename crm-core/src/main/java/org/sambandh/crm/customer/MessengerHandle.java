package org.sambandh.crm.customer;

import java.util.Locale;
import java.util.Optional;
import org.sambandh.crm.common.Text;

/**
 * An account of a messenger.
 *
 * @param service the messenger in lower case: {@code whatsapp}, {@code telegram}, {@code signal}
 * @param handle the account there: a number or a name
 */
public record MessengerHandle(String service, String handle) implements ContactAddress {

    /**
     * Checks and copies what it is given.
     *
     * @param service the messenger in lower case: {@code whatsapp}, {@code telegram}, {@code signal}
     * @param handle the account there: a number or a name
     */
    public MessengerHandle {
        service = Text.required("messenger.service", service, 60).toLowerCase(Locale.ROOT);
        handle = Text.required("messenger.handle", handle, 500);
    }

    @Override
    public ContactPoint.Kind kind() {
        return ContactPoint.Kind.MESSENGER;
    }

    @Override
    public Optional<String> key() {
        return Optional.of(service + ":" + Text.fold(handle));
    }

    /** {@return the service only} */
    @Override
    public String toString() {
        return "MessengerHandle[" + service + "]";
    }
}
