package org.sambandh.crm.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.interaction.Direction.INBOUND;
import static org.sambandh.crm.interaction.Direction.INTERNAL;
import static org.sambandh.crm.interaction.Direction.OUTBOUND;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.DuplicateKey;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.InteractionId;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.event.Event;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.store.Upserted;

class InteractionsTest {

    private static final ExternalRef MESSAGE = new ExternalRef("mail", "message-id", "<1@example.in>");

    private final World world = new World();
    private final Interactions log = world.interactions();
    private final CustomerId asha = world.person("Asha Rao");

    @Test
    void whatIsLoggedWithoutATimeHappenedNowAndWasDoneByTheActingUser() {
        Interaction entry = log.log(NewInteraction.email(INBOUND).with(asha));

        assertThat(entry.occurredAt()).contains(World.START);
        assertThat(entry.recordedAt()).isEqualTo(World.START);
        assertThat(entry.performedBy()).contains(Actor.user("meera"));
        assertThat(entry.participants()).containsExactly(Participant.of(Participant.Role.FROM, asha));
        assertThat(log.get(entry.id()).channel()).isEqualTo(Channel.EMAIL);
    }

    @Test
    void anEntryMayBeBackdatedOrOfUnknownTime() {
        Interaction backdated =
                log.log(NewInteraction.call(OUTBOUND).with(asha).occurredAt(World.START.minus(Duration.ofDays(4_000))));
        Interaction unknown = log.log(NewInteraction.call(OUTBOUND).with(asha).occurredAtUnknownTime());

        assertThat(backdated.occurredAt()).contains(World.START.minus(Duration.ofDays(4_000)));
        assertThat(unknown.occurredAt()).isEmpty();
        assertThat(unknown.recordedAt()).isEqualTo(World.START);
    }

    @Test
    void anEntryMoreThanADayAheadIsRefusedAndNothingIsWritten() {
        NewInteraction planned = NewInteraction.meeting(OUTBOUND).with(asha);
        log.log(planned.occurredAt(World.START.plus(Duration.ofDays(1))));

        assertThatThrownBy(() -> log.log(
                        planned.occurredAt(World.START.plus(Duration.ofDays(1)).plusNanos(1_000))))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.rule()).isEqualTo("occurred-in-future"));
        assertThat(log.timeline(asha, 10).items()).hasSize(1);
    }

    @Test
    void aPartyOrThingThatDoesNotExistIsNotFound() {
        CustomerId nobody = new CustomerId("nobody");
        InteractionId missing = new InteractionId("missing");

        List<Runnable> calls = List.of(
                () -> log.log(NewInteraction.email(INBOUND).with(nobody)),
                () -> log.log(NewInteraction.email(INBOUND).regarding(nobody)),
                () -> log.log(NewInteraction.email(INBOUND).with(asha).onBehalfOf(nobody)),
                () -> log.log(NewInteraction.email(INBOUND).regarding(new EntityRef("interaction", "missing"))),
                () -> log.get(missing),
                () -> log.history(missing),
                () -> log.retract(missing, "typed twice"),
                () -> log.correct(missing, NewInteraction.email(INBOUND)),
                () -> log.timeline(nobody, 10));

        assertThat(calls).allSatisfy(call -> assertThatThrownBy(call::run).isInstanceOf(NotFound.class));
        assertThat(world.events())
                .filteredOn(e -> e.type().startsWith("interaction"))
                .isEmpty();
    }

    @Test
    void aThingOfAKindOnlyTheHostKnowsIsTakenAsGiven() {
        EntityRef ticket = new EntityRef("helpdesk-case", "4711");
        Interaction entry = log.log(NewInteraction.email(INBOUND).with(asha).regarding(ticket));

        assertThat(log.timelineOf(ticket, 10).items()).containsExactly(entry);
    }

    @Test
    void aBodyStaysAsItArrivedAndASubjectLineIsComposed() {
        String raw = "e\u0301\u0000\ud800 \u0928\u093c end";
        Interaction entry =
                log.log(NewInteraction.email(INBOUND).with(asha).body(raw).subjectLine("Cafe\u0301"));

        assertThat(log.get(entry.id()).body()).contains(new Body.Text(raw));
        assertThat(entry.subjectLine()).contains("Caf\u00e9");
        assertThatThrownBy(() -> NewInteraction.email(INBOUND).subjectLine("a\u0000"))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> NewInteraction.email(INBOUND).body("x".repeat(Body.MAX_LENGTH + 1)))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void aRepeatedMessageIsTheSameEntryAndTellsNothing() {
        Interaction first = log.log(NewInteraction.email(INBOUND)
                .with(asha)
                .subjectLine("Price list")
                .externalRef(MESSAGE));
        int told = world.events().size();
        Interaction again = log.log(
                NewInteraction.email(INBOUND).with(asha).subjectLine("Changed").externalRef(MESSAGE));

        assertThat(again).isEqualTo(first);
        assertThat(again.subjectLine()).contains("Price list");
        assertThat(log.timeline(asha, 10).items()).hasSize(1);
        assertThat(world.events()).hasSize(told);
    }

    @Test
    void aRepeatOfACorrectedMessageAnswersWithTheCorrection() {
        Interaction first = log.log(NewInteraction.email(INBOUND).with(asha).externalRef(MESSAGE));
        Interaction corrected =
                log.correct(first.id(), NewInteraction.from(first).subjectLine("Price list"));

        assertThat(log.log(NewInteraction.email(INBOUND).with(asha).externalRef(MESSAGE)))
                .isEqualTo(corrected);
    }

    @Test
    void aRetractedMessageIsNotRevivedByARepeat() {
        Interaction first = log.log(NewInteraction.email(INBOUND).with(asha).externalRef(MESSAGE));
        log.retract(first.id(), "another customer's mailbox");

        Interaction again = log.log(NewInteraction.email(INBOUND).with(asha).externalRef(MESSAGE));
        Upserted<Interaction> upserted =
                log.upsert(MESSAGE, NewInteraction.email(INBOUND).with(asha).subjectLine("Price list"));

        assertThat(again).isEqualTo(first).matches(entry -> !entry.isValid());
        assertThat(upserted).isEqualTo(new Upserted.Unchanged<>(first));
        assertThat(log.timeline(asha, 10).items()).isEmpty();
    }

    @Test
    void upsertWritesNothingForTheSameContentAndCorrectsAnother() {
        NewInteraction call = NewInteraction.call(INBOUND).with(asha).duration(Duration.ofSeconds(30));
        Interaction first = log.upsert(MESSAGE, call).entity();
        int told = world.events().size();
        world.clock().advance(Duration.ofHours(1));

        assertThat(log.upsert(MESSAGE, call)).isEqualTo(new Upserted.Unchanged<>(first));
        assertThat(log.get(first.id()).revision()).isEqualTo(first.revision());
        assertThat(world.events()).hasSize(told);

        Upserted<Interaction> longer = log.upsert(MESSAGE, call.duration(Duration.ofSeconds(90)));
        assertThat(longer).isInstanceOf(Upserted.Updated.class);
        assertThat(longer.entity()).isNotEqualTo(first);
        assertThat(longer.entity().occurredAt()).isEqualTo(first.occurredAt());
        assertThat(log.timeline(asha, 10).items()).containsExactly(longer.entity());
        assertThat(log.upsert(MESSAGE, call.duration(Duration.ofSeconds(90))).entity())
                .isEqualTo(longer.entity());
        assertThat(log.history(first.id())).hasSize(2);
    }

    @Test
    void aCorrectionTakesThePlaceAndTheHistoryKeepsAll() {
        Interaction wrong = log.log(NewInteraction.call(OUTBOUND).with(asha).subjectLine("Offer"));
        world.clock().advance(Duration.ofMinutes(5));
        Interaction right = log.correct(wrong.id(), NewInteraction.from(wrong).subjectLine("Complaint"));
        Interaction better = log.correct(right.id(), NewInteraction.from(right).subjectLine("Complaint, urgent"));

        assertThat(log.timeline(asha, 10).items()).containsExactly(better);
        assertThat(log.history(wrong.id())).containsExactly(wrong, right, better);
        assertThat(log.history(better.id())).containsExactly(wrong, right, better);
        assertThat(log.get(wrong.id()).supersededBy()).contains(right.id());
        assertThat(log.get(wrong.id()).subjectLine()).contains("Offer");
        assertThat(better.original()).isEqualTo(wrong.id());
        assertThat(better.occurredAt()).isEqualTo(wrong.occurredAt());
        assertThat(better.recordedAt()).isAfter(wrong.recordedAt());
    }

    @Test
    void aCorrectionThatSaysTheSameWritesNothing() {
        Interaction entry = log.log(NewInteraction.call(OUTBOUND).with(asha).subjectLine("Offer"));
        int told = world.events().size();

        assertThat(log.correct(entry.id(), NewInteraction.from(entry))).isEqualTo(entry);
        assertThat(log.history(entry.id())).containsExactly(entry);
        assertThat(world.events()).hasSize(told);
    }

    @Test
    void aRetractedEntryIsInNoTimelineAndCannotBeCorrected() {
        Interaction entry = log.log(NewInteraction.call(OUTBOUND).with(asha));
        Interaction retraction = log.retract(entry.id(), "never took place");

        assertThat(log.timeline(asha, 10).items()).isEmpty();
        assertThat(log.history(entry.id())).containsExactly(entry, retraction);
        assertThat(retraction.isRetraction()).isTrue();
        assertThat(retraction.corrects().flatMap(Correction::retractionReason)).contains("never took place");
        for (Interaction old : List.of(entry, retraction)) {
            Consumer<InteractionId> correct = id -> log.correct(id, NewInteraction.call(INBOUND));
            Consumer<InteractionId> retract = id -> log.retract(id, "again");
            for (Consumer<InteractionId> call : List.of(correct, retract)) {
                assertThatThrownBy(() -> call.accept(old.id()))
                        .isInstanceOfSatisfying(
                                RuleViolation.class, e -> assertThat(e.rule()).isEqualTo("interaction-superseded"));
            }
        }
    }

    @Test
    void theTimelineShowsTheNewestFirstAndUnknownTimesLast() {
        Interaction unknown =
                log.log(NewInteraction.of(Channel.POST, INBOUND).with(asha).occurredAtUnknownTime());
        Interaction old =
                log.log(NewInteraction.email(INBOUND).with(asha).occurredAt(World.START.minus(Duration.ofDays(9))));
        Interaction recent = log.log(NewInteraction.email(INBOUND).with(asha));
        Interaction between =
                log.log(NewInteraction.email(INBOUND).with(asha).occurredAt(World.START.minus(Duration.ofDays(1))));

        assertThat(log.timeline(asha, 10).items()).containsExactly(recent, between, old, unknown);
    }

    @Test
    void theTimelineOfAnOrganisationShowsWhatWasDoneOnItsBehalfAndNothingElse() {
        CustomerId firm = world.organization("Rao Steel");
        Interaction business = log.log(NewInteraction.email(INBOUND).with(asha).onBehalfOf(firm));
        Interaction visit = log.log(NewInteraction.meeting(OUTBOUND).with(firm));
        Interaction privately = log.log(NewInteraction.email(INBOUND).with(asha));

        assertThat(log.timeline(firm, 10).items()).containsExactlyInAnyOrder(business, visit);
        assertThat(log.timeline(asha, 10).items()).containsExactlyInAnyOrder(business, privately);
        assertThat(log.timelineOf(EntityRef.of(firm), 10).items()).hasSize(2);
    }

    @Test
    void pagesVisitEachEntryOnceAlsoWhereTimesAreEqual() {
        List<Interaction> logged = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            world.clock().advance(Duration.ofMinutes(i % 5 == 0 ? 1 : 0));
            logged.add(log.log(NewInteraction.email(INBOUND).with(asha)));
        }
        List<Interaction> seen = new ArrayList<>();
        Page<Interaction> page = log.timeline(asha, 10);
        seen.addAll(page.items());
        Optional<Cursor> next = page.next();
        while (next.isPresent()) {
            page = log.timeline(asha, 10, next.get());
            seen.addAll(page.items());
            next = page.next();
        }

        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(logged);
        assertThatThrownBy(() -> log.timeline(asha, 0)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> log.timeline(asha, 1_001)).isInstanceOf(Invalid.class);
    }

    @Test
    void aCursorOfAnotherPartyIsRefused() {
        CustomerId ravi = world.person("Ravi");
        for (int i = 0; i < 3; i++) {
            log.log(NewInteraction.email(INBOUND).with(asha).with(Participant.of(Participant.Role.CC, ravi)));
        }
        Cursor cursor = log.timeline(asha, 1).next().orElseThrow();

        assertThatThrownBy(() -> log.timeline(ravi, 1, cursor)).isInstanceOf(Invalid.class);
    }

    @Test
    void eventsNameEveryPartyAndSayWhatTookWhosePlace() {
        Interaction wrong = log.log(NewInteraction.call(OUTBOUND).with(asha));
        Interaction right = log.correct(wrong.id(), NewInteraction.from(wrong).disposition(Disposition.VOICEMAIL));
        Interaction gone = log.retract(right.id(), "wrong person");
        List<Event> told = world.events().stream()
                .filter(e -> e.type().startsWith("interaction."))
                .toList();

        assertThat(told)
                .extracting(Event::type)
                .containsExactly(
                        InteractionEvents.LOGGED,
                        InteractionEvents.LOGGED,
                        InteractionEvents.CORRECTED,
                        InteractionEvents.RETRACTED);
        assertThat(told).allSatisfy(e -> assertThat(e.concerning()).contains(EntityRef.of(asha)));
        assertThat(told.get(1).data()).containsEntry("supersedes", wrong.id().value());
        assertThat(told.get(2).data()).containsEntry("supersededBy", right.id().value());
        assertThat(told.get(2).changes()).anySatisfy(c -> {
            assertThat(c.field()).isEqualTo("parties");
            assertThat(c.after()).isNull();
        });
        assertThat(told.get(3).data()).containsEntry("supersededBy", gone.id().value());
        assertThat(told.get(3).data().values()).doesNotContain("wrong person");
    }

    @Test
    void aWronglyMatchedEnquiryTakesItsEntriesAlong() {
        CustomerId ravi = world.person("Ravi");
        EntityRef enquiry = new EntityRef("web-form", "77");
        Interaction about = log.log(NewInteraction.email(INBOUND).with(asha).regarding(enquiry));
        Interaction replaced = log.log(NewInteraction.call(OUTBOUND).with(asha).regarding(enquiry));
        log.retract(replaced.id(), "typed twice");
        Interaction other = log.log(NewInteraction.email(INBOUND).with(asha));

        int told = world.events().size();
        assertThat(log.reassign(enquiry, asha, asha)).isZero();
        assertThat(world.events()).hasSize(told);
        assertThat(log.reassign(enquiry, asha, ravi)).isEqualTo(3);
        assertThat(log.timeline(asha, 10).items()).containsExactly(other);
        assertThat(log.timeline(ravi, 10).items()).containsExactly(about);
        assertThat(InteractionFields.namedParties(log.get(replaced.id()))).containsExactly(ravi);
    }

    @Test
    void internalNotesAreInTheTimelineOfThePartyTheyAreAbout() {
        Interaction note = log.log(
                NewInteraction.of(Channel.NOTE, INTERNAL).regarding(asha).body("Likes tea"));

        assertThat(log.timeline(asha, 10).items()).containsExactly(note);
    }

    @Test
    void aPartyOrEntryOfAnotherTenantIsAnsweredLikeAMissingOne() {
        Interaction entry = log.log(NewInteraction.email(INBOUND).with(asha));
        Interactions other = new Interactions(world.units(new TenantId("tenant-b")));

        List<Runnable> calls = List.of(
                () -> other.log(NewInteraction.email(INBOUND).with(asha)),
                () -> other.get(entry.id()),
                () -> other.retract(entry.id(), "x"),
                () -> other.timeline(asha, 10));
        assertThat(calls).allSatisfy(call -> assertThatThrownBy(call::run).isInstanceOf(NotFound.class));
    }

    @Test
    void theSameMessageOfTwoTenantsIsTwoEntries() {
        Units tenantB = world.units(new TenantId("tenant-b"));
        Interaction ours = log.log(NewInteraction.email(INBOUND).externalRef(MESSAGE));
        Interaction theirs =
                new Interactions(tenantB).log(NewInteraction.email(INBOUND).externalRef(MESSAGE));

        assertThat(theirs).isNotEqualTo(ours);
    }

    @Test
    void aPropertyTheTenantDidNotDeclareIsRefusedAndADeclaredOneIsKept() {
        Field.One<Interaction, String> unknown = Field.attribute(Interaction.class, "unknown", FieldType.TEXT);
        Interaction entry = log.log(NewInteraction.email(INBOUND).with(asha).set(World.SENTIMENT, "glad"));

        assertThat(World.SENTIMENT.get(log.get(entry.id()))).isEqualTo("glad");
        assertThatThrownBy(
                        () -> log.log(NewInteraction.email(INBOUND).with(asha).set(unknown, "x")))
                .isInstanceOf(Invalid.class);
        assertThat(log.timeline(asha, 10).items()).containsExactly(entry);
    }

    @Test
    void anEntryIsLoggedUnderTheSurvivorOfAMergedParty() {
        CustomerId gone = new CustomerId("gone");
        world.units().run(unit -> {
            unit.repositories().redirects().redirect(gone, asha);
            return unit;
        });
        Interaction entry =
                log.log(NewInteraction.email(INBOUND).with(gone).regarding(gone).onBehalfOf(gone));

        assertThat(InteractionFields.namedParties(entry)).containsExactly(asha);
        assertThat(log.timeline(gone, 10).items()).containsExactly(entry);
    }

    @Test
    void ofTwoThatCorrectTheSameEntryOneIsRefused() {
        Interaction entry = log.log(NewInteraction.email(INBOUND).with(asha));
        log.correct(entry.id(), NewInteraction.from(entry).subjectLine("Offer"));

        assertThatThrownBy(
                        () -> log.correct(entry.id(), NewInteraction.from(entry).subjectLine("Complaint")))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("superseded by");
        assertThat(log.history(entry.id())).hasSize(2);
    }

    @Test
    void aCorrectionCannotTakeTheReferenceOfAnotherEntry() {
        log.log(NewInteraction.email(INBOUND).with(asha).externalRef(MESSAGE));
        Interaction second = log.log(NewInteraction.email(INBOUND).with(asha));

        assertThatThrownBy(() ->
                        log.correct(second.id(), NewInteraction.from(second).externalRef(MESSAGE)))
                .isInstanceOf(DuplicateKey.class);
        assertThat(log.get(second.id()).isValid()).isTrue();
    }
}
