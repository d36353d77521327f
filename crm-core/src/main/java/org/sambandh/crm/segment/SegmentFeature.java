package org.sambandh.crm.segment;

import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.MembershipId;
import org.sambandh.crm.common.SegmentEditionId;
import org.sambandh.crm.common.SegmentFlipId;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Memberships;
import org.sambandh.crm.field.Subject;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.store.Feature;
import org.sambandh.crm.store.ForwardingRepository;
import org.sambandh.crm.store.Reaction;
import org.sambandh.crm.store.Repository;

/**
 * Segments and memberships, described to stores and catalogue. Gives every subject that has an id the relation
 * {@code memberships}, so it stands behind all features whose subjects can be members.
 */
public final class SegmentFeature implements Feature {

    private static final EntityType<Segment, SegmentId, SegmentRepository> SEGMENT = new EntityType<>(
            Segment.class,
            "segment",
            SegmentFields.ID,
            SegmentRepository.class,
            StoredSegments::new,
            (segment, revision) -> segment.toBuilder().revision(revision).build(),
            List.of(SegmentFields.EXTERNAL_REFS));

    private static final EntityType<SegmentMembership, MembershipId, SegmentMembershipRepository> MEMBERSHIP =
            new EntityType<>(
                    SegmentMembership.class,
                    "segmentMembership",
                    SegmentMembershipFields.ID,
                    SegmentMembershipRepository.class,
                    StoredMemberships::new,
                    (period, revision) -> period.toBuilder().revision(revision).build(),
                    List.of());

    private static final EntityType<SegmentFlip, SegmentFlipId, SegmentFlipRepository> FLIP = new EntityType<>(
            SegmentFlip.class,
            "segmentFlip",
            SegmentFlipFields.ID,
            SegmentFlipRepository.class,
            StoredFlips::new,
            (flip, revision) -> flip.toBuilder().revision(revision).build(),
            List.of());

    private static final EntityType<SegmentEdition, SegmentEditionId, SegmentEditionRepository> EDITION =
            new EntityType<>(
                    SegmentEdition.class,
                    "segmentEdition",
                    SegmentEditionFields.ID,
                    SegmentEditionRepository.class,
                    StoredEditions::new,
                    (edition, revision) ->
                            edition.toBuilder().revision(revision).build(),
                    List.of());

    /** Makes the feature. */
    public SegmentFeature() {}

    @Override
    public String name() {
        return "segment";
    }

    @Override
    public List<EntityType<?, ?, ?>> entities() {
        return List.of(SEGMENT, MEMBERSHIP, FLIP, EDITION);
    }

    @Override
    public void declare(Catalog.Builder catalog) {
        catalog.entity(Segment.class, "segment", SegmentFields.ID, SegmentFields.ALL);
        catalog.entity(
                SegmentMembership.class, "segmentMembership", SegmentMembershipFields.ID, SegmentMembershipFields.ALL);
        catalog.entity(SegmentFlip.class, "segmentFlip", SegmentFlipFields.ID, SegmentFlipFields.ALL);
        catalog.entity(SegmentEdition.class, "segmentEdition", SegmentEditionFields.ID, SegmentEditionFields.ALL);
    }

    @Override
    public void relate(Catalog.Builder catalog) {
        catalog.subjects().forEach(subject -> relate(catalog, subject));
    }

    private static <S> void relate(Catalog.Builder catalog, Subject<S> subject) {
        subject.id().ifPresent(id -> {
            Memberships<S, SegmentMembership> memberships = SegmentMembershipFields.declared(id);
            catalog.relation(memberships.relation());
            catalog.memberships(memberships);
        });
    }

    @Override
    public Optional<CustomerData> customerData() {
        return Optional.of(new SegmentCustomerData());
    }

    @Override
    public Optional<Reaction> reaction() {
        return Optional.of(new SegmentReaction());
    }

    private static final class StoredFlips extends ForwardingRepository<SegmentFlip, SegmentFlipId>
            implements SegmentFlipRepository {

        StoredFlips(Repository<SegmentFlip, SegmentFlipId> inner) {
            super(inner);
        }
    }

    private static final class StoredEditions extends ForwardingRepository<SegmentEdition, SegmentEditionId>
            implements SegmentEditionRepository {

        StoredEditions(Repository<SegmentEdition, SegmentEditionId> inner) {
            super(inner);
        }
    }

    private static final class StoredSegments extends ForwardingRepository<Segment, SegmentId>
            implements SegmentRepository {

        StoredSegments(Repository<Segment, SegmentId> inner) {
            super(inner);
        }
    }

    private static final class StoredMemberships extends ForwardingRepository<SegmentMembership, MembershipId>
            implements SegmentMembershipRepository {

        StoredMemberships(Repository<SegmentMembership, MembershipId> inner) {
            super(inner);
        }
    }
}
