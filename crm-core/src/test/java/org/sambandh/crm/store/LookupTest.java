package org.sambandh.crm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.always;
import static org.sambandh.crm.condition.Conditions.any;
import static org.sambandh.crm.condition.Conditions.not;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.in;
import static org.sambandh.crm.condition.Tests.is;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.inmemory.Account;
import org.sambandh.crm.inmemory.Bank;

class LookupTest {

    private static final Condition<Account> ASHA = where(Bank.HOLDER, is(new CustomerId("asha")));
    private static final Condition<Account> GOLD = where(Bank.LABELS, in("gold", "old"));
    private static final Condition<Account> RICH = where(Bank.BALANCE, atLeast(100));

    /** One row for each key of a label, ten for a holder, nothing else is indexed. */
    private static long cost(Equality<Account, ?> equality) {
        if (equality.field().equals(Bank.LABELS)) {
            return equality.keys().size();
        }
        return equality.field().equals(Bank.HOLDER) ? 10 : Lookup.NO_INDEX;
    }

    private static Optional<List<String>> keys(Condition<Account> condition) {
        return Lookup.cheapest(condition, LookupTest::cost)
                .map(l -> l.anyOf().stream().flatMap(e -> e.keys().stream()).toList());
    }

    @Test
    void ofAllTheCheapestPartIsTaken() {
        assertThat(keys(all(RICH, ASHA, all(GOLD)))).hasValue(List.of("gold", "old"));
        assertThat(keys(all(RICH, ASHA))).hasValue(List.of("asha"));
    }

    @Test
    void ofAnyEveryPartMustHaveOne() {
        assertThat(keys(any(ASHA, GOLD))).hasValue(List.of("asha", "gold", "old"));
        assertThat(keys(any(ASHA, RICH))).isEmpty();
        assertThat(Lookup.cheapest(any(ASHA, GOLD), LookupTest::cost)
                        .orElseThrow()
                        .cost())
                .isEqualTo(12);
    }

    @Test
    void nothingMatchesAnyOfNothingAndNoneOfNoValues() {
        assertThat(keys(any())).hasValue(List.of());
        assertThat(keys(where(Bank.LABELS, in(List.of())))).hasValue(List.of());
    }

    @Test
    void whatImpliesNoEqualityMustBeScanned() {
        assertThat(keys(always())).isEmpty();
        assertThat(keys(all())).isEmpty();
        assertThat(keys(RICH)).isEmpty();
        assertThat(keys(not(ASHA))).isEmpty();
        assertThat(keys(all(not(ASHA), not(any(GOLD))))).isEmpty();
    }

    @Test
    void aFieldWithoutAnIndexAndAPathAreNoWayIn() {
        assertThat(keys(where(Bank.BALANCE, is(5)))).isEmpty();
        assertThat(keys(where(Bank.HOLDER.to(Bank.CITY), is("Pune")))).isEmpty();
    }
}
