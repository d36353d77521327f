package org.sambandh.crm.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Window.last;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.interaction.Channel;
import org.sambandh.crm.interaction.InteractionFields;

class LanguageTest {

    private static final Locale DUTCH = new Locale("nl");
    private static final Condition<Customer> CONDITION = all(
            where(CustomerFields.INDUSTRY, is("steel")),
            count(
                    InteractionFields.INTERACTIONS,
                    where(InteractionFields.CHANNEL, is(Channel.EMAIL)),
                    last(Duration.ofDays(30)),
                    atLeast(2)));

    private static Language dutch() {
        return Language.of(
                DUTCH,
                Map.ofEntries(
                        Map.entry("and", "en"),
                        Map.entry("is", "{0} is {1}"),
                        Map.entry("counted", "{1}{0}{2}"),
                        Map.entry("count.atLeast.other", "minstens {0} {1}"),
                        Map.entry("window.last", "in de laatste {0} "),
                        Map.entry("where", " waarvan {0}"),
                        Map.entry("unit.day.other", "dagen"),
                        Map.entry("field.Customer.industry", "bedrijfstak"),
                        Map.entry("field.Interaction.channel", "kanaal"),
                        Map.entry("code.Channel.email", "e-mail"),
                        Map.entry("relation.Customer.interactions.other", "contacten")));
    }

    @Test
    void aHostTellsConditionsInItsOwnLanguage() {
        assertThat(CONDITION.describe(dutch()))
                .isEqualTo(
                        "bedrijfstak is steel en in de laatste 30 dagen minstens 2 contacten waarvan kanaal is e-mail");
        assertThat(dutch().field(CustomerFields.INDUSTRY)).isEqualTo("bedrijfstak");
        assertThat(dutch().locale()).isEqualTo(DUTCH);
    }

    @Test
    void whatAHostDidNotTranslateIsToldInEnglishAndOursStayWhatTheyAre() {
        Language empty = Language.of(DUTCH, Map.of());
        assertThat(CONDITION.describe(empty)).isEqualTo(CONDITION.describe());
        assertThat(CONDITION.describe(Language.ENGLISH)).isEqualTo(CONDITION.describe(Locale.ENGLISH));
        assertThat(CONDITION.describe(Language.of(new Locale("hi")))).isEqualTo(CONDITION.describe(new Locale("hi")));
        assertThat(Language.of(Locale.FRENCH)).isSameAs(Language.ENGLISH);
    }

    @Test
    void everyKeyCanBeTranslated() {
        Map<String, String> words = new HashMap<>();
        Language.keys().forEach(key -> words.put(key, "<" + key + ">"));
        assertThat(Language.keys())
                .contains("and", "advice.gave", "window.last")
                .noneMatch(k -> k.startsWith("field."));
        assertThat(CONDITION.describe(Language.of(DUTCH, words))).isEqualTo("<is> <and> <counted>");
    }

    @Test
    void wordsThatCannotBeFilledInAreRefused() {
        for (String text : new String[] {"{4}", "{x}", "{", "{0", "{00}", "a {} b", "x".repeat(2_001)}) {
            assertThatExceptionOfType(Invalid.class)
                    .isThrownBy(() -> Language.of(DUTCH, Map.of("is", text)))
                    .satisfies(e -> assertThat(e.path()).isEqualTo("words.is"));
        }
        assertThat(CONDITION.describe(Language.of(DUTCH, Map.of("and", "en {3}"))))
                .contains("en {3}");
    }
}
