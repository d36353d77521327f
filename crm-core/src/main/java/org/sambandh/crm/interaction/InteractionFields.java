package org.sambandh.crm.interaction;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.Brand;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.InteractionId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.team.User;

/**
 * What can be asked of an interaction.
 *
 * <p>Entries that were corrected or retracted, and retractions, count nowhere: {@link #PARTIES} and {@link #REGARDING}
 * are empty for them, so that {@link #INTERACTIONS} and every timeline find valid entries only, with one index look-up
 * and without a second test. A condition whose subject is the interaction itself sees all entries and tests
 * {@link #VALID}.
 */
public final class InteractionFields {

    /** Its identity. */
    public static final Field.One<Interaction, InteractionId> ID =
            Field.one(Interaction.class, "id", FieldType.id(InteractionId.class, InteractionId::new), Interaction::id);

    /** By what means. */
    public static final Field.One<Interaction, Channel> CHANNEL = Field.one(
                    Interaction.class,
                    "channel",
                    FieldType.code(Channel.class, Channel::new, Channel::code),
                    Interaction::channel)
            .writtenBy((i, v) -> i.toBuilder().channel(v).build());

    /** Who began. */
    public static final Field.One<Interaction, Direction> DIRECTION = Field.one(
                    Interaction.class, "direction", FieldType.enumOf(Direction.class), Interaction::direction)
            .writtenBy((i, v) -> i.toBuilder().direction(v).build());

    /** When it happened; missing if unknown. */
    public static final Field.One<Interaction, Instant> OCCURRED_AT = Field.optional(
                    Interaction.class, "occurredAt", FieldType.INSTANT, Interaction::occurredAt)
            .asIndexed()
            .writtenBy((i, v) -> i.toBuilder().occurredAt(v).build());

    /** When it was written down. */
    public static final Field.One<Interaction, Instant> RECORDED_AT =
            Field.one(Interaction.class, "recordedAt", FieldType.INSTANT, Interaction::recordedAt);

    /** All parties a valid entry names: participants, whom it is about, on whose behalf. Empty for any other entry. */
    public static final Field.Many<Interaction, CustomerId> PARTIES = Field.many(
                    Interaction.class,
                    "parties",
                    FieldType.id(CustomerId.class, CustomerId::new),
                    i -> i.isValid() ? namedParties(i) : Set.of())
            .asIndexed();

    /** All parties an entry names, valid or not: how merge, export and erasure reach corrected entries too. */
    public static final Field.Many<Interaction, CustomerId> NAMED_PARTIES = Field.many(
                    Interaction.class,
                    "namedParties",
                    FieldType.id(CustomerId.class, CustomerId::new),
                    InteractionFields::namedParties)
            .asIndexed();

    /** What a valid entry is about: kind, blank, id. Empty for any other entry. */
    public static final Field.Many<Interaction, String> REGARDING = Field.many(
                    Interaction.class, "regarding", FieldType.TEXT, i -> i.isValid() ? texts(i.regarding()) : List.of())
            .asIndexed();

    /** The organisation for which the party spoke. */
    public static final Field.Reference<Interaction, CustomerId, Customer> ON_BEHALF_OF = Field.reference(
            Interaction.class,
            "onBehalfOf",
            FieldType.id(CustomerId.class, CustomerId::new),
            Customer.class,
            Interaction::onBehalfOf);

    /** The raw addresses that took part. */
    public static final Field.Many<Interaction, String> ADDRESSES = Field.many(
                    Interaction.class,
                    "addresses",
                    FieldType.TEXT,
                    i -> i.participants().stream()
                            .map(Participant::address)
                            .filter(Objects::nonNull)
                            .map(Objects::requireNonNull)
                            .collect(Collectors.toCollection(LinkedHashSet::new)))
            .asPersonal();

    /** The user who did it; missing where it was no user. */
    public static final Field.Reference<Interaction, UserId, User> PERFORMED_BY = Field.reference(
            Interaction.class,
            "performedBy",
            FieldType.id(UserId.class, UserId::new),
            User.class,
            InteractionFields::user);

    /** How it ended. */
    public static final Field.One<Interaction, Disposition> DISPOSITION = Field.optional(
                    Interaction.class,
                    "disposition",
                    FieldType.code(Disposition.class, Disposition::new, Disposition::code),
                    Interaction::disposition)
            .writtenBy((i, v) -> i.toBuilder().disposition(v).build());

    /** Under which name we acted. */
    public static final Field.One<Interaction, Brand> BRAND = Field.optional(
                    Interaction.class,
                    "brand",
                    FieldType.code(Brand.class, Brand::new, Brand::code),
                    Interaction::brand)
            .writtenBy((i, v) -> i.toBuilder().brand(v).build());

    /** The subject line. */
    public static final Field.One<Interaction, String> SUBJECT_LINE = Field.optional(
                    Interaction.class, "subjectLine", FieldType.TEXT, Interaction::subjectLine)
            .asPersonal()
            .writtenBy((i, v) -> i.toBuilder().subjectLine(v).build());

    /** How long it took, in whole seconds. */
    public static final Field.One<Interaction, BigDecimal> DURATION_SECONDS = Field.one(
                    Interaction.class, "durationSeconds", FieldType.INTEGER, InteractionFields::seconds)
            .writtenBy((i, v) -> i.toBuilder()
                    .duration(v == null ? null : Duration.ofSeconds(v.longValueExact()))
                    .build());

    /** What it belongs together with. */
    public static final Field.One<Interaction, String> THREAD = Field.optional(
                    Interaction.class, "thread", FieldType.TEXT, Interaction::thread)
            .asPersonal()
            .asIndexed()
            .writtenBy((i, v) -> i.toBuilder().thread(v).build());

    /** Whether it counts: nothing took its place, and it is no retraction. */
    public static final Field.One<Interaction, Boolean> VALID =
            Field.one(Interaction.class, "valid", FieldType.BOOLEAN, Interaction::isValid);

    /** The first entry of its line of corrections. */
    public static final Field.One<Interaction, InteractionId> ORIGINAL = Field.one(
                    Interaction.class,
                    "original",
                    FieldType.id(InteractionId.class, InteractionId::new),
                    Interaction::original)
            .asIndexed();

    /** The entry that took its place. */
    public static final Field.One<Interaction, InteractionId> SUPERSEDED_BY = Field.optional(
            Interaction.class,
            "supersededBy",
            FieldType.id(InteractionId.class, InteractionId::new),
            Interaction::supersededBy);

    /** Why the entry it supersedes was taken back. */
    public static final Field.One<Interaction, String> RETRACTION_REASON = Field.optional(
                    Interaction.class,
                    "retractionReason",
                    FieldType.TEXT,
                    i -> i.corrects().flatMap(Correction::retractionReason))
            .asPersonal();

    /** How other systems name it: Message-ID, call id. */
    public static final Field.Many<Interaction, String> EXTERNAL_REFS =
            EntityType.externalRefs(Interaction.class).asPersonal();

    /** All of them but the id. */
    public static final List<Field<Interaction, ?>> ALL = List.of(
            CHANNEL,
            DIRECTION,
            OCCURRED_AT,
            RECORDED_AT,
            PARTIES,
            NAMED_PARTIES,
            REGARDING,
            ON_BEHALF_OF,
            ADDRESSES,
            PERFORMED_BY,
            DISPOSITION,
            BRAND,
            SUBJECT_LINE,
            DURATION_SECONDS,
            THREAD,
            VALID,
            ORIGINAL,
            SUPERSEDED_BY,
            RETRACTION_REASON,
            EXTERNAL_REFS);

    /** The valid interactions of a party, by when they happened. */
    public static final Relation.Join<Customer, Interaction> INTERACTIONS =
            Relation.join("interactions", CustomerFields.ID, PARTIES).at(OCCURRED_AT);

    private InteractionFields() {}

    static Set<CustomerId> namedParties(Interaction interaction) {
        Set<CustomerId> parties = new LinkedHashSet<>();
        for (Participant participant : interaction.participants()) {
            if (participant.party() != null) {
                parties.add(participant.party());
            }
        }
        for (EntityRef ref : interaction.regarding()) {
            if (isParty(ref)) {
                parties.add(new CustomerId(ref.id()));
            }
        }
        interaction.onBehalfOf().ifPresent(parties::add);
        return parties;
    }

    static boolean isParty(EntityRef ref) {
        return ref.kind().equals("customer");
    }

    private static List<String> texts(List<EntityRef> refs) {
        List<String> texts = new ArrayList<>();
        refs.forEach(ref -> texts.add(ref.toString()));
        return texts;
    }

    private static Optional<UserId> user(Interaction interaction) {
        return interaction
                .performedBy()
                .filter(actor -> actor.kind() == Actor.Kind.USER)
                .map(actor -> new UserId(actor.id()));
    }

    private static @Nullable BigDecimal seconds(Interaction interaction) {
        return interaction
                .duration()
                .map(d -> BigDecimal.valueOf(d.toSeconds()))
                .orElse(null);
    }
}
