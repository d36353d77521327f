package org.sambandh.crm.tck;

import static org.sambandh.crm.tck.Samples.id;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.sambandh.crm.callcentre.CallAgent;
import org.sambandh.crm.callcentre.CallAttempt;
import org.sambandh.crm.callcentre.CallDisposition;
import org.sambandh.crm.callcentre.CallEntry;
import org.sambandh.crm.callcentre.CallList;
import org.sambandh.crm.callcentre.CallOutcome;
import org.sambandh.crm.callcentre.CallRules;
import org.sambandh.crm.callcentre.CallState;
import org.sambandh.crm.common.Brand;
import org.sambandh.crm.common.CallAttemptId;
import org.sambandh.crm.common.CallEntryId;
import org.sambandh.crm.common.CallListId;
import org.sambandh.crm.common.CampaignId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.InteractionId;
import org.sambandh.crm.common.UserId;

/** Call lists, whom they name, the calls that were tried and those who call. */
final class CallSamples {

    private CallSamples() {}

    static CallList list(String id, int n) {
        CallRules own = new CallRules(
                100, Duration.ofMillis(90_500), Duration.ofSeconds(1), LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59));
        List<CallDisposition> dispositions = List.of(
                new CallDisposition("erreicht 😀", CallOutcome.CONNECTED),
                new CallDisposition("besetzt", CallOutcome.BUSY));
        return CallList.builder(new CallListId(id))
                .externalRefs(Varied.refs("list", id, n))
                .name(Varied.text(n, 1))
                .rules(n == 0 ? CallRules.STANDARD : Varied.one(n, 2, own, CallRules.STANDARD))
                .dispositions(
                        n == 0 ? CallDisposition.STANDARD : Varied.one(n, 3, dispositions, CallDisposition.STANDARD))
                .campaign(Varied.maybe(n, 4, new CampaignId(id("campaign", n % 4))))
                .brand(Varied.maybe(n, 5, new Brand("north"), new Brand("south")))
                .frozenAt(Varied.instantOrNone(n, 6))
                .closed(n != 0 && Varied.one(n, 7, true, false))
                .build();
    }

    /** A party is on a list once, so the number is the party. */
    static CallEntry entry(String id, int n) {
        CallState state = n == 0
                ? CallState.WAITING
                : Varied.one(
                        n,
                        1,
                        CallState.CALL_BACK,
                        CallState.WAITING,
                        CallState.REACHED,
                        CallState.EXHAUSTED,
                        CallState.WRONG_NUMBER,
                        CallState.DO_NOT_CALL);
        UserId agent = Varied.maybe(n, 2, new UserId(id("user", n % 5)));
        return CallEntry.builder(new CallEntryId(id))
                .externalRefs(Varied.refs("entry", id, n))
                .list(new CallListId(id("callList", n % 3)))
                .party(new CustomerId(id("customer", n)))
                .number(Varied.maybe(n, 3, "+91 20 1234 5678", "(020) 1234"))
                .state(state)
                .enlistedAt(Varied.instant(n, 4))
                .attempts(n == 0 ? 0 : Varied.one(n, 5, 3, 0, 1, 100))
                .notBefore(Varied.instant(n, 6))
                .callBackAt(state == CallState.CALL_BACK ? Varied.instant(n, 7) : null)
                .lastAttemptAt(Varied.instantOrNone(n, 8))
                .claimedBy(agent)
                .claimedUntil(agent == null ? null : Varied.instant(n, 9))
                .converted(n != 0 && Varied.one(n, 10, true, false))
                .build();
    }

    static CallAttempt attempt(String id, int n) {
        Instant at = Varied.instant(n, 1);
        return CallAttempt.builder(new CallAttemptId(id))
                .externalRefs(Varied.refs("attempt", id, n))
                .list(new CallListId(id("callList", n % 3)))
                .entry(new CallEntryId(id("callEntry", n % 20)))
                .party(new CustomerId(id("customer", n % 23)))
                .agent(new UserId(id("user", n % 5)))
                .at(at)
                .handleTime(
                        n == 0
                                ? Duration.ZERO
                                : Varied.one(n, 2, Duration.ofMillis(90_500), Duration.ofHours(24), Duration.ZERO))
                .disposition(Varied.text(n, 3))
                .outcome(Varied.one(n, 4, CallOutcome.CONNECTED, CallOutcome.NO_ANSWER, CallOutcome.CALL_BACK))
                .converted(n != 0 && Varied.one(n, 5, true, false))
                .interaction(Varied.maybe(n, 6, new InteractionId(id("interaction", n % 20))))
                .build();
    }

    static CallAgent agent(String id, int n) {
        return CallAgent.builder(new UserId(id))
                .externalRefs(Varied.refs("agent", id, n))
                .languages(Varied.some(n, 1, "hi-IN", "mr", "en"))
                .active(Varied.one(n, 3, true, false))
                .build();
    }
}
