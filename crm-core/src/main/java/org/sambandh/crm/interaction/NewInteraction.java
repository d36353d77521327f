package org.sambandh.crm.interaction;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.Brand;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.FileRef;
import org.sambandh.crm.common.InteractionId;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.field.Field;

/**
 * What is to be logged: {@code NewInteraction.email(INBOUND).with(asha).subjectLine("Price list")}. Immutable; every
 * method returns a changed copy. It happened now unless a time is given; the acting user did it unless somebody else is
 * named.
 */
public final class NewInteraction {

    private static final InteractionId DRAFT = new InteractionId("draft");

    private final Interaction draft;
    private final boolean happenedNow;

    private NewInteraction(Interaction draft, boolean happenedNow) {
        this.draft = draft;
        this.happenedNow = happenedNow;
    }

    /**
     * Returns an interaction to describe further.
     *
     * @param channel by what means
     * @param direction who began
     * @return the interaction
     */
    public static NewInteraction of(Channel channel, Direction direction) {
        return new NewInteraction(
                Interaction.builder(DRAFT)
                        .recordedAt(Instant.EPOCH)
                        .channel(channel)
                        .direction(direction)
                        .build(),
                true);
    }

    /**
     * Returns a mail.
     *
     * @param direction who sent it
     * @return the interaction
     */
    public static NewInteraction email(Direction direction) {
        return of(Channel.EMAIL, direction);
    }

    /**
     * Returns a telephone call.
     *
     * @param direction who called
     * @return the interaction
     */
    public static NewInteraction call(Direction direction) {
        return of(Channel.PHONE, direction);
    }

    /**
     * Returns a meeting.
     *
     * @param direction who invited
     * @return the interaction
     */
    public static NewInteraction meeting(Direction direction) {
        return of(Channel.MEETING, direction);
    }

    /**
     * Returns the content of an entry, from which a correction can start. Its names in other systems stay behind.
     *
     * @param entry the entry
     * @return the content, with the time at which it happened
     */
    public static NewInteraction from(Interaction entry) {
        return new NewInteraction(
                entry.toBuilder(DRAFT)
                        .revision(Revision.NEW)
                        .externalRefs(List.of())
                        .corrects(null)
                        .supersededBy(null)
                        .build(),
                false);
    }

    /**
     * Adds a party that took part: as sender of an inbound entry, as receiver of an outbound one, as attendee of a
     * meeting or an internal one.
     *
     * @param party the party
     * @return a changed copy
     */
    public NewInteraction with(CustomerId party) {
        return with(Participant.of(role(), party));
    }

    /**
     * Adds somebody who took part.
     *
     * @param participant the party or address, and as what
     * @return a changed copy
     */
    public NewInteraction with(Participant participant) {
        return with(draft.toBuilder().participants(plus(draft.participants(), participant)));
    }

    /**
     * Replaces all who took part.
     *
     * @param participants who took part
     * @return a changed copy
     */
    public NewInteraction participants(List<Participant> participants) {
        return with(draft.toBuilder().participants(participants));
    }

    /**
     * Adds what it is about.
     *
     * @param what a party, lead, opportunity, ticket or purchase
     * @return a changed copy
     */
    public NewInteraction regarding(EntityRef what) {
        return with(draft.toBuilder().regarding(plus(draft.regarding(), what)));
    }

    /**
     * Adds a party it is about, whether the party took part or not.
     *
     * @param party the party
     * @return a changed copy
     */
    public NewInteraction regarding(CustomerId party) {
        return regarding(EntityRef.of(party));
    }

    /**
     * Adds an enquiry it is about.
     *
     * @param lead the enquiry
     * @return a changed copy
     */
    public NewInteraction regarding(LeadId lead) {
        return regarding(EntityRef.of(lead));
    }

    /**
     * Adds a deal it is about.
     *
     * @param opportunity the deal
     * @return a changed copy
     */
    public NewInteraction regarding(OpportunityId opportunity) {
        return regarding(EntityRef.of(opportunity));
    }

    /**
     * Names the organisation for which the party spoke.
     *
     * @param organization the organisation, or null
     * @return a changed copy
     */
    public NewInteraction onBehalfOf(@Nullable CustomerId organization) {
        return with(draft.toBuilder().onBehalfOf(organization));
    }

    /**
     * Says when it happened.
     *
     * @param instant not more than a day after now
     * @return a changed copy
     */
    public NewInteraction occurredAt(Instant instant) {
        return new NewInteraction(draft.toBuilder().occurredAt(instant).build(), false);
    }

    /**
     * Says that nobody knows when it happened.
     *
     * @return a changed copy
     */
    public NewInteraction occurredAtUnknownTime() {
        return new NewInteraction(draft.toBuilder().occurredAt(null).build(), false);
    }

    /**
     * Says which user did it.
     *
     * @param user the user
     * @return a changed copy
     */
    public NewInteraction performedBy(UserId user) {
        return performedBy(Actor.user(user.value()));
    }

    /**
     * Says who on our side did it.
     *
     * @param actor a user, a rule, the system
     * @return a changed copy
     */
    public NewInteraction performedBy(Actor actor) {
        return with(draft.toBuilder().performedBy(actor));
    }

    /**
     * Says under which name we acted.
     *
     * @param brand the brand, or null
     * @return a changed copy
     */
    public NewInteraction brand(@Nullable Brand brand) {
        return with(draft.toBuilder().brand(brand));
    }

    /**
     * Sets the subject line.
     *
     * @param text at most 1,000 characters, or null
     * @return a changed copy
     */
    public NewInteraction subjectLine(@Nullable String text) {
        return with(draft.toBuilder().subjectLine(text));
    }

    /**
     * Sets the body; it is kept exactly as it is given.
     *
     * @param text at most 1,000,000 characters; null or empty for none
     * @return a changed copy
     */
    public NewInteraction body(@Nullable String text) {
        return with(draft.toBuilder().body(text == null || text.isEmpty() ? null : new Body.Text(text)));
    }

    /**
     * Says in which file of the host's the body or recording is.
     *
     * @param file the file
     * @return a changed copy
     */
    public NewInteraction body(FileRef file) {
        return with(draft.toBuilder().body(new Body.File(file)));
    }

    /**
     * Says how long it took.
     *
     * @param duration 0 to 366 days, or null
     * @return a changed copy
     */
    public NewInteraction duration(@Nullable Duration duration) {
        return with(draft.toBuilder().duration(duration));
    }

    /**
     * Says how it ended.
     *
     * @param disposition the code, or null
     * @return a changed copy
     */
    public NewInteraction disposition(@Nullable Disposition disposition) {
        return with(draft.toBuilder().disposition(disposition));
    }

    /**
     * Says what it belongs together with.
     *
     * @param key the same in all entries of one conversation; at most 300 characters, or null
     * @return a changed copy
     */
    public NewInteraction thread(@Nullable String key) {
        return with(draft.toBuilder().thread(key));
    }

    /**
     * Adds how another system names it. Logging it again under the same name answers with the stored entry.
     *
     * @param ref for example {@code new ExternalRef("mail", "message-id", "<a@b>")}
     * @return a changed copy
     */
    public NewInteraction externalRef(ExternalRef ref) {
        return with(draft.toBuilder().externalRefs(plus(draft.externalRefs(), ref)));
    }

    /**
     * Sets a property of the host's.
     *
     * @param field the property
     * @param value its value, or null
     * @param <V> its class
     * @return a changed copy
     */
    public <V> NewInteraction set(Field.One<Interaction, V> field, @Nullable V value) {
        return with(draft.toBuilder().attributes(draft.attributes().with(field, value)));
    }

    Interaction draft() {
        return draft;
    }

    boolean happenedNow() {
        return happenedNow;
    }

    /** {@return channel and direction only} */
    @Override
    public String toString() {
        return "NewInteraction[" + draft.channel() + ", " + draft.direction() + "]";
    }

    private Participant.Role role() {
        if (draft.channel().equals(Channel.MEETING) || draft.direction() == Direction.INTERNAL) {
            return Participant.Role.ATTENDEE;
        }
        return draft.direction() == Direction.INBOUND ? Participant.Role.FROM : Participant.Role.TO;
    }

    private NewInteraction with(Interaction.Builder changed) {
        return new NewInteraction(changed.build(), happenedNow);
    }

    private static <T> List<T> plus(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }
}
