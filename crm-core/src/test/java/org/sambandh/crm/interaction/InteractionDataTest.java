package org.sambandh.crm.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.interaction.Direction.INBOUND;
import static org.sambandh.crm.interaction.Direction.OUTBOUND;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.FileRef;
import org.sambandh.crm.event.Event;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.Unit;

class InteractionDataTest {

    private final World world = new World();
    private final Interactions log = world.interactions();
    private final CustomerId asha = world.person("Asha Rao");
    private final CustomerId ravi = world.person("Ravi");
    private final CustomerData data = new InteractionFeature().customerData().orElseThrow();

    @Test
    void mergingMovesParticipantsMattersAndTheFirmOfValidAndReplacedEntries() {
        Interaction as =
                log.log(NewInteraction.email(INBOUND).with(asha).with(ravi).regarding(asha));
        Interaction firm = log.log(NewInteraction.call(OUTBOUND).with(ravi).onBehalfOf(asha));
        Interaction wrong = log.log(NewInteraction.call(OUTBOUND).with(asha));
        Interaction right = log.correct(wrong.id(), NewInteraction.from(wrong).subjectLine("Offer"));

        run(unit -> data.repoint(unit, asha, ravi));

        assertThat(log.timeline(asha, 10).items()).isEmpty();
        assertThat(log.timeline(ravi, 10).items()).containsExactlyInAnyOrder(as, firm, right);
        assertThat(log.get(as.id()).participants()).containsExactly(Participant.of(Participant.Role.FROM, ravi));
        assertThat(log.get(as.id()).regarding()).containsExactly(EntityRef.of(ravi));
        assertThat(log.get(firm.id()).onBehalfOf()).contains(ravi);
        assertThat(InteractionFields.namedParties(log.get(wrong.id()))).containsExactly(ravi);
    }

    @Test
    void exportReachesEveryEntryWithItsBodyAndAddresses() {
        Interaction mail = log.log(NewInteraction.email(INBOUND)
                .with(new Participant(Participant.Role.FROM, asha, "asha@example.in"))
                .subjectLine("Price list")
                .body("Please send it.")
                .externalRef(new ExternalRef("mail", "message-id", "<1@example.in>")));
        Interaction call = log.log(NewInteraction.call(OUTBOUND).with(asha).body(FileRef.at("recordings/9")));
        Interaction gone = log.retract(call.id(), "asked not to be recorded");
        log.log(NewInteraction.email(INBOUND).with(ravi));

        List<CustomerData.Item> items = world.units().run(unit -> data.export(unit, asha));

        assertThat(items)
                .extracting(item -> item.ref().id())
                .containsExactlyInAnyOrder(
                        mail.id().value(), call.id().value(), gone.id().value());
        Map<String, String> first = items.get(0).values();
        assertThat(first)
                .containsEntry("subjectLine", "Price list")
                .containsEntry("body", "Please send it.")
                .containsEntry("addresses", "asha@example.in")
                .containsEntry("externalRefs", "mail:message-id:<1@example.in>");
        assertThat(first.get("participants")).contains("FROM").contains(asha.value());
        assertThat(items.get(1).values()).containsEntry("body", "recordings/9");
        assertThat(items.get(2).values()).containsEntry("retractionReason", "asked not to be recorded");
    }

    @Test
    void erasureLeavesNothingPersonalInAnyEntryAndKeepsTheCounts() {
        Interaction mail = log.log(NewInteraction.email(INBOUND)
                .with(new Participant(Participant.Role.FROM, asha, "asha@example.in"))
                .with(Participant.at(Participant.Role.CC, "brother@example.in"))
                .subjectLine("Price list")
                .body("Please send it.")
                .thread("<0@example.in>")
                .set(World.SENTIMENT, "glad")
                .set(World.SECRET, "divorce")
                .externalRef(new ExternalRef("mail", "message-id", "<1@example.in>")));
        Interaction wrong = log.log(NewInteraction.call(OUTBOUND).with(asha).subjectLine("Divorce"));
        Interaction right = log.correct(wrong.id(), NewInteraction.from(wrong).subjectLine("Offer"));
        Interaction gone = log.retract(right.id(), "Asha said so");
        Interaction other = log.log(NewInteraction.email(INBOUND).with(ravi).subjectLine("Hello"));

        run(unit -> data.erase(unit, asha));

        for (Interaction entry : List.of(mail, wrong, right, gone)) {
            Interaction erased = log.get(entry.id());
            assertThat(erased.subjectLine()).isEmpty();
            assertThat(erased.body()).isEmpty();
            assertThat(erased.thread()).isEmpty();
            assertThat(erased.externalRefs()).isEmpty();
            assertThat(erased.participants())
                    .allSatisfy(p -> assertThat(p.address()).isNull());
            assertThat(erased.participants()).hasSameSizeAs(entry.participants());
            assertThat(erased.channel()).isEqualTo(entry.channel());
            assertThat(erased.occurredAt()).isEqualTo(entry.occurredAt());
        }
        assertThat(World.SENTIMENT.get(log.get(mail.id()))).isEqualTo("glad");
        assertThat(World.SECRET.get(log.get(mail.id()))).isNull();
        assertThat(log.get(gone.id()).isRetraction()).isTrue();
        assertThat(log.get(gone.id()).corrects().flatMap(Correction::retractionReason))
                .contains("erased");
        assertThat(log.timeline(asha, 10).items()).containsExactly(mail);
        assertThat(log.get(other.id()).subjectLine()).contains("Hello");
        assertThat(world.events())
                .filteredOn(e -> e.type().equals(InteractionEvents.ERASED))
                .hasSize(4)
                .extracting(Event::changes)
                .allSatisfy(changes -> assertThat(changes).isEmpty());
    }

    @Test
    void erasingTwiceTellsNothingTheSecondTime() {
        log.log(NewInteraction.email(INBOUND).with(asha).body("Please send it."));
        run(unit -> data.erase(unit, asha));
        int told = world.events().size();

        run(unit -> data.erase(unit, asha));

        assertThat(world.events()).hasSize(told);
    }

    private void run(Consumer<Unit> work) {
        world.units().run(unit -> {
            work.accept(unit);
            return unit;
        });
    }
}
