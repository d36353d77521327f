package org.sambandh.examples.quickstart;

import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.pipeline.OpportunityFields.OPEN;
import static org.sambandh.crm.pipeline.OpportunityFields.OUTCOME;
import static org.sambandh.crm.pipeline.OutcomeKind.WON;

import java.io.PrintStream;
import java.util.Locale;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.prediction.PredictionPlan;

/** A model of won deals, word for word as in the README; a test compares the two. */
public final class Learning {

    private Learning() {}

    /**
     * Learns from closed deals and predicts one.
     *
     * @param crm the session
     * @param win the id of the model
     * @param deal what to predict
     * @param out where the reasons are printed
     */
    static void run(CrmSession crm, ModelId win, EntityRef deal, PrintStream out) {
        // README: begin
        var plan = PredictionPlan.of(Opportunity.class, where(OPEN, is(false)), where(OUTCOME, is(WON)), "amountValue");
        crm.predictions().train(win, "Win", plan);
        out.println(crm.predictions().predict(win, deal, Locale.ENGLISH).text());
        // README: end
    }
}
