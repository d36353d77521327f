package org.sambandh.crm.condition;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sambandh.crm.common.Text;

class FoldedTextTest {

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a", "A", "ß", "ẞ", "İ", "i", "I", "ı", "σ", "Σ", "ς", "ſ", "s", "K", "k", "𐐀", "𐐨", "र", "Ⱥ")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(letters -> String.join("", letters));
    }

    @Property(tries = 3_000)
    void ignoringCaseIsComparingFoldedTexts(@ForAll("texts") String value, @ForAll("texts") String other) {
        for (String operand : new String[] {other, value, value.substring(0, value.offsetByCodePoints(0, 1))}) {
            String text = Text.fold(value);
            String wanted = Text.fold(operand);
            for (ValueTest.TextMatch.Kind kind : ValueTest.TextMatch.Kind.values()) {
                boolean expected = switch (kind) {
                    case CONTAINS -> text.contains(wanted);
                    case STARTS_WITH -> text.startsWith(wanted);
                    case ENDS_WITH -> text.endsWith(wanted);
                    case EQUALS -> text.equals(wanted);
                };
                assertThat(new FoldedText(kind, wanted).passes(value, Guess.ANY_MOMENT))
                        .as("%s %s %s", value, kind, operand)
                        .isEqualTo(expected);
            }
        }
    }
}
