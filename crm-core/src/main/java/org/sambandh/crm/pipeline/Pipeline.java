package org.sambandh.crm.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.PipelineId;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.Text;

/** The stages through which a tenant sells, in order. Immutable; equal by id. */
public final class Pipeline implements Entity<PipelineId> {

    /** The pipeline of deals that name none. */
    public static final PipelineId DEFAULT = new PipelineId("default");

    private static final int MAX_STAGES = 50;

    private final PipelineId id;
    private final Revision revision;
    private final String name;
    private final List<Stage> stages;
    private final List<ExternalRef> externalRefs;

    private Pipeline(Builder b) {
        id = b.id;
        revision = b.revision;
        name = Text.required("pipeline.name", b.name, 100);
        stages = List.copyOf(b.stages);
        externalRefs = List.copyOf(b.externalRefs);
        Map<String, Stage> codes = new LinkedHashMap<>();
        for (Stage stage : stages) {
            if (codes.put(stage.code(), stage) != null) {
                throw new Invalid("pipeline.stages", "two stages have the code '" + stage.code() + "'");
            }
        }
        for (Stage stage : stages) {
            for (String next : stage.next()) {
                if (!codes.containsKey(next)) {
                    throw new Invalid(
                            "pipeline.stages." + stage.code(), "next stage '" + next + "' is not in the pipeline");
                }
            }
        }
        if (stages.size() > MAX_STAGES || stages.stream().noneMatch(Stage::isOpen)) {
            throw new Invalid("pipeline.stages", "1 to " + MAX_STAGES + " stages, at least one of them open");
        }
    }

    /**
     * Returns the pipeline of a tenant that has declared none: prospecting 0.10, qualify 0.25, engaging 0.50, proposal
     * 0.60, negotiation 0.80, won and lost; every move allowed, no entry conditions.
     *
     * @return the pipeline, under the id {@link #DEFAULT}
     */
    public static Pipeline standard() {
        return builder(DEFAULT)
                .name("Sales")
                .stages(List.of(
                        Stage.open("prospecting", "Prospecting", "0.10", ForecastCategory.PIPELINE),
                        Stage.open("qualify", "Qualify", "0.25", ForecastCategory.PIPELINE),
                        Stage.open("engaging", "Engaging", "0.50", ForecastCategory.BEST_CASE),
                        Stage.open("proposal", "Proposal", "0.60", ForecastCategory.MOST_LIKELY),
                        Stage.open("negotiation", "Negotiation", "0.80", ForecastCategory.COMMIT),
                        Stage.won("won", "Won"),
                        Stage.lost("lost", "Lost")))
                .build();
    }

    @Override
    public PipelineId id() {
        return id;
    }

    @Override
    public Revision revision() {
        return revision;
    }

    /** {@return its name for people} */
    public String name() {
        return name;
    }

    /** {@return its stages in order, those of closed deals included} */
    public List<Stage> stages() {
        return stages;
    }

    @Override
    public List<ExternalRef> externalRefs() {
        return externalRefs;
    }

    /**
     * Returns one stage.
     *
     * @param code its code
     * @return the stage
     * @throws RuleViolation {@code unknown-stage} if the pipeline has none of that code
     */
    public Stage stage(String code) {
        return find(code)
                .orElseThrow(() -> new RuleViolation(
                        "unknown-stage",
                        new EntityRef("pipeline", id.value()),
                        "There is no stage '" + (code.length() <= 60 ? code : code.substring(0, 60) + "…")
                                + "' in this pipeline; it has "
                                + stages.stream().map(Stage::code).toList()));
    }

    /**
     * Returns one stage, if there is one.
     *
     * @param code its code
     * @return the stage, or nothing
     */
    public Optional<Stage> find(String code) {
        return stages.stream().filter(s -> s.code().equals(code)).findFirst();
    }

    /** {@return the stage a new deal starts in: the first open one} */
    public Stage first() {
        return stages.stream().filter(Stage::isOpen).findFirst().orElseThrow();
    }

    /**
     * Returns the stage that shows deals closed in a way.
     *
     * @param kind won or lost
     * @return the stage, or nothing: then a closed deal stays in the stage where it was closed
     */
    public Optional<Stage> closing(OutcomeKind kind) {
        return stages.stream().filter(s -> s.closesAs() == kind).findFirst();
    }

    /**
     * Returns this pipeline with another stage in place of the one of the same code.
     *
     * @param stage the stage as it is to be
     * @return the changed pipeline
     * @throws RuleViolation {@code unknown-stage} if there is none of that code
     */
    public Pipeline with(Stage stage) {
        stage(stage.code());
        return toBuilder()
                .stages(stages.stream()
                        .map(s -> s.code().equals(stage.code()) ? stage : s)
                        .toList())
                .build();
    }

    /**
     * Returns a builder for adapters and for a new pipeline.
     *
     * @param id its id, a code the tenant chooses
     * @return the builder, without stages
     */
    public static Builder builder(PipelineId id) {
        return new Builder(id);
    }

    /** {@return a builder that holds this pipeline} */
    public Builder toBuilder() {
        return new Builder(id).revision(revision).name(name).stages(stages).externalRefs(externalRefs);
    }

    boolean sameAs(Pipeline other) {
        return name.equals(other.name) && stages.equals(other.stages) && externalRefs.equals(other.externalRefs);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Pipeline that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "pipeline " + id + " " + revision;
    }

    /** Builds a pipeline. Not safe for concurrent use. */
    public static final class Builder {

        private final PipelineId id;
        private Revision revision = Revision.NEW;
        private String name;
        private List<Stage> stages = List.of();
        private List<ExternalRef> externalRefs = List.of();

        private Builder(PipelineId id) {
            this.id = id;
            this.name = id.value();
        }

        /**
         * Sets the revision.
         *
         * @param value which stored state it is
         * @return this
         */
        public Builder revision(Revision value) {
            this.revision = value;
            return this;
        }

        /**
         * Sets the name for people.
         *
         * @param value at most 100 characters
         * @return this
         */
        public Builder name(String value) {
            this.name = value;
            return this;
        }

        /**
         * Sets all stages.
         *
         * @param value the stages in order
         * @return this
         */
        public Builder stages(List<Stage> value) {
            this.stages = List.copyOf(value);
            return this;
        }

        /**
         * Sets how other systems name it.
         *
         * @param value the references
         * @return this
         */
        public Builder externalRefs(List<ExternalRef> value) {
            this.externalRefs = List.copyOf(value);
            return this;
        }

        /**
         * Checks and builds.
         *
         * @return the pipeline
         * @throws Invalid if two stages share a code, none is open, or a next stage is unknown
         */
        public Pipeline build() {
            return new Pipeline(this);
        }
    }
}
