package org.sambandh.crm.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.any;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.inSegment;
import static org.sambandh.crm.condition.Conditions.not;
import static org.sambandh.crm.condition.Conditions.where;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.Crm;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.condition.CalendarUnit;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.condition.ValueTest;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.interaction.Channel;
import org.sambandh.crm.interaction.InteractionFields;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.pipeline.OpportunityFields;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.store.Schema;

/** What the database decides alone. That it decides rightly is compared by the kit, condition by condition. */
class PushdownTest {

    private static final Field<Customer, String> TIER = Field.attribute(Customer.class, "tier", FieldType.TEXT);
    private static final Moment NOON = new Moment(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    private static OwnStore store;

    @BeforeAll
    static void open() {
        store = new OwnStore(Database.H2);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    private enum Says {
        EXACTLY,
        ROUGHLY,
        NOTHING
    }

    private static <T extends Entity<I>, I extends Id> Says said(Class<T> type, Condition<T> condition, Moment moment) {
        Schema schema = Crm.schema(TenantSettings.of(ZoneOffset.UTC, Money.currencyOf("INR")), TIER);
        return store.of(schema).inTransaction(TenantId.DEFAULT, repositories -> {
            JpaTransaction transaction = (JpaTransaction) repositories;
            Pushdown.Pushed pushed = new Pushdown<>(transaction, transaction.planFor(type), moment).of(condition);
            return pushed.exact() ? Says.EXACTLY : pushed.clause() == null ? Says.NOTHING : Says.ROUGHLY;
        });
    }

    private static void customers(Says says, Condition<Customer> condition) {
        assertThat(said(Customer.class, condition, NOON))
                .as(condition.describe())
                .isEqualTo(says);
    }

    private static void deals(Says says, Condition<Opportunity> condition) {
        assertThat(said(Opportunity.class, condition, NOON))
                .as(condition.describe())
                .isEqualTo(says);
    }

    @Test
    void testsOfFieldsAreDecidedExactly() {
        customers(Says.EXACTLY, where(CustomerFields.INDUSTRY, Tests.is("steel")));
        customers(Says.EXACTLY, where(CustomerFields.INDUSTRY, Tests.present()));
        customers(Says.EXACTLY, where(CustomerFields.NAME, Tests.contains("राम")));
        customers(Says.EXACTLY, where(CustomerFields.EMPLOYEES, Tests.between(10, 500)));
        customers(Says.EXACTLY, where(CustomerFields.REVENUE, Tests.atLeast(Money.of("10.00", "INR"))));
        customers(Says.EXACTLY, where(CustomerFields.COUNTRY, Tests.is("IN")));
        customers(Says.EXACTLY, where(TIER, Tests.in("gold", "silver")));
        customers(Says.EXACTLY, where(CustomerFields.ARCHIVED, Tests.is(false)));
    }

    @Test
    void agesAndPeriodsAreDecidedExactlyWhereTheCalendarAllowsIt() {
        customers(Says.EXACTLY, where(CustomerFields.REGISTERED_AT, Tests.ageAtMost(Duration.ofDays(30))));
        customers(Says.ROUGHLY, where(CustomerFields.REGISTERED_AT, Tests.ageAtMost(Period.ofMonths(1))));
        customers(Says.EXACTLY, where(CustomerFields.BIRTH_DATE, Tests.ageAtLeast(Period.ofYears(18))));
        customers(Says.EXACTLY, where(CustomerFields.BIRTH_DATE, Tests.inThis(CalendarUnit.MONTH)));
        customers(Says.EXACTLY, where(CustomerFields.REGISTERED_AT, Tests.inLast(CalendarUnit.WEEK)));
        customers(Says.ROUGHLY, where(CustomerFields.BIRTH_DATE, Tests.<LocalDate>anniversaryWithin(7)));

        ZoneId changing = ZoneId.of("Europe/Berlin");
        Moment change = new Moment(Instant.parse("2026-03-29T12:00:00Z"), changing);
        assertThat(said(Customer.class, where(CustomerFields.REGISTERED_AT, Tests.inThis(CalendarUnit.DAY)), change))
                .as("a day on which clocks change")
                .isEqualTo(Says.ROUGHLY);
    }

    @Test
    void caseIsIgnoredByTheLibraryOnly() {
        customers(
                Says.ROUGHLY,
                where(CustomerFields.NAME, Tests.ignoringCase(ValueTest.TextMatch.Kind.CONTAINS, "asha")));
    }

    @Test
    void allAnyAndNotAreDecidedAsFarAsTheirParts() {
        Condition<Customer> exact = where(CustomerFields.INDUSTRY, Tests.is("steel"));
        Condition<Customer> rough = where(CustomerFields.BIRTH_DATE, Tests.<LocalDate>anniversaryWithin(7));
        Condition<Customer> part = count(CustomerFields.CONTACT_POINTS, Window.ever(), Tests.atLeast(1));

        customers(Says.EXACTLY, not(exact));
        customers(Says.NOTHING, not(rough));
        customers(Says.ROUGHLY, all(exact, part));
        customers(Says.NOTHING, any(exact, part));
        customers(Says.ROUGHLY, any(exact, rough));
        customers(Says.EXACTLY, all());
        customers(Says.EXACTLY, any());
    }

    @Test
    void pathsAreFollowedInTheDatabase() {
        deals(Says.EXACTLY, where(OpportunityFields.CUSTOMER.to(CustomerFields.INDUSTRY), Tests.is("steel")));
        deals(Says.EXACTLY, not(where(OpportunityFields.CUSTOMER.to(CustomerFields.COUNTRY), Tests.is("IN"))));
    }

    @Test
    void relatedFactsAreCountedInTheDatabase() {
        Condition<Customer> mails = count(
                InteractionFields.INTERACTIONS,
                where(InteractionFields.CHANNEL, Tests.is(Channel.EMAIL)),
                Window.last(Duration.ofDays(30)),
                Tests.atLeast(3));
        customers(Says.EXACTLY, mails);
        customers(Says.EXACTLY, not(mails));
        customers(Says.EXACTLY, count(OpportunityFields.OPPORTUNITIES, Window.ever(), Tests.atMost(0)));
        customers(Says.EXACTLY, inSegment(new SegmentId("s-1")));
    }
}
