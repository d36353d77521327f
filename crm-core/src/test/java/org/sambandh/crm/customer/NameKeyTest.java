package org.sambandh.crm.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameKeyTest {

    private static NameKey key(String name) {
        return NameKey.of(name);
    }

    @Test
    void letterCaseBlanksAndJoinersDoNotMatter() {
        assertThat(key("  Asha \u00a0\t Rao ")).isEqualTo(key("ASHA RAO"));
        assertThat(key("\u0915\u094d\u200d\u0937")).isEqualTo(key("\u0915\u094d\u0937"));
        assertThat(key("\u039f\u0394\u039f\u03a3")).isEqualTo(key("\u03bf\u03b4\u03bf\u03c2"));
    }

    @Test
    void compatibilityFormsAreOne() {
        assertThat(key("\uff21\uff53\uff48\uff41")).isEqualTo(key("asha"));
        assertThat(key("e\u0301lan")).isEqualTo(key("\u00e9lan"));
    }

    @Test
    void everyCombiningMarkStays() {
        assertThat(key("राम")).isNotEqualTo(key("रामा"));
        assertThat(key("elan")).isNotEqualTo(key("élan"));
    }

    @Test
    void tokensAreTheWordsInTheirOrder() {
        assertThat(key("Asha  Devi Rao").tokens()).containsExactly("asha", "devi", "rao");
        assertThat(key(" \u200d ").tokens()).isEmpty();
        assertThat(key(" \u200d ").isEmpty()).isTrue();
    }

    @Test
    void namesAgreeWhenTheWordsOfOneAreAmongThoseOfTheOtherOrOneIsAbsent() {
        assertThat(key("Asha Rao").agreesWith(key("asha"))).isTrue();
        assertThat(key("Rao").agreesWith(key("Asha Rao"))).isTrue();
        assertThat(key("").agreesWith(key("Asha Rao"))).isTrue();
        assertThat(key("Rohan Sharma").agreesWith(key("Sunita Devi"))).isFalse();
        assertThat(key("Ram Ram").agreesWith(key("Ram Das"))).isFalse();
    }

    @Test
    void aKeyShowsNothingOfTheName() {
        assertThat(key("Asha").toString()).doesNotContain("asha");
    }
}
