package org.sambandh.crm.survey;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.interaction.Channel;

/**
 * What somebody answered: {@code NewResponse.given().score("recommend", 9).write("why", "Fast")}. Immutable; every method returns a changed
 * copy. Whether the answers fit the questions is checked when it is taken in.
 */
public final class NewResponse {

    private final List<Answer> answers;
    private final @Nullable Instant at;
    private final Channel channel;
    private final @Nullable ExternalRef ref;

    private NewResponse(List<Answer> answers, @Nullable Instant at, Channel channel, @Nullable ExternalRef ref) {
        this.answers = List.copyOf(answers);
        this.at = at;
        this.channel = channel;
        this.ref = ref;
    }

    /** {@return a response to fill: given now, on the web} */
    public static NewResponse given() {
        return new NewResponse(List.of(), null, Channel.WEB, null);
    }

    /**
     * Sets when it was given.
     *
     * @param instant when
     * @return a changed copy
     */
    public NewResponse at(Instant instant) {
        return new NewResponse(answers, instant, channel, ref);
    }

    /**
     * Sets by which way it was given.
     *
     * @param way the channel
     * @return a changed copy
     */
    public NewResponse channel(Channel way) {
        return new NewResponse(answers, at, way, ref);
    }

    /**
     * Sets how another system names it, so that it is known when it arrives again.
     *
     * @param name system, type and value
     * @return a changed copy
     */
    public NewResponse externalRef(ExternalRef name) {
        return new NewResponse(answers, at, channel, name);
    }

    /**
     * Adds a number, also one on a scale.
     *
     * @param question the code of the question
     * @param value the number
     * @return a changed copy
     */
    public NewResponse score(String question, long value) {
        return number(question, BigDecimal.valueOf(value));
    }

    /**
     * Adds a number.
     *
     * @param question the code of the question
     * @param value the number
     * @return a changed copy
     */
    public NewResponse number(String question, BigDecimal value) {
        return with(new Answer.Score(question, value));
    }

    /**
     * Adds what was chosen.
     *
     * @param question the code of the question
     * @param choices one, or several
     * @return a changed copy
     */
    public NewResponse choose(String question, String... choices) {
        return with(new Answer.Chosen(question, List.of(choices)));
    }

    /**
     * Adds what was written.
     *
     * @param question the code of the question
     * @param words at most 10,000 characters
     * @return a changed copy
     */
    public NewResponse write(String question, String words) {
        return with(new Answer.Words(question, words));
    }

    /**
     * Adds a day.
     *
     * @param question the code of the question
     * @param day the day
     * @return a changed copy
     */
    public NewResponse day(String question, LocalDate day) {
        return with(new Answer.Day(question, day));
    }

    /**
     * Adds an answer.
     *
     * @param answer the answer
     * @return a changed copy
     * @throws Invalid if it has 200 already, the most that a questionnaire asks
     */
    public NewResponse with(Answer answer) {
        if (answers.size() == Questionnaire.MAX_QUESTIONS) {
            throw new Invalid("answers", "at most " + Questionnaire.MAX_QUESTIONS);
        }
        List<Answer> more = new ArrayList<>(answers);
        more.add(answer);
        return new NewResponse(more, at, channel, ref);
    }

    List<Answer> answers() {
        return answers;
    }

    Optional<Instant> moment() {
        return Optional.ofNullable(at);
    }

    Channel way() {
        return channel;
    }

    Optional<ExternalRef> ref() {
        return Optional.ofNullable(ref);
    }

    /** {@return nothing of the content: it is personal} */
    @Override
    public String toString() {
        return "NewResponse";
    }
}
