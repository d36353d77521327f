package org.sambandh.crm.common;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;

class BlankTextTest {

    @Property
    void textIsBlankWhenEveryCodePointOfItIs(
            @ForAll @Chars({' ', '\t', '\n', '\u00A0', '\u3000', '\u200B', '\u200D', '\uFEFF', 'x', '\uD83D', '\uDE00'})
                    String text) {
        boolean blank = text.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || c == 0x200B
                        || c == 0x200C
                        || c == 0x200D
                        || c == 0xFEFF);
        assertThat(Text.isBlank(text)).isEqualTo(blank);
    }
}
