package org.sambandh.crm.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MarkupTest {

    private static final String HOSTILE = "<b a=\"1\" c='2'>&amp;\r\n\t`]]>\0\uD800\u202E";

    @Test
    void textOfAnElementHasNoMarkupLeft() {
        assertThat(new Markup().element(Tag.P, HOSTILE).page())
                .isEqualTo("<!DOCTYPE html>\n<p>&lt;b a=\"1\" c='2'&gt;&amp;amp; \n\t`]]&gt;\uFFFD\uFFFD\u202E</p>\n");
    }

    @Test
    void textOfADrawingIsOneLine() {
        assertThat(new Markup().element(Tag.TEXT, HOSTILE).page())
                .isEqualTo(
                        "<!DOCTYPE html>\n<text>&lt;b a=\"1\" c='2'&gt;&amp;amp;   `]]&gt;\uFFFD\uFFFD\u202E</text>");
    }

    @Test
    void anAttributeCannotBeLeft() {
        assertThat(new Markup().open(Tag.P, Attr.id(HOSTILE)).close().page())
                .isEqualTo(
                        "<!DOCTYPE html>\n<p id=\"&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;   &#96;]]&gt;\uFFFD\uFFFD\u202E\">"
                                + "</p>\n");
    }

    @Test
    void aPageIsRefusedWhileAnElementIsOpen() {
        assertThatThrownBy(() -> new Markup().open(Tag.P).page()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Markup().text("x")).isInstanceOf(IllegalStateException.class);
    }
}
