package org.sambandh.crm.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Asking.NO;
import static org.sambandh.crm.condition.Asking.YES;
import static org.sambandh.crm.condition.Asking.ask;
import static org.sambandh.crm.condition.Asking.no;
import static org.sambandh.crm.condition.Asking.utc;
import static org.sambandh.crm.condition.Asking.yes;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Shop.ANSWERED;
import static org.sambandh.crm.condition.Shop.CHANNEL;
import static org.sambandh.crm.condition.Shop.VISITS;
import static org.sambandh.crm.condition.Tests.ageAtLeast;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Window.ever;
import static org.sambandh.crm.condition.Window.fixed;
import static org.sambandh.crm.condition.Window.last;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Shop.Address;
import org.sambandh.crm.condition.Shop.Client;
import org.sambandh.crm.condition.Shop.Stock;
import org.sambandh.crm.condition.Shop.Visit;

class WindowsTest {

    private static final Client CLIENT = Shop.client("c");
    private static final Condition<Client> LAST_DAY = count(VISITS, last(Duration.ofDays(1)), atLeast(1));

    private static Visit visit(@Nullable String at) {
        return new Visit(CLIENT.id(), "web", null, at == null ? null : Instant.parse(at), null, null);
    }

    @Test
    void bothEndsOfASlidingWindowAreIn() {
        Stock stock = new Stock(visit("2026-03-01T12:00:00Z"));
        assertThat(ask(LAST_DAY, CLIENT, stock, utc("2026-03-01T12:00:00Z")))
                .isEqualTo(yes("2026-03-02T12:00:00.000001Z"));
        assertThat(ask(LAST_DAY, CLIENT, stock, utc("2026-03-02T12:00:00Z")))
                .isEqualTo(yes("2026-03-02T12:00:00.000001Z"));
        assertThat(ask(LAST_DAY, CLIENT, stock, utc("2026-03-02T12:00:00.000001Z")))
                .isEqualTo(NO);
    }

    @Test
    void aLaterFactIsUnseenButItsComingIsTold() {
        Stock stock = new Stock(visit("2026-03-01T12:00:00Z"));
        assertThat(ask(LAST_DAY, CLIENT, stock, utc("2026-03-01T11:59:59.999999Z")))
                .isEqualTo(no("2026-03-01T12:00:00Z"));
        assertThat(ask(count(VISITS, ever(), atLeast(1)), CLIENT, stock, utc("2026-02-01T00:00:00Z")))
                .isEqualTo(no("2026-03-01T12:00:00Z"));
    }

    @Test
    void bothEndsOfAFixedWindowAreInAndItDoesNotSlide() {
        Instant from = Instant.parse("2026-03-01T00:00:00Z");
        Instant to = Instant.parse("2026-03-02T00:00:00Z");
        Condition<Client> twice = count(VISITS, fixed(from, to), is(2));
        Stock stock = new Stock(
                visit("2026-02-28T23:59:59.999999Z"),
                visit("2026-03-01T00:00:00Z"),
                visit("2026-03-02T00:00:00Z"),
                visit("2026-03-02T00:00:00.000001Z"));
        assertThat(ask(twice, CLIENT, stock, utc("2030-01-01T00:00:00Z"))).isEqualTo(YES);
        assertThat(ask(twice, CLIENT, stock, utc("2026-03-01T12:00:00Z"))).isEqualTo(no("2026-03-02T00:00:00Z"));
    }

    @Test
    void aFactWithoutTimeLiesInEverOnly() {
        Stock stock = new Stock(visit(null));
        Moment now = utc("2026-03-01T12:00:00Z");
        assertThat(ask(count(VISITS, ever(), atLeast(1)), CLIENT, stock, now)).isEqualTo(YES);
        assertThat(ask(LAST_DAY, CLIENT, stock, now)).isEqualTo(NO);
        assertThat(ask(count(VISITS, fixed(Instant.MIN, Instant.MAX), atLeast(1)), CLIENT, stock, now))
                .isEqualTo(NO);
    }

    @Test
    void partsInsideASubjectHaveWindowsToo() {
        Client moved = new Client(
                CLIENT.id(),
                Shop.NOTHING,
                List.of(new Address("Pune", Instant.parse("2026-03-01T12:00:00Z")), new Address("Delhi", null)));
        Moment now = utc("2026-03-02T00:00:00Z");
        assertThat(ask(count(Shop.MOVES, last(Duration.ofDays(1)), is(1)), moved, now))
                .isEqualTo(yes("2026-03-02T12:00:00.000001Z"));
        assertThat(ask(count(Shop.ADDRESSES, ever(), is(2)), moved, now)).isEqualTo(YES);
    }

    @Test
    void aTestOfTimeInsideAClauseFlipsTheAnswerToo() {
        Visit answered = new Visit(
                CLIENT.id(),
                "web",
                null,
                Instant.parse("2026-03-01T12:00:00Z"),
                Instant.parse("2026-03-01T13:00:00Z"),
                null);
        Condition<Client> waited =
                count(VISITS, where(ANSWERED, ageAtLeast(Duration.ofHours(1))), last(Duration.ofDays(1)), atLeast(1));
        assertThat(ask(waited, CLIENT, new Stock(answered), utc("2026-03-01T12:30:00Z")))
                .isEqualTo(no("2026-03-01T14:00:00Z"));
        assertThat(ask(waited, CLIENT, new Stock(answered), utc("2026-03-01T14:00:00Z")))
                .isEqualTo(yes("2026-03-02T12:00:00.000001Z"));
    }

    @Test
    void factsThatTheClauseLeavesOutTellNoFlip() {
        Condition<Client> byPost = count(VISITS, where(CHANNEL, is("post")), last(Duration.ofDays(1)), atLeast(1));
        assertThat(ask(byPost, CLIENT, new Stock(visit("2026-03-01T12:00:00Z")), utc("2026-03-01T13:00:00Z")))
                .isEqualTo(NO);
    }

    @Test
    void theEndsOfTimeAreAnsweredAndNotOverflowed() {
        Visit first = new Visit(CLIENT.id(), null, null, Instant.MIN, null, null);
        Visit last = new Visit(CLIENT.id(), null, null, Instant.MAX, null, null);
        Condition<Client> recent = count(VISITS, last(Duration.ofDays(365_000)), is(1));
        for (Instant at : new Instant[] {Instant.MIN, Instant.MAX}) {
            assertThat(ask(recent, CLIENT, new Stock(first, last), new Moment(at, ZoneId.of("UTC")))
                            .matches())
                    .isTrue();
        }
    }
}
