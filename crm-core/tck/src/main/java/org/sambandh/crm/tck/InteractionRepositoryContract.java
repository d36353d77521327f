package org.sambandh.crm.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.InteractionId;
import org.sambandh.crm.interaction.Body;
import org.sambandh.crm.interaction.Interaction;

/** The contract of {@link org.sambandh.crm.interaction.InteractionRepository}. */
public abstract class InteractionRepositoryContract extends RepositoryContract<Interaction, InteractionId> {

    /** Begins the contract. */
    protected InteractionRepositoryContract() {
        super(Interaction.class);
    }

    @Override
    protected Interaction changed(Interaction entity) {
        return entity.toBuilder().subjectLine("changed").build();
    }

    @Override
    protected Interaction claiming(Interaction entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }

    @Test
    void bodiesOfAHundredThousandCharactersComeBackByteForByte() {
        int number = 0;
        for (String text : List.of(
                "0123456789".repeat(10_000),
                "e\u0301राम 😀\r\n".repeat(9_000),
                "with U+0000 \u0000, halves \uD83D of \uDE00 pairs, and a mark \uFEFF at the end \u0000")) {
            Interaction given = bench().sample("i-" + number++, 0).toBuilder()
                    .body(new Body.Text(text))
                    .build();
            Interaction saved = bench().save(given);
            assertThat(bench().load(saved).body()).hasValue(new Body.Text(text));
        }
    }

    @Test
    void anInteractionOfTheFirstYearAndOneOfTheLastComeBack() {
        for (String at : List.of("0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z")) {
            Interaction given = bench().sample("i-" + at.substring(0, 4), 0).toBuilder()
                    .occurredAt(Instant.parse(at))
                    .recordedAt(Instant.parse(at))
                    .build();
            Interaction saved = bench().save(given);
            assertThat(bench().load(saved).occurredAt()).hasValue(Instant.parse(at));
            assertThat(bench().load(saved).recordedAt()).isEqualTo(Instant.parse(at));
        }
    }
}
