package org.sambandh.crm.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.Brand;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.FileRef;
import org.sambandh.crm.common.InteractionId;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.field.Attributes;

class InteractionTest {

    private static final InteractionId ID = new InteractionId("i1");
    private static final Instant THEN = Instant.parse("2026-11-23T04:30:00.123456Z");

    @Test
    void aCopyKeepsEverythingAndEveryStatePropertyHasABuilderMethod() throws ReflectiveOperationException {
        Interaction full = full();
        Interaction copy = full.toBuilder().build();

        for (Method setter : Interaction.Builder.class.getMethods()) {
            if (setter.getReturnType() != Interaction.Builder.class) {
                continue;
            }
            Method accessor = Interaction.class.getMethod(setter.getName());
            Object value = accessor.invoke(full);
            assertThat(accessor.invoke(copy)).as(setter.getName()).isEqualTo(value);
            assertThat(value).as("filled: %s", setter.getName()).isNotEqualTo(Optional.empty());
        }
        assertThat(Arrays.stream(Interaction.Builder.class.getMethods())
                        .filter(m -> m.getReturnType() == Interaction.Builder.class))
                .hasSize(19);
    }

    @Test
    void timesAreKeptToTheMicrosecond() {
        Interaction entry = empty().recordedAt(THEN.plusNanos(999))
                .occurredAt(THEN.plusNanos(1))
                .duration(Duration.ofNanos(1_999))
                .build();

        assertThat(entry.recordedAt()).isEqualTo(THEN);
        assertThat(entry.occurredAt()).contains(THEN);
        assertThat(entry.duration()).contains(Duration.ofNanos(1_000));
    }

    @Test
    void whatIsMissingOrOutOfRangeIsRefused() {
        List<Consumer<Interaction.Builder>> faults = List.of(
                b -> b.recordedAt(null),
                b -> b.channel(null),
                b -> b.direction(null),
                b -> b.occurredAt(Instant.MIN),
                b -> b.occurredAt(Instant.MAX),
                b -> b.duration(Duration.ofNanos(-1)),
                b -> b.duration(Duration.ofDays(367)),
                b -> b.subjectLine("x".repeat(1_001)),
                b -> b.thread("x".repeat(301)),
                b -> b.thread("a\u0000"),
                b -> b.participants(Collections.nCopies(501, Participant.at(Participant.Role.TO, "a@example.in"))),
                b -> b.externalRefs(IntStream.range(0, 21)
                        .mapToObj(i -> new ExternalRef("s", "t", "v" + i))
                        .toList()));

        assertThat(faults).allSatisfy(fault -> {
            Interaction.Builder builder = empty();
            fault.accept(builder);
            assertThatThrownBy(builder::build).isInstanceOf(Invalid.class);
        });
    }

    @Test
    void codesAreKeptInLowerCaseAndAreNeverBlank() {
        assertThat(new Channel("E-Mail")).isEqualTo(new Channel("e-mail"));
        assertThat(new Disposition("Busy")).isEqualTo(Disposition.BUSY);
        assertThatThrownBy(() -> new Channel(" ")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new Disposition("x".repeat(61))).isInstanceOf(Invalid.class);
    }

    @Test
    void whatIsNamedTwiceIsKeptOnceAndABlankAddressIsNone() {
        EntityRef deal = new EntityRef("opportunity", "o1");

        assertThat(empty().regarding(List.of(deal, deal)).build().regarding()).containsExactly(deal);
        assertThat(new Participant(Participant.Role.TO, null, " ").address()).isNull();
        assertThatThrownBy(() -> Participant.at(Participant.Role.TO, " ")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new Body.Text("")).isInstanceOf(Invalid.class);
    }

    private static Interaction.Builder empty() {
        return Interaction.builder(ID).recordedAt(THEN).channel(Channel.EMAIL).direction(Direction.INBOUND);
    }

    private static Interaction full() {
        return empty().revision(new Revision(7))
                .occurredAt(THEN)
                .regarding(List.of(new EntityRef("ticket", "t1")))
                .participants(List.of(Participant.at(Participant.Role.FROM, "a@example.in")))
                .onBehalfOf(new CustomerId("c1"))
                .performedBy(Actor.user("meera"))
                .brand(new Brand("acme"))
                .subjectLine("Offer")
                .body(new Body.File(FileRef.at("mails/1")))
                .duration(Duration.ofSeconds(9))
                .disposition(Disposition.CONNECTED)
                .thread("t")
                .externalRefs(List.of(new ExternalRef("mail", "message-id", "1")))
                .corrects(new Correction(new InteractionId("i0"), new InteractionId("i0"), "typed twice"))
                .supersededBy(new InteractionId("i2"))
                .attributes(Attributes.of(Map.of("sentiment", "glad")))
                .build();
    }
}
