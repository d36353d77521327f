package org.sambandh.crm.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Shop.Client;

/** Asks a condition in every way at once and insists on one answer. */
final class Asking {

    private Asking() {}

    static Verdict ask(Condition<Client> condition, Client client, Facts facts, Moment moment) {
        Verdict verdict = CompiledCondition.of(condition, Client.class, Shop.CATALOG, Engine.PLAIN)
                .verdicts(List.of(client), facts, moment)
                .get(0);
        for (Engine engine : Engine.values()) {
            CompiledCondition<Client> compiled = CompiledCondition.of(condition, Client.class, Shop.CATALOG, engine);
            assertThat(compiled.verdicts(List.of(client), facts, moment)).containsExactly(verdict);
            assertThat(compiled.verdict(client, facts, moment)).isEqualTo(verdict);
            assertThat(compiled.test(client, facts, moment)).as("%s", engine).isEqualTo(verdict.matches());
            assertThat(compiled.testAll(List.of(client), facts, moment).get(0))
                    .as("%s", engine)
                    .isEqualTo(verdict.matches());
            assertThat(compiled.explain(client, facts, moment).matches()).isEqualTo(verdict.matches());
        }
        assertThat(verdict.until()).isAfter(moment.at());
        return verdict;
    }

    static Verdict ask(Condition<Client> condition, Client client, Moment moment) {
        return ask(condition, client, Facts.NONE, moment);
    }

    static Moment moment(String at, String zone) {
        return new Moment(Instant.parse(at), ZoneId.of(zone));
    }

    static Moment utc(String at) {
        return moment(at, "UTC");
    }

    static Verdict yes(String until) {
        return new Verdict(true, Instant.parse(until));
    }

    static Verdict no(String until) {
        return new Verdict(false, Instant.parse(until));
    }

    static final Verdict YES = new Verdict(true, Verdict.FOREVER);
    static final Verdict NO = new Verdict(false, Verdict.FOREVER);
}
