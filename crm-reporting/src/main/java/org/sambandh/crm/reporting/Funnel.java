package org.sambandh.crm.reporting;

import org.sambandh.crm.common.PipelineId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.pipeline.Opportunity;

/**
 * How deals go through a pipeline: for each stage how many got that far, how many of those that reached the stage before
 * did, and how long they stayed. Read from the histories, so deals that moved on or were closed are counted where they
 * have been. A deal reached a stage when it was in it or in a later one, so that a stage that was skipped breaks no
 * funnel; it reached the stage of won deals when it is won. Void deals are in no figure.
 *
 * @param name what hosts call it: letters, digits, dots, - and _
 * @param title what it is called
 * @param pipeline the pipeline
 * @param filter what must hold of its deals, besides being in the pipeline and not void
 */
public record Funnel(String name, Label title, PipelineId pipeline, Condition<Opportunity> filter)
        implements Tabulation {

    /**
     * Checks the name.
     *
     * @param name what hosts call it: letters, digits, dots, - and _
     * @param title what it is called
     * @param pipeline the pipeline
     * @param filter what must hold of its deals, besides being in the pipeline and not void
     * @throws org.sambandh.crm.common.Invalid if the name is none
     */
    public Funnel {
        name = Names.checked("funnel.name", name);
    }
}
