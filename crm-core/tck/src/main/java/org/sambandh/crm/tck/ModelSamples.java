package org.sambandh.crm.tck;

import java.math.BigDecimal;
import java.util.List;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.pipeline.OpportunityFields;
import org.sambandh.crm.pipeline.OutcomeKind;
import org.sambandh.crm.prediction.BayesBinding;
import org.sambandh.crm.prediction.BayesField;
import org.sambandh.crm.prediction.BayesPlan;
import org.sambandh.crm.prediction.BayesRow;
import org.sambandh.crm.prediction.BayesTable;
import org.sambandh.crm.prediction.Decile;
import org.sambandh.crm.prediction.Encoding;
import org.sambandh.crm.prediction.Factor;
import org.sambandh.crm.prediction.Learned;
import org.sambandh.crm.prediction.LeftOut;
import org.sambandh.crm.prediction.LogisticModel;
import org.sambandh.crm.prediction.PredictionPlan;
import org.sambandh.crm.prediction.PredictiveModel;
import org.sambandh.crm.prediction.Slope;
import org.sambandh.crm.prediction.TrainingReport;
import org.sambandh.crm.prediction.TrainingSettings;

/** Samples of what is learned. */
final class ModelSamples {

    private ModelSamples() {}

    static PredictiveModel predictiveModel(String id, int n) {
        return PredictiveModel.builder(new ModelId(id))
                .externalRefs(Varied.refs("predictive", id, n))
                .name(Varied.text(n, 1))
                .version(1 + n % 3)
                .learned(n % 2 == 1 ? regression(n) : counts(n))
                .archived(Varied.one(n, 2, true, false))
                .build();
    }

    private static Learned regression(int n) {
        PredictionPlan plan = PredictionPlan.of(
                Customer.class,
                Conditions.where(CustomerFields.REGISTERED_AT, Tests.present()),
                Conditions.where(CustomerFields.INDUSTRY, Tests.is(Varied.text(n, 3))),
                "country",
                "employees");
        Encoding country =
                new Encoding("country", FieldType.Kind.TEXT, false, List.of(), List.of("IN", Varied.text(n, 4)));
        Encoding employees = new Encoding(
                "employees", FieldType.Kind.NUMBER, false, List.of(number("10"), number("250.5")), List.of());
        List<Factor> factors = List.of(
                new Factor(
                        List.of(country),
                        List.of(number("0.123456789"), number("-1"), number("0"), number("3")),
                        number("0.5"),
                        null),
                new Factor(
                        List.of(employees),
                        List.of(number("1"), number("2"), number("-2.5"), number("0")),
                        number("0"),
                        new Slope(number("12"), number("3.5"), number("0.25"))));
        TrainingReport report = new TrainingReport(
                TrainingSettings.Split.BY_ID,
                400,
                90,
                100,
                20 + n % 5,
                number("0.75"),
                number("0.4"),
                number("0.1"),
                number("0.02"),
                number("0.03"),
                List.of(new Decile(1, 10, 7, number("0.7"), number("0.7"), number("3.5"), number("0.35"))),
                number("0.3"),
                List.of(new LeftOut("vip", LeftOut.Why.THE_SAME_EVERYWHERE)));
        LogisticModel model = new LogisticModel("customer", number("-1.25"), factors, Varied.instant(n, 5), report);
        return new Learned.Regression(
                n % 4 == 1 ? plan : plan.agesAsOf("registeredAt").with(TrainingSettings.USUAL.withoutRanges()), model);
    }

    private static Learned counts(int n) {
        BayesPlan plan =
                BayesPlan.of(List.of("open", "won"), BayesField.value("customer.country"), BayesField.tags("products"));
        BayesBinding binding = BayesBinding.of(
                Opportunity.class,
                Conditions.where(OpportunityFields.OUTCOME, Tests.is(OutcomeKind.WON)),
                Conditions.where(OpportunityFields.OUTCOME, Tests.is(OutcomeKind.LOST)),
                Varied.maybe(n, 6, "ownerTeam"),
                "stage",
                plan);
        List<BayesRow> rows = List.of(
                new BayesRow(null, BayesPlan.STAGE, "open", number("3.1"), number("2.1")),
                new BayesRow(Varied.text(n, 7), "customer.country", "IN", number("1.1"), BayesRow.LEAST));
        return new Learned.Counts(binding, new BayesTable(plan, rows));
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
