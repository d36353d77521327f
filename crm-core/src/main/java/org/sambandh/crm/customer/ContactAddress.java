package org.sambandh.crm.customer;

import java.util.Optional;

/** Where a party can be reached. */
public sealed interface ContactAddress permits EmailAddress, PhoneNumber, PostalAddress, SocialHandle, MessengerHandle {

    /** {@return the kind} */
    ContactPoint.Kind kind();

    /** {@return the key by which two addresses of one kind are the same; nothing where none can be made} */
    Optional<String> key();
}
