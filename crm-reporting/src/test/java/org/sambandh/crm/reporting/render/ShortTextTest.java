package org.sambandh.crm.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortTextTest {

    @Test
    void textThatFitsIsNotCut() {
        assertThat(ShortText.of("Asha", 4)).isEqualTo("Asha");
        assertThat(ShortText.of("", 4)).isEmpty();
    }

    @Test
    void longTextEndsWithAnEllipsis() {
        assertThat(ShortText.of("Ready-made garments", 8)).isEqualTo("Ready-m…");
        assertThat(ShortText.of("Ready made", 7)).isEqualTo("Ready…");
    }

    @Test
    void aLetterIsNeverCutFromItsMarksNorASurrogateFromItsOther() {
        assertThat(ShortText.of("की की की", 3)).isEqualTo("की…");
        assertThat(ShortText.of("😀😀😀😀", 3)).isEqualTo("😀😀…");
        assertThat(ShortText.of("e\u0301e\u0301e\u0301", 3)).isEqualTo("e\u0301e\u0301e\u0301");
    }

    @Test
    void aMillionMarksOnOneLetterTakeNoTime() {
        assertThat(ShortText.of("e" + "\u0301".repeat(1_000_000), 10))
                .hasSizeLessThan(200)
                .endsWith("…");
    }
}
