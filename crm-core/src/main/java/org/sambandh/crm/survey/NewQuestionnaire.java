package org.sambandh.crm.survey;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Brand;
import org.sambandh.crm.common.Text;

/**
 * A questionnaire to be used.
 *
 * @param code its short name; at most 60 characters
 * @param name what it is called; at most 200 characters
 * @param brand under which name of ours is asked, or null
 * @param questions what is asked, in order; 1 to 200, each code once
 */
public record NewQuestionnaire(
        String code, String name, @Nullable Brand brand, List<Question> questions) {

    /**
     * Checks and copies what it is given.
     *
     * @param code its short name; at most 60 characters
     * @param name what it is called; at most 200 characters
     * @param brand under which name of ours is asked, or null
     * @param questions what is asked, in order; 1 to 200, each code once
     */
    public NewQuestionnaire {
        code = Text.required("questionnaire.code", code, 60);
        name = Text.required("questionnaire.name", name, 200);
        questions = List.copyOf(questions);
    }

    /**
     * Returns a questionnaire of no brand.
     *
     * @param code its short name
     * @param name what it is called
     * @param questions what is asked, in order
     * @return the questionnaire
     */
    public static NewQuestionnaire of(String code, String name, Question... questions) {
        return new NewQuestionnaire(code, name, null, List.of(questions));
    }
}
