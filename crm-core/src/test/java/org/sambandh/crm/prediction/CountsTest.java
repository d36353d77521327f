package org.sambandh.crm.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.Crm;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerRepository;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.inmemory.InMemoryCrmStore;
import org.sambandh.crm.pipeline.NewOpportunity;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.pipeline.OpportunityFields;
import org.sambandh.crm.pipeline.OutcomeKind;
import org.sambandh.crm.settings.TenantSettings;

/** Naive Bayes over fields of the catalogue, kept up to date as subjects change. */
class CountsTest {

    private static final ModelId ID = new ModelId("chances");
    private static final TenantSettings SETTINGS = TenantSettings.of(ZoneOffset.UTC, Money.currencyOf("INR"));
    private static final Field.One<Customer, String> END = Field.attribute(Customer.class, "end", FieldType.TEXT);
    private static final Field.One<Customer, String> STEP = Field.attribute(Customer.class, "step", FieldType.TEXT);
    private static final Field.One<Customer, String> TEAM = Field.attribute(Customer.class, "squad", FieldType.TEXT);
    private static final Field.One<Customer, String> SOURCE = Field.attribute(Customer.class, "cameBy", FieldType.TEXT);
    private static final Field.One<Customer, Boolean> MAIL =
            Field.attribute(Customer.class, "mailCorrect", FieldType.BOOLEAN);
    private static final Field.Many<Customer, String> TAGS = Field.attributes(Customer.class, "marks", FieldType.TEXT);
    private static final BayesPlan PLAN = BayesPlan.of(
                    List.of("s1", "s2", "won"),
                    BayesField.value("cameBy"),
                    BayesField.contact("mailCorrect"),
                    BayesField.tags("marks"))
            .withMinimumTagObservations(1);
    private static final BayesBinding BINDING =
            BayesBinding.of(Customer.class, where(END, is("won")), where(END, is("lost")), "squad", "step", PLAN);

    private final CrmSession crm = Crm.builder(
                    InMemoryCrmStore.builder(Crm.schema(SETTINGS, END, STEP, TEAM, SOURCE, MAIL, TAGS))
                            .build())
            .clock(() -> Instant.parse("2026-03-01T00:00:00Z"))
            .reaction(PredictionReaction.on("customer"))
            .build()
            .as(Actor.user("meera"));

    private Customer deal(String name, @Nullable String team, @Nullable String source, @Nullable Boolean mail) {
        return crm.customers()
                .register(NewCustomer.person(name)
                        .set(STEP, "s1")
                        .set(TEAM, team)
                        .set(SOURCE, source)
                        .set(MAIL, mail));
    }

    private Customer change(Customer before, Field.One<Customer, String> field, @Nullable String value) {
        return crm.inUnit(unit -> unit.get(CustomerRepository.class)
                .save(List.of(field.set(before, value)))
                .get(0));
    }

    private BayesTable table() {
        return ((Learned.Counts) crm.predictions().model(ID).learned()).table();
    }

    @Test
    void closingAndReopeningKeepTheTableWhatCountingAnewGives() {
        crm.predictions().count(ID, "Chances", BINDING);
        Random random = new Random(7);
        List<Customer> deals = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            deals.add(deal(
                    "P" + i,
                    i % 3 == 0 ? null : "t" + i % 2,
                    i % 4 == 0 ? null : "web" + i % 3,
                    i % 5 == 0 ? null : i % 2 == 0));
        }
        for (int i = 0; i < 200; i++) {
            int at = random.nextInt(deals.size());
            Customer deal = deals.get(at);
            String end = new String[] {"won", "lost", null}[random.nextInt(3)];
            deal = change(deal, END, end);
            deals.set(at, change(deal, STEP, "s" + (1 + random.nextInt(2))));
        }

        BayesTable kept = table();

        BayesTable anew = ((Learned.Counts) crm.predictions()
                        .count(new ModelId("anew"), "Anew", BINDING)
                        .learned())
                .table();
        // Rows that were emptied again stay, with the tenth that a new row begins with.
        for (BayesRow row : anew.rows()) {
            assertThat(kept.rows()).contains(row);
        }
        for (BayesRow row : kept.rows()) {
            if (!anew.rows().contains(row)) {
                assertThat(row.won()).isEqualByComparingTo(BayesRow.LEAST);
                assertThat(row.lost()).isEqualByComparingTo(BayesRow.LEAST);
            }
        }
        assertThat(anew.rows()).isNotEmpty();
    }

    @Test
    void aChangeThatFailsCountsNothing() {
        crm.predictions().count(ID, "Chances", BINDING);
        Customer deal = deal("Asha", null, "web", true);
        BayesTable before = table();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> crm.inTransaction(s -> {
                    s.inUnit(unit -> unit.get(CustomerRepository.class).save(List.of(END.set(deal, "won"))));
                    throw new IllegalStateException("host");
                }));

        assertThat(table()).isEqualTo(before);
    }

    @Test
    void whatChangesNothingInTheTableIsNotWritten() {
        crm.predictions().count(ID, "Chances", BINDING);
        PredictiveModel before = crm.predictions().model(ID);

        change(deal("Asha", null, "web", true), SOURCE, "fair");

        assertThat(crm.predictions().model(ID).revision()).isEqualTo(before.revision());
    }

    @Test
    void anOpenDealIsScoredWithReasonsAndATypedProbabilityStaysInForce() {
        crm.predictions().count(ID, "Chances", BINDING);
        for (int i = 0; i < 20; i++) {
            change(deal("W" + i, "t1", i < 15 ? "fair" : "web", true), END, "won");
            change(deal("L" + i, "t1", i < 3 ? "fair" : "web", null), END, "lost");
        }
        Customer open = deal("Asha", "t1", "fair", true);

        BayesScore score = crm.predictions().winChance(ID, EntityRef.of(open.id()));

        assertThat(score).isInstanceOfSatisfying(BayesScore.Scored.class, scored -> {
            assertThat(scored.percent()).isGreaterThan(new BigDecimal("80"));
            assertThat(scored.helps()).extracting(BayesFactor::field).contains("cameBy", "mailCorrect");
        });
        WinProbability probability = new WinProbability(new BigDecimal("35"), null).scored(score);
        assertThat(probability.inForce()).contains(new BigDecimal("35"));
        assertThat(probability.automatic()).isEqualByComparingTo(((BayesScore.Scored) score).percent());
    }

    @Test
    void aTeamWithoutAPastIsMeasuredByAllTeams() {
        crm.predictions().count(ID, "Chances", BINDING);
        change(deal("W", "t1", "fair", true), END, "won");
        change(deal("L", "t2", "web", true), END, "lost");

        BayesScore pooled = crm.predictions()
                .winChance(ID, EntityRef.of(deal("Asha", "t9", "fair", true).id()));
        BayesScore none = crm.predictions()
                .winChance(ID, EntityRef.of(deal("Bram", null, "fair", true).id()));

        assertThat(pooled).isInstanceOf(BayesScore.Scored.class).isEqualTo(none);
    }

    @Test
    void theDealsOfADeletedTeamGoToThoseWithoutTeam() {
        crm.predictions().count(ID, "Chances", BINDING);
        change(deal("W", "t1", "fair", true), END, "won");

        crm.predictions().teamDeleted("t1");

        assertThat(table().rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.team()).isNull());
    }

    @Test
    void closingAndReopeningADealIsCountedInItsOwnUnit() {
        BayesPlan plan = BayesPlan.of(List.of("prospecting", "qualify", "won"), BayesField.value("customer.cameBy"));
        crm.predictions()
                .count(
                        ID,
                        "Deals",
                        BayesBinding.of(
                                Opportunity.class,
                                where(OpportunityFields.OUTCOME, is(OutcomeKind.WON)),
                                where(OpportunityFields.OUTCOME, is(OutcomeKind.LOST)),
                                "ownerTeam",
                                "stage",
                                plan));
        Customer asha = deal("Asha", null, "fair", true);
        Opportunity first =
                crm.opportunities().open(NewOpportunity.named("Mill").customer(asha.id()));
        Opportunity second =
                crm.opportunities().open(NewOpportunity.named("Press").customer(asha.id()));

        crm.opportunities().win(first.id());
        crm.opportunities().lose(second.id(), "price");

        assertThat(table().row(null, "customer.cameBy", "fair"))
                .contains(new BayesRow(null, "customer.cameBy", "fair", new BigDecimal("1.1"), new BigDecimal("1.1")));
        assertThat(table().row(null, BayesPlan.STAGE, "won"))
                .contains(new BayesRow(null, BayesPlan.STAGE, "won", new BigDecimal("1.1"), BayesRow.LEAST));

        crm.opportunities().reopen(second.id(), "qualify", "they called");

        assertThat(table().row(null, "customer.cameBy", "fair"))
                .contains(new BayesRow(null, "customer.cameBy", "fair", new BigDecimal("1.1"), BayesRow.LEAST));
        assertThat(crm.predictions()
                        .winChance(ID, new EntityRef("opportunity", second.id().value())))
                .isInstanceOf(BayesScore.Scored.class);
    }

    @Test
    void eachKindOfModelIsAskedInItsOwnWay() {
        crm.predictions().count(ID, "Chances", BINDING);
        Customer open = deal("Asha", null, "fair", true);

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> crm.predictions().predict(ID, EntityRef.of(open.id()), Locale.ENGLISH))
                .withMessageContaining("win chance");
        assertThat(crm.predictions().winChance(ID, EntityRef.of(open.id())))
                .isInstanceOf(BayesScore.NotEnoughData.class);
    }
}
