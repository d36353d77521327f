package org.sambandh.crm.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sambandh.crm.condition.Conditions.always;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Tests.present;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.Crm;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.inmemory.InMemoryCrmStore;
import org.sambandh.crm.json.CrmJson;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.pipeline.OpportunityFields;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.store.Page;

/** Training, keeping and asking models through the service. */
class PredictionsTest {

    private static final ModelId ID = new ModelId("stays");
    private static final TenantSettings SETTINGS = TenantSettings.of(ZoneOffset.UTC, Money.currencyOf("INR"));
    private static final Field.One<Customer, String> TIER = Field.attribute(Customer.class, "tier", FieldType.TEXT);
    private static final Field.One<Customer, BigDecimal> VISITS =
            Field.attribute(Customer.class, "visits", FieldType.INTEGER);
    private static final Field.One<Customer, Boolean> STAYS =
            Field.attribute(Customer.class, "stays", FieldType.BOOLEAN);
    private static final PredictionPlan PLAN =
            PredictionPlan.of(Customer.class, where(STAYS, present()), where(STAYS, is(true)), "tier", "visits");

    private Instant now = Instant.parse("2026-03-01T00:00:00Z");
    private final InMemoryCrmStore store =
            InMemoryCrmStore.builder(Crm.schema(SETTINGS, TIER, VISITS, STAYS)).build();
    private final CrmSession crm = Crm.builder(store).clock(() -> now).build().as(Actor.user("meera"));

    /** Gold ones and frequent visitors stay, mostly. */
    private List<Customer> fill(int count) {
        List<Customer> all = new ArrayList<>();
        crm.inTransaction(s -> {
            for (int i = 0; i < count; i++) {
                boolean gold = i % 3 == 0;
                boolean stays = (gold ? 7 : 2) + i % 11 / 4 > i * 7 % 10;
                all.add(s.customers()
                        .register(NewCustomer.person("P" + i)
                                .set(TIER, gold ? "gold" : "tin")
                                .set(VISITS, BigDecimal.valueOf(i % 11))
                                .set(STAYS, stays)));
            }
            return s;
        });
        return all;
    }

    private PredictiveModel trained() {
        return ((Training.Trained<PredictiveModel>) crm.predictions().train(ID, "Stays", PLAN)).model();
    }

    @Test
    void aModelIsTrainedStoredAndSaysWhy() {
        List<Customer> all = fill(600);

        PredictiveModel model = trained();

        TrainingReport report = model.report().orElseThrow();
        assertThat(report.rows() + report.heldOut()).isEqualTo(600);
        assertThat(report.auc()).isGreaterThan(new BigDecimal("0.6"));
        assertThat(report.text()).contains("the fifth whose id, hashed, leaves no remainder by 5");
        Prediction gold = crm.predictions().predict(ID, EntityRef.of(all.get(0).id()), Locale.ENGLISH);
        Prediction tin = crm.predictions().predict(ID, EntityRef.of(all.get(1).id()), Locale.ENGLISH);
        assertThat(gold.probability()).isGreaterThan(tin.probability());
        assertThat(gold.text())
                .contains("tier is gold: ", " percentage points more; without it", "% for an average one");
        assertThat(tin.text()).contains("tier is tin: ", " percentage points less");
        assertThat(crm.predictions()
                        .predict(ID, EntityRef.of(all.get(0).id()), Locale.forLanguageTag("hi"))
                        .text())
                .contains("संभावना", "प्रतिशत अंक अधिक");
        assertThat(crm.predictions().models()).containsExactly(model);
    }

    @Test
    void contributionsAddUpExactlyToTheLogOdds() {
        List<Customer> all = fill(400);
        trained();

        for (Customer customer : all.subList(0, 50)) {
            Prediction prediction = crm.predictions().predict(ID, EntityRef.of(customer.id()), Locale.ENGLISH);

            assertThat(prediction.factors().stream()
                            .map(PredictionFactor::logOdds)
                            .reduce(prediction.average(), BigDecimal::add))
                    .isEqualByComparingTo(prediction.logOdds());
        }
    }

    @Test
    void aPageHoldsWhatEachSubjectIsToldAlone() {
        fill(300);
        trained();

        Page<PredictedSubject<Customer>> first = crm.predictions().predictAll(ID, Customer.class, 200, null);
        Page<PredictedSubject<Customer>> second = crm.predictions()
                .predictAll(ID, Customer.class, 200, first.next().orElseThrow());

        assertThat(first.items()).hasSize(200);
        assertThat(second.items()).hasSize(100);
        PredictedSubject<Customer> one = second.items().get(7);
        assertThat(crm.predictions().predict(ID, EntityRef.of(one.subject().id()), Locale.ENGLISH))
                .isEqualTo(one.prediction());
    }

    @Test
    void trainingAgainIsAnotherVersionAndTheSameDataGiveTheSameModel() {
        fill(400);
        PredictiveModel first = trained();

        PredictiveModel second =
                ((Training.Trained<PredictiveModel>) crm.predictions().retrain(ID)).model();

        assertThat(second.version()).isEqualTo(first.version() + 1);
        CrmJson json = CrmJson.with(crm.catalog());
        assertThat(json.write(second.learned())).isEqualTo(json.write(first.learned()));
        assertThat(json.read(Learned.class, json.write(second.learned()))).isEqualTo(second.learned());
    }

    @Test
    void tooLittleDataIsSaidAndNothingIsStored() {
        fill(60);

        Training<PredictiveModel> training = crm.predictions().train(ID, "Stays", PLAN);

        assertThat(training).isInstanceOfSatisfying(Training.NotEnoughData.class, none -> {
            assertThat(none.reason()).isEqualTo(Training.Reason.TOO_FEW_ROWS);
            assertThat(none.rows()).isEqualTo(60);
            assertThat(none.positives() + none.negatives()).isEqualTo(60);
            assertThat(none.minimumRows()).isEqualTo(200);
            assertThat(none.text())
                    .isEqualTo(
                            "Not enough data: too few rows, at least 200 are needed. Found 60 rows, " + none.positives()
                                    + " that reached the target and " + none.negatives() + " that missed it.");
        });
        assertThat(crm.predictions().models()).isEmpty();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> crm.predictions().model(ID));
    }

    @Test
    void aModelWhoseFieldVanishedStillLoadsAndIsToldOfAsBroken() {
        List<Customer> all = fill(300);
        PredictiveModel model = trained();
        String text = CrmJson.with(crm.catalog()).write(model);
        CrmSession without = Crm.inMemory(SETTINGS, () -> now, VISITS, STAYS).as(Actor.user("meera"));
        PredictiveModel loaded = CrmJson.with(without.catalog()).read(PredictiveModel.class, text);
        without.inUnit(unit -> unit.get(PredictiveModelRepository.class)
                .save(List.of(loaded.toBuilder()
                        .revision(org.sambandh.crm.common.Revision.NEW)
                        .build())));
        Customer asha = without.customers().register(NewCustomer.person("Asha"));

        assertThat(without.predictions().models()).hasSize(1);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> without.predictions().predict(ID, EntityRef.of(asha.id()), Locale.ENGLISH))
                .satisfies(e -> assertThat(e.rule()).isEqualTo("model-broken"))
                .withMessageContaining("knows no 'tier'");
        assertThat(all).hasSize(300);
    }

    @Test
    void aPlanThatDoesNotFitIsRefused() {
        fill(10);

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> crm.predictions()
                        .train(
                                ID,
                                "x",
                                PredictionPlan.of(Customer.class, always(), where(STAYS, is(true)), "tier", "gone")))
                .withMessageContaining("gone")
                .satisfies(e -> assertThat(e.path()).isEqualTo("prediction.fields[1]"));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> crm.predictions().train(ID, "x", PLAN.agesAsOf("gone")))
                .satisfies(e -> assertThat(e.path()).isEqualTo("predictionPlan.agesAsOf"));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> crm.predictions().train(ID, "x", PLAN.agesAsOf("tier")))
                .withMessageContaining("no date or instant");
    }

    @Test
    void aPathThatEndsNowhereTellsWhatIsKnownThere() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> crm.predictions()
                        .train(
                                ID,
                                "x",
                                PredictionPlan.of(
                                        Opportunity.class,
                                        always(),
                                        where(OpportunityFields.OUTCOME, present()),
                                        "customer.gone")))
                .withMessageContaining("no field 'gone' of customer; known are [id, ")
                .withMessageContaining("tier");
    }

    @Test
    void theKeyOfAnotherSystemFindsTheModelAgain() {
        fill(300);
        ExternalRef ref = new ExternalRef("erp", "model", "7");

        crm.predictions().upsert(ref, ID, "Stays", PLAN);
        crm.predictions().upsert(ref, new ModelId("another"), "Stays", PLAN);

        assertThat(crm.predictions().models()).singleElement().satisfies(model -> {
            assertThat(model.id()).isEqualTo(ID);
            assertThat(model.version()).isEqualTo(2);
        });
    }

    @Test
    void agesAreCountedAsOfTheMoment() {
        now = Instant.parse("2026-01-01T00:00:00Z");
        fill(150);
        now = now.plus(Duration.ofDays(100));
        fill(150);
        PredictionPlan plan = PredictionPlan.of(
                Customer.class, where(STAYS, present()), where(STAYS, is(true)), "registeredAt", "tier");

        crm.predictions().train(ID, "Stays", plan);

        Customer asha = crm.customers().register(NewCustomer.person("Asha").set(TIER, "gold"));
        String young = crm.predictions()
                .predict(ID, EntityRef.of(asha.id()), Locale.ENGLISH)
                .text();
        now = now.plus(Duration.ofDays(200));
        String old = crm.predictions()
                .predict(ID, EntityRef.of(asha.id()), Locale.ENGLISH)
                .text();
        assertThat(young).contains("lies less than 100 days back");
        assertThat(old).contains("lies 100 days back or more");
        assertThat(CustomerFields.REGISTERED_AT.get(asha)).isNotNull();
    }

    @Test
    void anArchivedModelStaysAndTrainingUsesItAgain() {
        fill(300);
        trained();

        assertThat(crm.predictions().archive(ID).archived()).isTrue();
        assertThat(trained().archived()).isFalse();
    }
}
