package org.sambandh.crm.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.PipelineId;
import org.sambandh.crm.common.RuleViolation;

class PipelineTest {

    private static Pipeline of(Stage... stages) {
        return Pipeline.builder(new PipelineId("p")).stages(List.of(stages)).build();
    }

    private static Stage open(String code) {
        return Stage.open(code, code, "0.5", ForecastCategory.PIPELINE);
    }

    @Test
    void theStandardPipelineGoesFromProspectingToWonAndLost() {
        Pipeline standard = Pipeline.standard();
        assertThat(standard.id()).isEqualTo(Pipeline.DEFAULT);
        assertThat(standard.first().code()).isEqualTo("prospecting");
        assertThat(standard.stage("prospecting").probability()).isEqualByComparingTo("0.10");
        assertThat(standard.stage("engaging").probability()).isEqualByComparingTo("0.50");
        assertThat(standard.closing(OutcomeKind.WON).orElseThrow().category()).isEqualTo(ForecastCategory.CLOSED);
        assertThat(standard.closing(OutcomeKind.LOST).orElseThrow().category()).isEqualTo(ForecastCategory.OMITTED);
        assertThat(standard.closing(OutcomeKind.VOID)).isEmpty();
    }

    @Test
    void anUnknownStageIsAViolationThatListsTheKnownOnes() {
        assertThatThrownBy(() -> Pipeline.standard().stage("nirvana"))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("nirvana")
                .hasMessageContaining("negotiation")
                .hasMessageContaining("unknown-stage");
    }

    @Test
    void aPipelineWithoutAnOpenStageWithTwinsOrWithAnUnknownNextStageIsRefused() {
        assertThatThrownBy(() -> of()).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> of(Stage.won("won", "Won"))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> of(open("a"), open("a"))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> of(open("a").thenOnly("b")))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("'b'");
    }

    @Test
    void theProbabilityOfAStageIsAShareAndFitsItsOutcome() {
        assertThatThrownBy(() -> Stage.open("a", "A", "1.01", ForecastCategory.PIPELINE))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Stage.won("won", "Won").withProbability(new BigDecimal("0.9")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new Stage(
                        "v", "V", BigDecimal.ZERO, ForecastCategory.OMITTED, List.of(), null, OutcomeKind.VOID))
                .isInstanceOf(Invalid.class);
        assertThat(open("a").withProbability(new BigDecimal("0.5000")).probability())
                .isEqualTo(new BigDecimal("0.5"));
    }

    @Test
    void aStageIsReplacedByTheOneOfTheSameCode() {
        Pipeline changed = of(open("a"), open("b")).with(open("b").withProbability(BigDecimal.ONE));
        assertThat(changed.stages()).extracting(Stage::code).containsExactly("a", "b");
        assertThat(changed.stage("b").probability()).isEqualByComparingTo("1");
        assertThatThrownBy(() -> changed.with(open("c"))).isInstanceOf(RuleViolation.class);
    }
}
