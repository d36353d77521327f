package org.sambandh.crm.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1",
                "+1",
                "-1",
                "@A",
                "\tx",
                "\rx",
                " =1",
                "\n=1",
                "\u00A0=1",
                "\u200B=1",
                "\uFEFF=1",
                "\u0001=1",
                "\u007F=1",
                "'=1",
                "''=1",
                "'\tx",
                "＝1",
                "\u202E=1",
                "\uFFFD=1",
                " \u2003 -x"
            })
    void whatCouldStartAFormulaGetsAnApostropheThatReadingTakesBack(String text) {
        assertThat(FormulaGuard.on(text)).isEqualTo("'" + text);
        assertThat(FormulaGuard.removed("'" + text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'", "''", "Asha", "it's", "'quoted", "1+1", "a=b", "x\t=1", " 5", "राम", "' x"})
    void otherTextStaysAsItIs(String text) {
        assertThat(FormulaGuard.on(text)).isEqualTo(text);
        assertThat(FormulaGuard.removed(text)).isEqualTo(text);
    }
}
