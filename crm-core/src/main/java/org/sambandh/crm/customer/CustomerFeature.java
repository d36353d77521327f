package org.sambandh.crm.customer;

import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.LifecycleId;
import org.sambandh.crm.common.RelationshipId;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.store.Feature;
import org.sambandh.crm.store.ForwardingRepository;
import org.sambandh.crm.store.Repository;

/** Parties and their relationships, described to stores and catalogue. */
public final class CustomerFeature implements Feature {

    private static final EntityType<Customer, CustomerId, CustomerRepository> CUSTOMER = new EntityType<>(
            Customer.class,
            "customer",
            CustomerFields.ID,
            CustomerRepository.class,
            ForwardingCustomerRepository::new,
            (customer, revision) -> customer.toBuilder().revision(revision).build(),
            List.of(CustomerFields.EXTERNAL_REFS));

    private static final EntityType<Relationship, RelationshipId, RelationshipRepository> RELATIONSHIP =
            new EntityType<>(
                    Relationship.class,
                    "relationship",
                    RelationshipFields.ID,
                    RelationshipRepository.class,
                    ForwardingRelationshipRepository::new,
                    (relationship, revision) ->
                            relationship.toBuilder().revision(revision).build(),
                    List.of(RelationshipFields.EXTERNAL_REFS));

    private static final EntityType<CustomerLifecycle, LifecycleId, CustomerLifecycleRepository> LIFECYCLE =
            new EntityType<>(
                    CustomerLifecycle.class,
                    "lifecycle",
                    LifecycleFields.ID,
                    CustomerLifecycleRepository.class,
                    ForwardingLifecycleRepository::new,
                    (list, revision) -> list.toBuilder().revision(revision).build(),
                    List.of(LifecycleFields.EXTERNAL_REFS));

    /** Makes the feature. */
    public CustomerFeature() {}

    @Override
    public String name() {
        return "customer";
    }

    @Override
    public List<EntityType<?, ?, ?>> entities() {
        return List.of(CUSTOMER, RELATIONSHIP, LIFECYCLE);
    }

    @Override
    public void declare(Catalog.Builder catalog) {
        catalog.entity(Customer.class, "customer", CustomerFields.ID, CustomerFields.ALL);
        catalog.part(ContactPoint.class, "contactPoint", ContactPointFields.ALL);
        catalog.entity(Relationship.class, "relationship", RelationshipFields.ID, RelationshipFields.ALL);
        catalog.entity(CustomerLifecycle.class, "lifecycle", LifecycleFields.ID, LifecycleFields.ALL);
    }

    @Override
    public void relate(Catalog.Builder catalog) {
        catalog.relation(CustomerFields.CONTACT_POINTS);
        catalog.relation(RelationshipFields.RELATED_TO);
        catalog.relation(RelationshipFields.RELATED_FROM);
    }

    @Override
    public Optional<CustomerData> customerData() {
        return Optional.of(new CustomerOwnData());
    }

    private static final class ForwardingCustomerRepository extends ForwardingRepository<Customer, CustomerId>
            implements CustomerRepository {
        ForwardingCustomerRepository(Repository<Customer, CustomerId> inner) {
            super(inner);
        }
    }

    private static final class ForwardingRelationshipRepository
            extends ForwardingRepository<Relationship, RelationshipId> implements RelationshipRepository {
        ForwardingRelationshipRepository(Repository<Relationship, RelationshipId> inner) {
            super(inner);
        }
    }

    private static final class ForwardingLifecycleRepository
            extends ForwardingRepository<CustomerLifecycle, LifecycleId> implements CustomerLifecycleRepository {
        ForwardingLifecycleRepository(Repository<CustomerLifecycle, LifecycleId> inner) {
            super(inner);
        }
    }
}
