package org.sambandh.crm.reporting.render;

import java.util.Random;

/** Text that has broken pages, sheets and parsers somewhere, put together at random from a seed. */
final class HostileText {

    private static final String[] FRAGMENTS = {
        "<script>alert(1)</script>",
        "</style>",
        "</title>",
        "</text></svg>",
        "<svg onload=alert(1)>",
        "<img src=x onerror=x>",
        "]]>",
        "<![CDATA[",
        "<!--",
        "-->",
        "<?xml?>",
        "<!DOCTYPE x>",
        "\"",
        "'",
        "`",
        "\" onclick=\"x",
        "' style='x",
        "&lt;",
        "&#60;",
        "&#x3c;",
        "&amp",
        "&",
        ";",
        "&nbsp;",
        "\\",
        "\\u003c",
        "javascript:",
        "{{7*7}}",
        "${7*7}",
        "%s%n",
        "=cmd|' /C calc'!A0",
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "=HYPERLINK(\"http://x\",\"y\")",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "'=1",
        "''=1",
        "' =1",
        "\u00A0=1",
        "\u200B=1",
        "\uFEFF=1",
        "\u0001=1",
        "\u0085=1",
        "＝1",
        "＋1",
        "－1",
        "＠1",
        "\0",
        "\u0008",
        "\u001B[31m",
        "\u007F",
        "\u009F",
        "\uD800",
        "\uDC00",
        "\uDBFF=1",
        "\uFFFE",
        "\uFFFF",
        "\uFDD0",
        "\u202E",
        "\u202D",
        "\u2066",
        "\u2069",
        "\u200D",
        "\u2028",
        "\u2029",
        "\r\n",
        "\n",
        "\t",
        ",",
        "\",\"",
        "\"\"",
        "_x003D_1",
        "_x000D_",
        "राम",
        "क्ष्म्य",
        "שלום",
        "مرحبا",
        "😀",
        "👨‍👩‍👧",
        "e\u0301",
        "x".repeat(300),
        "1E400",
        "NaN",
        "null"
    };

    private final Random random;

    HostileText(long seed) {
        this.random = new Random(seed);
    }

    /** Returns one to four fragments around a harmless text. */
    String around(String harmless) {
        StringBuilder text = new StringBuilder();
        int before = random.nextInt(3);
        for (int i = 0; i < before; i++) {
            text.append(FRAGMENTS[random.nextInt(FRAGMENTS.length)]);
        }
        text.append(harmless);
        int after = 1 + random.nextInt(2);
        for (int i = 0; i < after; i++) {
            text.append(FRAGMENTS[random.nextInt(FRAGMENTS.length)]);
        }
        return text.toString();
    }
}
