package org.sambandh.crm.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EscapedTest {

    @Test
    void halvesOfPairsAreEscapedAndNothingElseIs() {
        assertThat(EntityPlan.escaped("{\"a\":\"é राम 😀 \\u0000\"}")).isEqualTo("{\"a\":\"é राम 😀 \\u0000\"}");
        assertThat(EntityPlan.escaped("\ud83d")).isEqualTo("\\ud83d");
        assertThat(EntityPlan.escaped("a\ude00😀\ud83d😀b\ud83d")).isEqualTo("a\\ude00😀\\ud83d😀b\\ud83d");
    }
}
