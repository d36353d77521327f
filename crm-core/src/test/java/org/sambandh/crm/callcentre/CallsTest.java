package org.sambandh.crm.callcentre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Window.ever;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CallEntryId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.customer.ContactPoint;
import org.sambandh.crm.customer.ContactWindow;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.Preference;
import org.sambandh.crm.interaction.Channel;
import org.sambandh.crm.interaction.Disposition;
import org.sambandh.crm.interaction.Interaction;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.Upserted;

class CallsTest {

    private static final CallRules RULES = CallRules.STANDARD.attempts(2, Duration.ofHours(2));

    private final Floor floor = new Floor();
    private final Calls calls = floor.calls;
    private UserId ravi = new UserId("none");
    private UserId tara = new UserId("none");
    private CustomerId asha = new CustomerId("none");
    private CustomerId bala = new CustomerId("none");

    @BeforeEach
    void open() {
        ravi = floor.agent("Ravi", "en");
        tara = floor.agent("Tara", "hi", "en-IN");
        asha = floor.party("Asha");
        bala = floor.party("Bala");
    }

    private static void refused(String rule, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.rule()).isEqualTo(rule));
    }

    private Optional<CustomerId> next(UserId agent, CallList list) {
        return calls.nextFor(agent, list.id(), floor.now()).map(CallEntry::party);
    }

    private CallEntry entry(CallList list, CustomerId party) {
        return calls.entry(floor.entry(list, party));
    }

    private ContactPoint phone(CustomerId party) {
        return floor.crm.customers().get(party).contactPoints().get(0);
    }

    private void mark(CustomerId party) {
        ContactPoint point = phone(party);
        floor.crm.customers().change(party, c -> c.removeContactPoint(point).addContactPoint(point.doNotCall(true)));
    }

    @Test
    void aListHoldsWhoWasInTheSegmentAndMayBeCalledEachOnce() {
        CustomerId marked = floor.party("Marked");
        mark(marked);
        CallList list = calls.make(NewCallList.of("Renewals"));
        var segment = floor.segment(asha, bala, marked);
        Enlisted first = calls.freeze(list.id(), segment, floor.now());
        Enlisted again = calls.freeze(list.id(), segment, floor.now());

        assertThat(first).isEqualTo(new Enlisted(list.id(), segment, floor.now(), 2, 0, 1));
        assertThat(again.added()).isZero();
        assertThat(again.entries()).isEqualTo(2);
        assertThat(entry(list, asha).number()).contains("+919812345000");
    }

    @Test
    void aListOfNobodyAndAListThatIsClosedAreRefused() {
        CallList list = calls.make(NewCallList.of("Renewals"));
        refused("call-list-empty", () -> calls.freeze(list.id(), floor.segment(), floor.now()));
        assertThat(calls.list(list.id()).frozenAt()).isEmpty();
        calls.close(list.id());
        refused("call-list-closed", () -> calls.freeze(list.id(), floor.segment(asha), floor.now()));
    }

    @Test
    void theNextCallIsTheSameForTheSameDataAndStaysWithItsAgent() {
        CallList list = floor.list(RULES, asha, bala);
        Optional<CustomerId> first = next(ravi, list);
        assertThat(next(ravi, list)).isEqualTo(first).isPresent();
        Optional<CustomerId> second = next(tara, list);
        assertThat(second).isPresent().isNotEqualTo(first);
        assertThat(calls.nextFor(tara, floor.now()).map(CallEntry::party)).isEqualTo(second);
        assertThat(next(floor.agent("Third"), list)).isEmpty();
    }

    @Test
    void anEntryComesBackWhenItsLeaseIsOverOrItIsGivenBack() {
        CallList list = floor.list(RULES, asha);
        next(ravi, list);
        floor.pass(Duration.ofMinutes(30).minusNanos(1_000));
        assertThat(next(tara, list)).isEmpty();
        floor.pass(Duration.ofNanos(1_000));
        assertThat(next(tara, list)).contains(asha);

        refused("call-not-claimed", () -> calls.release(floor.entry(list, asha), ravi));
        calls.release(floor.entry(list, asha), tara);
        assertThat(next(ravi, list)).contains(asha);
    }

    @Test
    void nobodyIsTriedMoreOftenOrSoonerThanTheRulesSay() {
        CallList list = floor.list(RULES, asha);
        floor.call(list, asha, ravi, "no-answer");
        floor.pass(Duration.ofHours(2).minusSeconds(1));
        assertThat(next(ravi, list)).isEmpty();
        refused("call-too-early", () -> calls.claim(floor.entry(list, asha), ravi, floor.now()));
        floor.pass(Duration.ofSeconds(1));
        assertThat(next(ravi, list)).contains(asha);
        calls.record(CallReport.of(floor.entry(list, asha), ravi, "BUSY"));

        assertThat(entry(list, asha).state()).isEqualTo(CallState.EXHAUSTED);
        assertThat(entry(list, asha).attempts()).isEqualTo(2);
        floor.pass(Duration.ofDays(1));
        assertThat(next(ravi, list)).isEmpty();
        refused("call-entry-done", () -> calls.claim(floor.entry(list, asha), ravi, floor.now()));
    }

    @Test
    void aPromisedCallIsDueToTheSecondAndWinsOverTheQueueEvenBeyondTheMostAttempts() {
        CallList list = floor.list(RULES.attempts(1, Duration.ofHours(5)), asha, bala);
        calls.claim(floor.entry(list, asha), ravi, floor.now());
        Instant promise = floor.now().plusSeconds(600);
        calls.record(CallReport.of(floor.entry(list, asha), ravi, "call-back").callBackAt(promise.plusMillis(900)));

        assertThat(entry(list, asha).callBackAt()).contains(promise);
        floor.pass(Duration.ofSeconds(599));
        assertThat(next(tara, list)).contains(bala);
        calls.release(floor.entry(list, bala), tara);
        floor.pass(Duration.ofSeconds(1));
        assertThat(next(tara, list)).contains(asha);
    }

    @Test
    void aPromiseIsMadeExactlyWhereTheCodeMeansOneAndForAnHourAtWhichWeMayCall() {
        CallList list = floor.list(RULES, asha);
        CallEntryId id = floor.entry(list, asha);
        calls.claim(id, ravi, floor.now());
        assertThatThrownBy(() -> calls.record(CallReport.of(id, ravi, "call-back")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> calls.record(
                        CallReport.of(id, ravi, "busy").callBackAt(floor.now().plusSeconds(60))))
                .isInstanceOf(Invalid.class);
        refused(
                "call-outside-hours",
                () -> calls.record(CallReport.of(id, ravi, "call-back")
                        .callBackAt(floor.now().plus(Duration.ofHours(12)))));
        assertThat(entry(list, asha).attempts()).isZero();
        assertThat(floor.crm.interactions().timeline(asha, 10).items()).isEmpty();
    }

    @Test
    void partiesAreServedInALanguageTheyKnowAndTheBestLikedFirst() {
        CustomerId hindi = floor.party("Hindi", "hi");
        CustomerId both = floor.party("Both", "en-GB", "hi");
        CustomerId tamil = floor.party("Tamil", "ta");
        CallList list = floor.list(RULES, tamil, both, hindi);

        assertThat(next(ravi, list)).contains(both);
        calls.release(floor.entry(list, both), ravi);
        UserId hindiOnly = floor.agent("Usha", "hi-IN");
        assertThat(next(hindiOnly, list)).contains(hindi);
        assertThat(next(tara, list)).contains(both);
        assertThat(next(floor.agent("Anna", "ta"), list)).contains(tamil);
        assertThat(next(floor.agent("Nobody"), list)).isEmpty();
    }

    @Test
    void callsOutsideTheWorkingHoursAreRefused() {
        CallList list = floor.list(RULES, asha);
        CallEntryId id = floor.entry(list, asha);
        calls.claim(id, ravi, floor.now());
        floor.pass(Duration.ofHours(7).minusSeconds(1));
        calls.claim(id, ravi, floor.now());
        floor.pass(Duration.ofSeconds(1));

        refused("call-outside-hours", () -> calls.claim(id, ravi, floor.now()));
        refused("call-outside-hours", () -> calls.record(CallReport.of(id, ravi, "busy")));
        assertThat(next(ravi, list)).isEmpty();
        assertThat(calls.record(CallReport.of(id, ravi, "busy").handled(Duration.ofMinutes(3)))
                        .at())
                .isEqualTo(floor.now().minusSeconds(180));
    }

    @Test
    void callsOutsideTheContactWindowsOfThePartyInItsOwnZoneAreRefusedButAPromiseIsKept() {
        floor.prefer(asha, Preference.zone(ZoneId.of("Asia/Tokyo"), "form", Floor.TODAY));
        floor.prefer(
                asha,
                Preference.contactWindows(
                        List.of(new ContactWindow(DayOfWeek.MONDAY, LocalTime.of(15, 0), LocalTime.of(17, 0))),
                        "form",
                        Floor.TODAY));
        CallList list = floor.list(RULES, asha);
        CallEntryId id = floor.entry(list, asha);
        // Ten in Pune is half past one in Tokyo.
        refused("call-outside-hours", () -> calls.claim(id, ravi, floor.now()));
        assertThat(next(ravi, list)).isEmpty();
        floor.pass(Duration.ofMinutes(90));
        assertThat(next(ravi, list)).contains(asha);
        calls.record(CallReport.of(id, ravi, "call-back").callBackAt(floor.now().plus(Duration.ofHours(3))));
        floor.pass(Duration.ofHours(3));
        assertThat(next(ravi, list)).contains(asha);
    }

    @Test
    void nobodyIsCalledWhereItIsTooLate() {
        floor.prefer(asha, Preference.zone(ZoneId.of("Pacific/Auckland"), "form", Floor.TODAY));
        CallList list = floor.list(RULES, asha);
        // Ten in Pune is half past five in the afternoon in Auckland; three and a half hours later it is nine there.
        floor.pass(Duration.ofMinutes(209));
        assertThat(next(ravi, list)).contains(asha);
        calls.release(floor.entry(list, asha), ravi);
        floor.pass(Duration.ofMinutes(1));
        assertThat(next(ravi, list)).isEmpty();
    }

    @Test
    void whoWantsNoCallsIsMarkedAndCalledFromNoList() {
        CallList list = floor.list(RULES, asha);
        CallList other = floor.list(RULES, asha);
        floor.call(list, asha, ravi, "do-not-call");

        assertThat(phone(asha).doNotCall()).isTrue();
        assertThat(entry(list, asha).state()).isEqualTo(CallState.DO_NOT_CALL);
        assertThat(next(ravi, other)).isEmpty();
        refused("call-do-not-call", () -> calls.claim(floor.entry(other, asha), ravi, floor.now()));
    }

    @Test
    void aNumberThatIsThereTwiceIsMarkedIfEitherIs() {
        CallList list = floor.list(RULES, asha);
        ContactPoint twin = phone(asha).forPurpose("work").doNotCall(true);
        floor.crm.customers().addContactPoint(asha, twin);
        assertThat(next(ravi, list)).isEmpty();
    }

    @Test
    void aNumberThatIsGoneIsNotCalled() {
        CallList list = floor.list(RULES, asha);
        floor.crm.customers().removeContactPoint(asha, phone(asha));
        assertThat(next(ravi, list)).isEmpty();
        refused("call-number-gone", () -> calls.claim(floor.entry(list, asha), ravi, floor.now()));
    }

    @Test
    void anAttemptIsACallInTheTimelineAndItsSecondReportChangesNothing() {
        CallList list = calls.make(NewCallList.of("Sale")
                .dispositions(List.of(
                        new CallDisposition("sold", CallOutcome.CONNECTED),
                        new CallDisposition("mailbox", CallOutcome.NO_ANSWER))));
        calls.freeze(list.id(), floor.segment(asha), floor.now());
        CallEntryId id = floor.entry(list, asha);
        calls.claim(id, ravi, floor.now());
        CallReport report = CallReport.of(id, ravi, "Sold")
                .handled(Duration.ofMinutes(4))
                .note("Takes the small one")
                .externalRef(new ExternalRef("pbx", "call", "77"))
                .withConversion();
        floor.pass(Duration.ofMinutes(5));
        CallAttempt attempt = calls.record(report);

        assertThat(calls.record(report)).isEqualTo(attempt);
        List<Interaction> timeline = floor.crm.interactions().timeline(asha, 10).items();
        assertThat(timeline).hasSize(1);
        assertThat(attempt.interaction()).contains(timeline.get(0).id());
        assertThat(timeline.get(0).channel()).isEqualTo(Channel.PHONE);
        assertThat(timeline.get(0).disposition()).contains(Disposition.CONNECTED);
        assertThat(timeline.get(0).duration()).contains(Duration.ofMinutes(4));
        assertThat(timeline.get(0).regarding()).contains(list.ref());
        assertThat(entry(list, asha).state()).isEqualTo(CallState.REACHED);
        assertThat(entry(list, asha).converted()).isTrue();
        assertThatThrownBy(() -> list.disposition("connected")).isInstanceOf(Invalid.class);
    }

    @Test
    void aCallThatWasHandledLongerThanItWasDueBeganWhenItsTurnCame() {
        CallList list = floor.list(RULES, asha);
        next(ravi, list);
        CallAttempt first = calls.record(
                CallReport.of(floor.entry(list, asha), ravi, "no-answer").handled(Duration.ofMinutes(2)));
        floor.pass(Duration.ofHours(2).plusSeconds(30));
        next(ravi, list);
        CallAttempt second = calls.record(
                CallReport.of(floor.entry(list, asha), ravi, "no-answer").handled(Duration.ofMinutes(2)));

        assertThat(first.at()).isEqualTo(Floor.START);
        assertThat(second.at()).isEqualTo(Floor.START.plus(Duration.ofHours(2)));
        assertThat(second.handleTime()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void onlyTheAgentWhoHasTheEntryReportsAndOnlyWhatHappened() {
        CallList list = floor.list(RULES, asha);
        CallEntryId id = floor.entry(list, asha);
        refused("call-not-claimed", () -> calls.record(CallReport.of(id, ravi, "busy")));
        calls.claim(id, tara, floor.now());
        refused("call-claimed", () -> calls.claim(id, ravi, floor.now()));
        refused("call-not-claimed", () -> calls.record(CallReport.of(id, ravi, "busy")));
        assertThatThrownBy(() -> calls.record(CallReport.of(id, tara, "sold"))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> calls.record(CallReport.of(id, tara, "busy").withConversion()))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> calls.record(
                        CallReport.of(id, tara, "busy").at(floor.now().plusSeconds(1))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> calls.record(CallReport.of(id, tara, "busy").handled(Duration.ofDays(2))))
                .isInstanceOf(Invalid.class);
        assertThat(entry(list, asha).attempts()).isZero();
    }

    @Test
    void figuresAreCountedForEachAgentAndList() {
        CallList list = floor.list(RULES, asha, bala);
        floor.call(list, asha, ravi, "no-answer");
        CallEntryId id = floor.entry(list, bala);
        calls.claim(id, tara, floor.now());
        floor.pass(Duration.ofMinutes(10));
        calls.record(CallReport.of(id, tara, "connected")
                .handled(Duration.ofMinutes(10))
                .withConversion());

        CallFigures figures = calls.figures(where(CallAttemptFields.LIST, is(list.id())));
        assertThat(figures.total()).isEqualTo(new CallMetrics(2, 1, 1, Duration.ofMinutes(10)));
        assertThat(figures.total().contactRate()).contains(new BigDecimal("0.5000"));
        assertThat(figures.total().averageHandleTime()).contains(Duration.ofMinutes(5));
        assertThat(figures.rows())
                .containsExactlyInAnyOrder(
                        new CallFigures.Row(ravi, list.id(), new CallMetrics(1, 0, 0, Duration.ZERO)),
                        new CallFigures.Row(tara, list.id(), new CallMetrics(1, 1, 1, Duration.ofMinutes(10))));
        CallMetrics none = calls.figures(where(CallAttemptFields.AGENT, is(new UserId("x"))))
                .total();
        assertThat(none).isEqualTo(CallMetrics.NONE);
        assertThat(none.contactRate()).isEmpty();
        assertThat(none.conversionRate()).isEmpty();
        assertThat(none.averageHandleTime()).isEmpty();
    }

    @Test
    void entriesAndAttemptsAreRelationsOfThePartyThatConditionsCanCount() {
        CallList list = floor.list(RULES, asha, bala);
        floor.call(list, asha, ravi, "busy");
        assertThat(floor.crm
                        .customers()
                        .find(Conditions.all(
                                count(CallEntryFields.CALL_ENTRIES, ever(), atLeast(1)),
                                count(
                                        CallAttemptFields.CALL_ATTEMPTS,
                                        where(CallAttemptFields.OUTCOME, is(CallOutcome.BUSY)),
                                        ever(),
                                        atLeast(1))))
                        .items())
                .extracting(Customer::id)
                .containsExactly(asha);
    }

    @Test
    void afterAMergeTheSurvivorStandsOnceOnEachListWithTheAttemptsOfBoth() {
        CallList both = floor.list(RULES, asha, bala);
        CallList only = floor.list(RULES, bala);
        floor.call(both, bala, ravi, "do-not-call");
        floor.crm.inUnit(unit -> {
            unit.customerData().forEach(data -> data.repoint(unit, bala, asha));
            return true;
        });

        assertThat(entry(both, asha).state()).isEqualTo(CallState.DO_NOT_CALL);
        assertThat(entry(both, asha).attempts()).isEqualTo(1);
        assertThat(entry(only, asha).attempts()).isZero();
        assertThat(calls.figures(where(CallAttemptFields.PARTY, is(asha)))
                        .total()
                        .calls())
                .isEqualTo(1);
        assertThat(calls.figures(where(CallAttemptFields.ENTRY_ID, is(floor.entry(both, asha))))
                        .total()
                        .calls())
                .isEqualTo(1);
    }

    @Test
    void anExportHoldsTheNumberAndAfterAnErasureNobodyCalls() {
        CallList list = floor.list(RULES, asha);
        CustomerData data = new CallCustomerData();
        List<CustomerData.Item> items = floor.crm.inUnit(unit -> data.export(unit, asha));
        assertThat(items).hasSize(1);
        assertThat(items.get(0).values()).containsEntry("number", "+919812345000");

        floor.crm.inUnit(unit -> {
            data.erase(unit, asha);
            return true;
        });
        assertThat(entry(list, asha).number()).isEmpty();
        assertThat(next(ravi, list)).isEmpty();
    }

    @Test
    void theSameListUnderAReferenceAgainWritesNothingAndOtherRulesDo() {
        ExternalRef ref = new ExternalRef("dialler", "list", "1");
        assertThat(calls.upsert(ref, NewCallList.of("A"))).isInstanceOf(Upserted.Created.class);
        assertThat(calls.upsert(ref, NewCallList.of("A"))).isInstanceOf(Upserted.Unchanged.class);
        assertThat(calls.upsert(ref, NewCallList.of("A").rules(RULES))).isInstanceOf(Upserted.Updated.class);
    }

    @Test
    void aStrangersIdsAreMissing() {
        CallList list = floor.list(RULES, asha);
        Calls foreign = floor.stranger.calls();
        assertThatThrownBy(() -> foreign.list(list.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> foreign.nextFor(ravi, list.id(), floor.now())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> foreign.entry(floor.entry(list, asha))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> foreign.saveAgent(ravi, List.of(), true)).isInstanceOf(NotFound.class);
    }
}
