package org.sambandh.crm.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sambandh.crm.FactFiles;
import org.sambandh.crm.FactFiles.Case;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Moment;

class DateMathFactsTest {

    static List<Case> cases() {
        return FactFiles.cases("date_math");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anExpressionNamesOneInstantOrOneMistake(Case fact) {
        fact.expectsOnly("expect", "expectError");
        Moment moment = new Moment(instant(fact.text("now")), zone(fact));
        boolean roundUp = fact.get("roundUp").asBoolean();
        String expression = fact.text("expression");
        if (fact.has("expectError")) {
            String word = fact.text("expectError");
            assertThatThrownBy(() -> DateExpression.parse(expression, moment, roundUp))
                    .isInstanceOfSatisfying(Invalid.class, error -> {
                        if (!word.equals("Invalid")) {
                            assertThat(error.why()).startsWith(word + ": ");
                        }
                    });
        } else {
            assertThat(DateExpression.parse(expression, moment, roundUp)).isEqualTo(instant(fact.text("expect")));
        }
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    /** The zone of the case, else that of the file; the file may say more behind a semicolon. */
    private static ZoneId zone(Case fact) {
        for (String field : List.of("zone", "timeZone")) {
            if (fact.has(field)) {
                return ZoneId.of(fact.text(field));
            }
        }
        return ZoneId.of(FactFiles.file("date_math")
                .required("timeZone")
                .asText()
                .split(";")[0]
                .strip());
    }
}
