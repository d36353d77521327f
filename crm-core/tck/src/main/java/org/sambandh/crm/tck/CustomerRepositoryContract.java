package org.sambandh.crm.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.customer.PersonName;
import org.sambandh.crm.field.Attributes;
import org.sambandh.crm.store.Query;

/** The contract of {@link org.sambandh.crm.customer.CustomerRepository}. */
public abstract class CustomerRepositoryContract extends RepositoryContract<Customer, CustomerId> {

    /** Begins the contract. */
    protected CustomerRepositoryContract() {
        super(Customer.class);
    }

    @Override
    protected Customer changed(Customer entity) {
        return entity.toBuilder().source("changed").build();
    }

    @Override
    protected Customer claiming(Customer entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }

    @Test
    void textsAtTheirLongestAndBeyondTheBasicPlaneComeBackAsTheyWere() {
        String emoji = "😀".repeat(PersonName.MAX_LENGTH);
        String marks = "क्षि".repeat(50);
        String composed = "e\u0301".repeat(200);
        for (String name : List.of(emoji, marks, composed, "\u200Bא\u202E\uFFFD\u0001\t\n'\"\\")) {
            Customer given = bench().sample("c-" + name.hashCode(), 0).toBuilder()
                    .name(PersonName.of(name))
                    .attributes(Attributes.of(Map.of("tier", "ſ😀".repeat(5_000), "tags", List.of(" x", name))))
                    .build();
            Customer saved = bench().save(given);
            bench().assertSame(bench().load(saved), given);
            assertThat(bench().ids(bench().find(
                                    Query.of(Conditions.where(CustomerFields.NAME, Tests.is(name)), Samples.MOMENT))
                            .items()))
                    .containsExactly(given.id().value());
        }
    }

    @Test
    void instantsComeBackToTheMicrosecondFromTheFirstYearToTheLast() {
        int number = 0;
        for (String at : List.of(
                "0001-01-01T00:00:00Z",
                "1582-10-10T12:00:00.000001Z",
                "1883-11-18T17:03:58.5Z",
                "1969-12-31T23:59:59.999999Z",
                "2026-03-15T06:30:00.123456Z",
                "2026-10-25T01:30:00.000001Z",
                "9999-12-31T23:59:59.999999Z")) {
            Customer given = bench().sample("c-" + number++, 0).toBuilder()
                    .registeredAt(Instant.parse(at))
                    .build();
            Customer saved = bench().save(given);
            assertThat(bench().load(saved).registeredAt()).isEqualTo(Instant.parse(at));
            assertThat(bench().ids(bench().find(Query.of(
                                    Conditions.where(CustomerFields.REGISTERED_AT, Tests.is(Instant.parse(at))),
                                    Samples.MOMENT))
                            .items()))
                    .containsExactly(given.id().value());
        }
    }

    @Test
    void numbersAndMoneyOfAHostComeBackWithTheirDecimals() {
        Customer given = bench().sample("c-1", 0).toBuilder()
                .attributes(Attributes.of(Map.of(
                        "points", new BigDecimal("9999999999999999.99"), "limit", Money.of("-12345678901.125", "KWD"))))
                .build();
        Customer saved = bench().save(given);
        assertThat(bench().load(saved).attributes()).isEqualTo(given.attributes());
    }
}
