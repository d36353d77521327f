package org.sambandh.crm.campaign;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CampaignId;
import org.sambandh.crm.common.CampaignMemberId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.common.Text;

/** A party in the audience of a campaign, and how far it got: the only one of that party in that campaign. Immutable; equal by id.
 *
 * <p>Receipts arrive late and out of order, so each step keeps its own instant and {@link #status} is the furthest of them: it never
 * goes back. */
public final class CampaignMember implements Entity<CampaignMemberId> {

    private static final int MAX_CODES = 1_000;

    private final CampaignMemberId id;
    private final Revision revision;
    private final List<ExternalRef> externalRefs;
    private final CampaignId campaign;
    private final CustomerId party;
    private final Instant targetedAt;
    private final @Nullable Instant sentAt;
    private final @Nullable Instant deliveredAt;
    private final @Nullable Instant openedAt;
    private final @Nullable Instant respondedAt;
    private final @Nullable Instant bouncedAt;
    private final @Nullable Instant unsubscribedAt;
    private final @Nullable SegmentId segment;
    private final @Nullable LeadId lead;
    private final List<String> trackingCodes;

    private CampaignMember(Builder b) {
        id = b.id;
        revision = b.revision;
        externalRefs = List.copyOf(b.externalRefs);
        campaign = needed("campaign", b.campaign);
        party = needed("party", b.party);
        targetedAt = needed("targetedAt", b.targetedAt).truncatedTo(ChronoUnit.MICROS);
        sentAt = b.sentAt == null ? null : b.sentAt.truncatedTo(ChronoUnit.MICROS);
        deliveredAt = b.deliveredAt == null ? null : b.deliveredAt.truncatedTo(ChronoUnit.MICROS);
        openedAt = b.openedAt == null ? null : b.openedAt.truncatedTo(ChronoUnit.MICROS);
        respondedAt = b.respondedAt == null ? null : b.respondedAt.truncatedTo(ChronoUnit.MICROS);
        bouncedAt = b.bouncedAt == null ? null : b.bouncedAt.truncatedTo(ChronoUnit.MICROS);
        unsubscribedAt = b.unsubscribedAt == null ? null : b.unsubscribedAt.truncatedTo(ChronoUnit.MICROS);
        segment = b.segment;
        lead = b.lead;
        trackingCodes = List.copyOf(b.trackingCodes);
        if (trackingCodes.size() > MAX_CODES) {
            throw new Invalid(
                    "campaignMember.trackingCodes", "at most " + MAX_CODES + ", found " + trackingCodes.size());
        }
        trackingCodes.forEach(code -> Text.required("campaignMember.trackingCodes", code, 100));
    }

    private static <T> T needed(String part, @Nullable T value) {
        if (value == null) {
            throw new Invalid("campaignMember." + part, "is missing");
        }
        return value;
    }

    /**
     * Returns one to fill: for adapters.
     *
     * @param id its id
     * @return the builder
     */
    public static Builder builder(CampaignMemberId id) {
        return new Builder(id);
    }

    /** {@return a builder with everything of this one} */
    public Builder toBuilder() {
        Builder b = new Builder(id);
        b.revision = revision;
        b.externalRefs = externalRefs;
        b.campaign = campaign;
        b.party = party;
        b.targetedAt = targetedAt;
        b.sentAt = sentAt;
        b.deliveredAt = deliveredAt;
        b.openedAt = openedAt;
        b.respondedAt = respondedAt;
        b.bouncedAt = bouncedAt;
        b.unsubscribedAt = unsubscribedAt;
        b.segment = segment;
        b.lead = lead;
        b.trackingCodes = trackingCodes;
        return b;
    }

    @Override
    public CampaignMemberId id() {
        return id;
    }

    @Override
    public Revision revision() {
        return revision;
    }

    @Override
    public List<ExternalRef> externalRefs() {
        return externalRefs;
    }

    /** {@return the campaign} */
    public CampaignId campaign() {
        return campaign;
    }

    /** {@return the member} */
    public CustomerId party() {
        return party;
    }

    /** {@return the moment as of which the member was put into the audience} */
    public Instant targetedAt() {
        return targetedAt;
    }

    /** {@return when it was sent to the member} */
    public Optional<Instant> sentAt() {
        return Optional.ofNullable(sentAt);
    }

    /** {@return when it arrived} */
    public Optional<Instant> deliveredAt() {
        return Optional.ofNullable(deliveredAt);
    }

    /** {@return when it was first opened} */
    public Optional<Instant> openedAt() {
        return Optional.ofNullable(openedAt);
    }

    /** {@return when the member first responded} */
    public Optional<Instant> respondedAt() {
        return Optional.ofNullable(respondedAt);
    }

    /** {@return when it came back} */
    public Optional<Instant> bouncedAt() {
        return Optional.ofNullable(bouncedAt);
    }

    /** {@return when the member wanted no more} */
    public Optional<Instant> unsubscribedAt() {
        return Optional.ofNullable(unsubscribedAt);
    }

    /** {@return the segment out of which the member came; nothing if added by hand} */
    public Optional<SegmentId> segment() {
        return Optional.ofNullable(segment);
    }

    /** {@return the enquiry that its response became or touched} */
    public Optional<LeadId> lead() {
        return Optional.ofNullable(lead);
    }

    /** {@return by which codes a response is known as this member's, the code of its own first; none once erased} */
    public List<String> trackingCodes() {
        return trackingCodes;
    }

    /** {@return the code that goes into the links of this member; nothing once it was erased} */
    public Optional<String> trackingCode() {
        return trackingCodes.stream().findFirst();
    }

    /** {@return how far it got: unsubscribed before bounced before the furthest step} */
    public MemberStatus status() {
        if (unsubscribedAt != null) {
            return MemberStatus.UNSUBSCRIBED;
        }
        if (bouncedAt != null) {
            return MemberStatus.BOUNCED;
        }
        if (respondedAt != null) {
            return MemberStatus.RESPONDED;
        }
        if (openedAt != null) {
            return MemberStatus.OPENED;
        }
        if (deliveredAt != null) {
            return MemberStatus.DELIVERED;
        }
        return sentAt != null ? MemberStatus.SENT : MemberStatus.TARGETED;
    }

    /**
     * Returns when a step was taken.
     *
     * @param step the step
     * @return the first time it was; nothing if it was not, or no receipt told of it
     */
    public Optional<Instant> at(MemberStatus step) {
        return switch (step) {
            case TARGETED -> Optional.of(targetedAt);
            case SENT -> Optional.ofNullable(sentAt);
            case DELIVERED -> Optional.ofNullable(deliveredAt);
            case OPENED -> Optional.ofNullable(openedAt);
            case RESPONDED -> Optional.ofNullable(respondedAt);
            case BOUNCED -> Optional.ofNullable(bouncedAt);
            case UNSUBSCRIBED -> Optional.ofNullable(unsubscribedAt);
        };
    }

    /**
     * Returns this member with a step taken. A step known already keeps its earlier instant; one behind the status is filled in and
     * moves nothing back.
     *
     * @param step the step, not {@link MemberStatus#TARGETED}
     * @param at when
     * @return a changed copy
     * @throws Invalid if the step is {@code TARGETED}, or lies before the audience was frozen
     * @throws RuleViolation {@code campaign-member-unsubscribed} if something was sent at or after the member unsubscribed
     */
    public CampaignMember advance(MemberStatus step, Instant at) {
        if (step == MemberStatus.TARGETED) {
            throw new Invalid("campaignMember.status", "a step after TARGETED");
        }
        if (at.isBefore(targetedAt)) {
            throw new Invalid(
                    "campaignMember.at", "not before the audience was frozen at " + targetedAt + ", found " + at);
        }
        if (step == MemberStatus.SENT && sentAt == null && unsubscribedAt != null && !at.isBefore(unsubscribedAt)) {
            throw new RuleViolation(
                    "campaign-member-unsubscribed",
                    new EntityRef("campaignMember", id.value()),
                    "Cannot send to member " + id + ": unsubscribed at " + unsubscribedAt + ".");
        }
        Builder b = toBuilder();
        return switch (step) {
            case TARGETED -> this;
            case SENT -> b.sentAt(earliest(sentAt, at)).build();
            case DELIVERED -> b.deliveredAt(earliest(deliveredAt, at)).build();
            case OPENED -> b.openedAt(earliest(openedAt, at)).build();
            case RESPONDED -> b.respondedAt(earliest(respondedAt, at)).build();
            case BOUNCED -> b.bouncedAt(earliest(bouncedAt, at)).build();
            case UNSUBSCRIBED -> b.unsubscribedAt(earliest(unsubscribedAt, at)).build();
        };
    }

    CampaignMember unite(CampaignMember other) {
        List<String> codes = new ArrayList<>(trackingCodes);
        codes.addAll(other.trackingCodes);
        List<ExternalRef> refs = new ArrayList<>(externalRefs);
        refs.addAll(other.externalRefs);
        return toBuilder()
                .externalRefs(refs)
                .targetedAt(targetedAt.isBefore(other.targetedAt) ? targetedAt : other.targetedAt)
                .sentAt(earliest(sentAt, other.sentAt))
                .deliveredAt(earliest(deliveredAt, other.deliveredAt))
                .openedAt(earliest(openedAt, other.openedAt))
                .respondedAt(earliest(respondedAt, other.respondedAt))
                .bouncedAt(earliest(bouncedAt, other.bouncedAt))
                .unsubscribedAt(earliest(unsubscribedAt, other.unsubscribedAt))
                .segment(segment == null ? other.segment : segment)
                .lead(lead == null ? other.lead : lead)
                .trackingCodes(codes)
                .build();
    }

    private static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CampaignMember that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "campaignMember " + id + " (" + revision + ")";
    }

    /** Fills one. Not safe for concurrent use. */
    public static final class Builder {

        private final CampaignMemberId id;
        private Revision revision = Revision.NEW;
        private List<ExternalRef> externalRefs = List.of();
        private @Nullable CampaignId campaign;
        private @Nullable CustomerId party;
        private @Nullable Instant targetedAt;
        private @Nullable Instant sentAt;
        private @Nullable Instant deliveredAt;
        private @Nullable Instant openedAt;
        private @Nullable Instant respondedAt;
        private @Nullable Instant bouncedAt;
        private @Nullable Instant unsubscribedAt;
        private @Nullable SegmentId segment;
        private @Nullable LeadId lead;
        private List<String> trackingCodes = List.of();

        private Builder(CampaignMemberId id) {
            this.id = id;
        }

        /**
         * Sets revision.
         *
         * @param value given by the store
         * @return this
         */
        public Builder revision(Revision value) {
            revision = value;
            return this;
        }

        /**
         * Sets externalRefs.
         *
         * @param value how other systems name it
         * @return this
         */
        public Builder externalRefs(List<ExternalRef> value) {
            externalRefs = value;
            return this;
        }

        /**
         * Sets campaign.
         *
         * @param value the campaign
         * @return this
         */
        public Builder campaign(CampaignId value) {
            campaign = value;
            return this;
        }

        /**
         * Sets party.
         *
         * @param value the member
         * @return this
         */
        public Builder party(CustomerId value) {
            party = value;
            return this;
        }

        /**
         * Sets targetedAt.
         *
         * @param value the moment as of which the member was put into the audience
         * @return this
         */
        public Builder targetedAt(Instant value) {
            targetedAt = value;
            return this;
        }

        /**
         * Sets sentAt.
         *
         * @param value when it was sent to the member, or null
         * @return this
         */
        public Builder sentAt(@Nullable Instant value) {
            sentAt = value;
            return this;
        }

        /**
         * Sets deliveredAt.
         *
         * @param value when it arrived, or null
         * @return this
         */
        public Builder deliveredAt(@Nullable Instant value) {
            deliveredAt = value;
            return this;
        }

        /**
         * Sets openedAt.
         *
         * @param value when it was first opened, or null
         * @return this
         */
        public Builder openedAt(@Nullable Instant value) {
            openedAt = value;
            return this;
        }

        /**
         * Sets respondedAt.
         *
         * @param value when the member first responded, or null
         * @return this
         */
        public Builder respondedAt(@Nullable Instant value) {
            respondedAt = value;
            return this;
        }

        /**
         * Sets bouncedAt.
         *
         * @param value when it came back, or null
         * @return this
         */
        public Builder bouncedAt(@Nullable Instant value) {
            bouncedAt = value;
            return this;
        }

        /**
         * Sets unsubscribedAt.
         *
         * @param value when the member wanted no more, or null
         * @return this
         */
        public Builder unsubscribedAt(@Nullable Instant value) {
            unsubscribedAt = value;
            return this;
        }

        /**
         * Sets segment.
         *
         * @param value the segment out of which the member came; nothing if added by hand, or null
         * @return this
         */
        public Builder segment(@Nullable SegmentId value) {
            segment = value;
            return this;
        }

        /**
         * Sets lead.
         *
         * @param value the enquiry that its response became or touched, or null
         * @return this
         */
        public Builder lead(@Nullable LeadId value) {
            lead = value;
            return this;
        }

        /**
         * Sets trackingCodes.
         *
         * @param value by which codes a response is known as this member's, the code of its own first; none once erased
         * @return this
         */
        public Builder trackingCodes(List<String> value) {
            trackingCodes = value;
            return this;
        }

        /**
         * Returns the member.
         *
         * @return the member
         * @throws Invalid if something needed is missing or out of its range
         */
        public CampaignMember build() {
            return new CampaignMember(this);
        }
    }
}
