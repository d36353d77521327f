package org.sambandh.crm.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.sum;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Tests.present;
import static org.sambandh.crm.interaction.Direction.INBOUND;
import static org.sambandh.crm.interaction.Direction.OUTBOUND;
import static org.sambandh.crm.interaction.InteractionFields.CHANNEL;
import static org.sambandh.crm.interaction.InteractionFields.INTERACTIONS;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerRepository;

class InteractionFieldsTest {

    private static final Window MONTH = Window.last(Duration.ofDays(30));

    private final World world = new World();
    private final Interactions log = world.interactions();
    private final CustomerId asha = world.person("Asha Rao");

    @Test
    void aConditionCountsTheMailsOfTheLastThirtyDays() {
        Condition<Customer> mailed = count(INTERACTIONS, where(CHANNEL, is(Channel.EMAIL)), MONTH, atLeast(1));
        log.log(NewInteraction.call(INBOUND).with(asha));
        log.log(NewInteraction.email(INBOUND).with(asha).occurredAt(World.START.minus(Duration.ofDays(31))));
        assertThat(matches(mailed)).isFalse();

        log.log(NewInteraction.email(INBOUND).with(asha));
        assertThat(matches(mailed)).isTrue();
    }

    @Test
    void correctedAndRetractedEntriesCountNowhere() {
        Interaction mail = log.log(NewInteraction.email(INBOUND).with(asha));
        log.correct(mail.id(), NewInteraction.from(mail).subjectLine("Offer"));
        Interaction call = log.log(NewInteraction.call(OUTBOUND).with(asha));
        log.retract(call.id(), "typed twice");

        assertThat(matches(count(INTERACTIONS, MONTH, is(1)))).isTrue();
        assertThat(matches(count(INTERACTIONS, Window.ever(), is(1)))).isTrue();
        assertThat(entries(Conditions.always())).isEqualTo(4);
        assertThat(entries(where(InteractionFields.VALID, is(true)))).isEqualTo(1);
    }

    @Test
    void anEntryThatNamesAPartyTwiceCountsOnce() {
        log.log(NewInteraction.email(INBOUND).with(asha).regarding(asha).onBehalfOf(asha));

        assertThat(matches(count(INTERACTIONS, MONTH, is(1)))).isTrue();
    }

    @Test
    void anEntryOfUnknownTimeCountsInNoLimitedWindow() {
        log.log(NewInteraction.email(INBOUND).with(asha).occurredAtUnknownTime());

        assertThat(matches(count(INTERACTIONS, MONTH, is(0)))).isTrue();
        assertThat(matches(count(INTERACTIONS, Window.ever(), is(1)))).isTrue();
    }

    @Test
    void durationsAddUpInWholeSeconds() {
        log.log(NewInteraction.call(INBOUND).with(asha).duration(Duration.ofMillis(61_900)));
        log.log(NewInteraction.call(INBOUND).with(asha).duration(Duration.ofSeconds(59)));
        log.log(NewInteraction.call(INBOUND).with(asha));

        assertThat(matches(sum(InteractionFields.DURATION_SECONDS, INTERACTIONS, Conditions.always(), MONTH, is(120))))
                .isTrue();
    }

    @Test
    void onlyAUserIsAPerformerOneCanAskFor() {
        Interaction byUser = log.log(NewInteraction.call(INBOUND).with(asha).performedBy(new UserId("dev")));
        Interaction byRule = log.log(NewInteraction.email(OUTBOUND).with(asha).performedBy(Actor.rule("welcome")));

        assertThat(InteractionFields.PERFORMED_BY.get(byUser)).isEqualTo(new UserId("dev"));
        assertThat(InteractionFields.PERFORMED_BY.get(byRule)).isNull();
        assertThat(byRule.performedBy()).contains(Actor.rule("welcome"));
    }

    @Test
    void writableFieldsWriteWhatTheyRead() {
        Interaction entry = log.log(NewInteraction.call(INBOUND).with(asha));
        Interaction written = InteractionFields.SUBJECT_LINE.set(
                InteractionFields.CHANNEL.set(
                        InteractionFields.DISPOSITION.set(entry, new Disposition("Interested")), new Channel("Fax")),
                "Offer");

        assertThat(written.disposition()).contains(new Disposition("interested"));
        assertThat(written.channel()).isEqualTo(new Channel("fax"));
        assertThat(written.subjectLine()).contains("Offer");
        assertThat(InteractionFields.SUBJECT_LINE.set(written, null).subjectLine())
                .isEmpty();
    }

    @Test
    void whatIsPersonalIsMarked() {
        assertThat(InteractionFields.ALL)
                .filteredOn(field -> field.personal())
                .containsExactlyInAnyOrder(
                        InteractionFields.ADDRESSES,
                        InteractionFields.SUBJECT_LINE,
                        InteractionFields.THREAD,
                        InteractionFields.RETRACTION_REASON,
                        InteractionFields.EXTERNAL_REFS);
    }

    @Test
    void noTextOfAnEntryShowsAnythingPersonal() {
        Interaction entry = log.log(NewInteraction.email(INBOUND)
                .with(new Participant(Participant.Role.FROM, asha, "asha@example.in"))
                .subjectLine("Secret")
                .body("Secret"));
        Interaction gone = log.retract(entry.id(), "Secret");

        assertThat(entry + " " + entry.participants() + entry.body() + gone + gone.corrects())
                .doesNotContain("Secret")
                .doesNotContain("example.in");
    }

    @Test
    void conditionsOnThreadsOfEntriesCanBeAsked() {
        log.log(NewInteraction.email(INBOUND).with(asha).thread("t1"));

        assertThat(matches(count(INTERACTIONS, where(InteractionFields.THREAD, present()), Window.ever(), is(1))))
                .isTrue();
    }

    private boolean matches(Condition<Customer> condition) {
        return world.units().run(unit -> unit.get(CustomerRepository.class).count(condition, unit.moment()) == 1);
    }

    private long entries(Condition<Interaction> condition) {
        return world.units().run(unit -> unit.get(InteractionRepository.class).count(condition, unit.moment()));
    }
}
