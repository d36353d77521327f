package org.sambandh.crm.customer;

import java.util.Arrays;
import java.util.List;

/** Tells whether two records of one party say the same: everything but id and revision. */
final class CustomerState {

    private CustomerState() {}

    static boolean same(Customer one, Customer other) {
        return of(one).equals(of(other));
    }

    static List<Object> of(Customer customer) {
        return Arrays.asList(
                customer.externalRefs(),
                customer.profile(),
                customer.name(),
                customer.otherNames(),
                customer.standing(),
                customer.roles(),
                customer.lifecycleHistory(),
                customer.contactPoints(),
                customer.identifiers(),
                customer.preferences(),
                customer.buying(),
                customer.purposesOfUse(),
                customer.ownership(),
                customer.source(),
                customer.registeredAt(),
                customer.archivedAt(),
                customer.attributes());
    }
}
