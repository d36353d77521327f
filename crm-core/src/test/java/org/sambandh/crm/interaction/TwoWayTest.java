package org.sambandh.crm.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.interaction.Direction.INBOUND;
import static org.sambandh.crm.interaction.Direction.INTERNAL;
import static org.sambandh.crm.interaction.Direction.OUTBOUND;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;

class TwoWayTest {

    private final World world = new World();
    private final Interactions log = world.interactions();
    private final CustomerId lead = world.provisional("Row 17");

    @Test
    void mailsFromUsAloneDoNotEstablish() {
        log.log(NewInteraction.email(OUTBOUND).with(lead).thread("t1"));
        log.log(NewInteraction.email(OUTBOUND).with(lead).thread("t1"));

        assertThat(world.isEstablished(lead)).isFalse();
    }

    @Test
    void anUnansweredFormDoesNotEstablish() {
        log.log(NewInteraction.of(Channel.WEB, INBOUND).with(lead));

        assertThat(world.isEstablished(lead)).isFalse();
    }

    @Test
    void anAnswerInTheSameThreadEstablishesInEitherOrder() {
        CustomerId other = world.provisional("Row 18");
        log.log(NewInteraction.email(INBOUND).with(lead).thread("t1"));
        log.log(NewInteraction.email(OUTBOUND).with(lead).thread("t1"));
        log.log(NewInteraction.email(OUTBOUND).with(other).thread("t2"));
        log.log(NewInteraction.email(INBOUND).with(other).thread("t2"));

        assertThat(world.isEstablished(lead)).isTrue();
        assertThat(world.isEstablished(other)).isTrue();
    }

    @Test
    void aMailInAnotherThreadIsNoAnswer() {
        log.log(NewInteraction.email(INBOUND).with(lead).thread("t1"));
        log.log(NewInteraction.email(OUTBOUND).with(lead).thread("newsletter"));
        log.log(NewInteraction.email(OUTBOUND).with(lead));

        assertThat(world.isEstablished(lead)).isFalse();
    }

    @Test
    void aFormAboutAnEnquiryIsAnsweredByAMailAboutIt() {
        EntityRef enquiry = new EntityRef("web-form", "77");
        log.log(NewInteraction.of(Channel.WEB, INBOUND).with(lead).regarding(enquiry));
        log.log(NewInteraction.email(OUTBOUND).with(lead).regarding(enquiry));

        assertThat(world.isEstablished(lead)).isTrue();
    }

    @Test
    void withoutAThreadOnlyALaterMessageOnTheSameChannelIsAnAnswer() {
        CustomerId newsletterReader = world.provisional("Row 18");
        CustomerId visitor = world.provisional("Row 19");
        log.log(NewInteraction.email(OUTBOUND).with(newsletterReader));
        world.clock().advance(Duration.ofHours(1));
        log.log(NewInteraction.email(INBOUND).with(newsletterReader));
        log.log(NewInteraction.of(Channel.WEB, INBOUND).with(visitor));
        log.log(NewInteraction.email(OUTBOUND).with(visitor));
        log.log(NewInteraction.of(Channel.SMS, INBOUND).with(lead));
        world.clock().advance(Duration.ofHours(1));
        log.log(NewInteraction.of(Channel.SMS, OUTBOUND).with(lead));

        assertThat(world.isEstablished(newsletterReader)).isFalse();
        assertThat(world.isEstablished(visitor)).isFalse();
        assertThat(world.isEstablished(lead)).isTrue();
    }

    @Test
    void aCallThatReachedThePartyEstablishes() {
        CustomerId timed = world.provisional("Row 18");
        log.log(NewInteraction.call(OUTBOUND).with(lead).disposition(Disposition.CONNECTED));
        log.log(NewInteraction.call(OUTBOUND).with(timed).duration(Duration.ofSeconds(40)));

        assertThat(world.isEstablished(lead)).isTrue();
        assertThat(world.isEstablished(timed)).isTrue();
    }

    @Test
    void aCallThatReachedNobodyDoesNotEstablish() {
        log.log(NewInteraction.call(OUTBOUND).with(lead));
        log.log(NewInteraction.call(INBOUND).with(lead).duration(Duration.ZERO));
        log.log(NewInteraction.call(OUTBOUND)
                .with(lead)
                .duration(Duration.ofSeconds(20))
                .disposition(Disposition.VOICEMAIL));
        log.log(NewInteraction.meeting(OUTBOUND).with(lead).disposition(Disposition.NO_SHOW));

        assertThat(world.isEstablished(lead)).isFalse();
    }

    @Test
    void aMeetingEstablishesWhoCameAndTheFirmButNotWhoGotACopy() {
        CustomerId firm = world.provisional("Row 18");
        CustomerId copied = world.provisional("Row 19");
        log.log(NewInteraction.meeting(OUTBOUND)
                .with(lead)
                .with(Participant.of(Participant.Role.CC, copied))
                .onBehalfOf(firm));

        assertThat(world.isEstablished(lead)).isTrue();
        assertThat(world.isEstablished(firm)).isTrue();
        assertThat(world.isEstablished(copied)).isFalse();
    }

    @Test
    void talkingAmongOurselvesAboutAPartyDoesNotEstablishIt() {
        log.log(NewInteraction.of(Channel.MEETING, INTERNAL).regarding(lead).duration(Duration.ofHours(1)));

        assertThat(world.isEstablished(lead)).isFalse();
    }

    @Test
    void aCallAboutAPartyEstablishesItWhereNobodyIsNamedAsTakingPart() {
        log.log(NewInteraction.call(OUTBOUND).regarding(lead).disposition(Disposition.CONNECTED));

        assertThat(world.isEstablished(lead)).isTrue();
    }

    @Test
    void aRetractedInboundMailIsNotAnswered() {
        Interaction mail = log.log(NewInteraction.email(INBOUND).with(lead).thread("t1"));
        log.retract(mail.id(), "another sender");
        log.log(NewInteraction.email(OUTBOUND).with(lead).thread("t1"));

        assertThat(world.isEstablished(lead)).isFalse();
    }
}
