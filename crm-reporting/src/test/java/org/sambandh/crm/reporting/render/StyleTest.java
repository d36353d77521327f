package org.sambandh.crm.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The colours keep the contrast that WCAG 2.2 asks of level AA: 4.5 for text (1.4.3), 3 for shapes (1.4.11). */
class StyleTest {

    @Test
    void everyTextAndEveryShapeStandsOutInLightInTheDarkAndOnPaper() {
        List<Map<String, String>> palettes = palettes();
        assertThat(palettes).hasSize(3);
        for (Map<String, String> palette : palettes) {
            for (String text : List.of("ink", "quiet", "s0", "s1", "s2", "s3", "s4", "s5")) {
                assertThat(contrast(palette, text, "card"))
                        .as(text + " on card")
                        .isGreaterThanOrEqualTo(4.5);
            }
            for (String text : List.of("ink", "quiet")) {
                assertThat(contrast(palette, text, "page"))
                        .as(text + " on page")
                        .isGreaterThanOrEqualTo(4.5);
                assertThat(contrast(palette, text, "tint"))
                        .as(text + " on tint")
                        .isGreaterThanOrEqualTo(4.5);
            }
            assertThat(contrast(palette, "zero", "card")).as("zero").isGreaterThanOrEqualTo(3);
            assertThat(contrast(palette, "s0", "tint")).as("bar on its track").isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void contrastIsCalculatedAsTheStandardSays() {
        assertThat(contrast(Map.of("a", "#ffffff", "b", "#000000"), "a", "b")).isEqualTo(21);
        assertThat(contrast(Map.of("a", "#ffffff", "b", "#767676"), "a", "b")).isBetween(4.5, 4.6);
    }

    /** Reads the custom properties of each ":root" in the sheet: light, dark, print. */
    private static List<Map<String, String>> palettes() {
        List<Map<String, String>> palettes = new ArrayList<>();
        for (String block : Style.SHEET.split(":root \\{")) {
            Map<String, String> colours = new HashMap<>();
            for (String declaration :
                    block.substring(0, Math.max(0, block.indexOf('}'))).split(";")) {
                int colon = declaration.indexOf(':');
                String name = colon < 0 ? "" : declaration.substring(0, colon).strip();
                if (name.startsWith("--")) {
                    colours.put(
                            name.substring(2), declaration.substring(colon + 1).strip());
                }
            }
            if (!colours.isEmpty()) {
                palettes.add(colours);
            }
        }
        return palettes;
    }

    private static double contrast(Map<String, String> palette, String one, String other) {
        double a = luminance(palette.get(one));
        double b = luminance(palette.get(other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double channel = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
