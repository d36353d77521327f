package org.sambandh.crm.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Conditions.where;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sambandh.crm.Crm;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.customer.CustomerRepository;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.pipeline.NewOpportunity;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.pipeline.OpportunityFields;
import org.sambandh.crm.pipeline.OpportunityRepository;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.store.CrmStore;
import org.sambandh.crm.store.GroupQuery;
import org.sambandh.crm.store.GroupedReads;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Repositories;

/** Groups made by the database are those that are made of the same rows in memory. */
class GroupsTest {

    private static final Moment NOON = new Moment(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    private static <R> R inDeals(Database database, Function<Repositories, R> work) {
        try (OwnStore own = new OwnStore(database)) {
            CrmStore store = own.of(Crm.schema(TenantSettings.of(ZoneOffset.UTC, Money.currencyOf("INR"))));
            Crm crm = Crm.builder(store).clock(NOON::at).build();
            crm.as(Actor.user("test")).inTransaction(session -> {
                List<Customer> parties = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    parties.add(session.customers()
                            .register(NewCustomer.organization("Works " + i)
                                    .set(CustomerFields.INDUSTRY, i == 0 ? "steel" : i == 1 ? "राम" : null)
                                    .country("IN")));
                }
                for (int i = 0; i < 40; i++) {
                    NewOpportunity deal = NewOpportunity.named("Deal " + i);
                    if (i % 5 != 0) {
                        deal = deal.customer(parties.get(i % 4).id());
                    }
                    if (i % 3 != 0) {
                        deal = deal.amount(Money.of(i + ".25", i % 2 == 0 ? "INR" : "USD"));
                    }
                    session.opportunities().open(deal);
                }
                return true;
            });
            return store.inTransaction(TenantId.DEFAULT, work);
        }
    }

    @ParameterizedTest
    @MethodSource("org.sambandh.crm.jpa.Database#available")
    void everyFieldGroupsAndAddsUpAsInMemory(Database database) {
        inDeals(database, repositories -> {
            List<Field<Opportunity, ?>> keys = new ArrayList<>(List.of(
                    OpportunityFields.CUSTOMER.to(CustomerFields.INDUSTRY),
                    OpportunityFields.CUSTOMER.to(CustomerFields.REGISTERED_AT)));
            for (Field<Opportunity, ?> field :
                    repositories.catalog().subject(Opportunity.class).fields()) {
                if (!field.isMany() && field.type().kind() != FieldType.Kind.MONEY) {
                    keys.add(field);
                }
            }
            Condition<Opportunity> some = where(OpportunityFields.AMOUNT_VALUE, Tests.between(3, 30));
            for (Condition<Opportunity> condition :
                    List.of(some, org.sambandh.crm.condition.Conditions.<Opportunity>always())) {
                for (Field<Opportunity, ?> key : keys) {
                    compare(repositories, condition, List.of(key));
                }
                compare(repositories, condition, List.of());
                compare(repositories, condition, List.of(OpportunityFields.OPEN, keys.get(0)));
            }
            return true;
        });
    }

    private static void compare(
            Repositories repositories, Condition<Opportunity> condition, List<Field<Opportunity, ?>> keys) {
        GroupQuery<Opportunity> query = new GroupQuery<>(
                Opportunity.class,
                condition,
                NOON,
                keys,
                OpportunityFields.AMOUNT,
                List.of(OpportunityFields.AMOUNT_VALUE, OpportunityFields.OPENED_AT));
        List<GroupQuery.Row> rows = ((GroupedReads) repositories).group(query).orElseThrow();
        Map<String, String> found = new TreeMap<>();
        for (GroupQuery.Row row : rows) {
            String place = row.keys() + " " + row.currency();
            assertThat(found).doesNotContainKey(place);
            found.put(
                    place,
                    row.count() + " " + words(row.amounts()) + " "
                            + words(row.numbers().get(0)) + " "
                            + words(row.numbers().get(1)));
        }
        assertThat(found).as("by %s", keys).isEqualTo(inMemory(repositories, query));
    }

    private static Map<String, String> inMemory(Repositories repositories, GroupQuery<Opportunity> query) {
        Map<String, List<Opportunity>> groups = new TreeMap<>();
        Map<String, Currency> currencies = new TreeMap<>();
        List<Opportunity> deals = repositories
                .get(OpportunityRepository.class)
                .find(Query.of(query.condition(), query.moment()).limit(1_000))
                .items();
        for (Opportunity deal : deals) {
            List<@Nullable Object> key = new ArrayList<>();
            query.keys().forEach(field -> key.add(value(repositories, field, deal)));
            Currency currency = deal.amount().map(Money::currency).orElse(null);
            groups.computeIfAbsent(key + " " + currency, k -> new ArrayList<>()).add(deal);
            if (currency != null) {
                currencies.put(key + " " + currency, currency);
            }
        }
        Map<String, String> expected = new TreeMap<>();
        groups.forEach((place, members) -> {
            List<BigDecimal> amounts = members.stream()
                    .flatMap(deal -> deal.amount().stream())
                    .map(Money::amount)
                    .toList();
            List<BigDecimal> opened = members.stream()
                    .map(deal -> BigDecimal.valueOf(FieldType.INSTANT.toLong(OpportunityFields.OPENED_AT.get(deal))))
                    .toList();
            GroupQuery.Measured times = measured(opened);
            expected.put(
                    place,
                    members.size() + " " + (currencies.containsKey(place) ? words(measured(amounts)) : "none") + " "
                            + words(measured(amounts)) + " "
                            + words(new GroupQuery.Measured(times.count(), BigDecimal.ZERO, times.min(), times.max())));
        });
        return expected;
    }

    @SuppressWarnings("unchecked") // the paths of this test lead to customers
    private static @Nullable Object value(Repositories repositories, Field<Opportunity, ?> field, Opportunity deal) {
        if (field instanceof Field.Path<Opportunity, ?> path) {
            Field.One<Customer, ?> target = (Field.One<Customer, ?>) path.target();
            return deal.customer()
                    .flatMap(repositories.get(CustomerRepository.class)::findById)
                    .map(target::get)
                    .orElse(null);
        }
        // A number has all the decimals of its type.
        return field.type().clean("key", ((Field.One<Opportunity, ?>) field).get(deal));
    }

    private static GroupQuery.Measured measured(List<BigDecimal> values) {
        return new GroupQuery.Measured(
                values.size(),
                values.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                values.stream().min(BigDecimal::compareTo).orElse(null),
                values.stream().max(BigDecimal::compareTo).orElse(null));
    }

    private static String words(GroupQuery.@Nullable Measured measured) {
        return measured == null
                ? "none"
                : measured.count() + ":" + plain(measured.sum()) + ":" + plain(measured.min()) + ":"
                        + plain(measured.max());
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "-" : number.stripTrailingZeros().toPlainString();
    }

    @ParameterizedTest
    @MethodSource("org.sambandh.crm.jpa.Database#available")
    void whatTheDatabaseCannotDecideItDoesNotGroup(Database database) {
        inDeals(database, repositories -> {
            Condition<Opportunity> roughly = where(OpportunityFields.OPENED_AT, Tests.ageAtMost(Period.ofMonths(1)));
            GroupQuery<Opportunity> query = new GroupQuery<>(
                    Opportunity.class, roughly, NOON, List.of(OpportunityFields.OPEN), null, List.of());
            assertThat(((GroupedReads) repositories).group(query)).isEmpty();
            return true;
        });
    }
}
