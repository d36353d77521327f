package org.sambandh.crm.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.pipeline.NewOpportunity;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.pipeline.OpportunityFields;

class WordsTest {

    private static final Locale HINDI = new Locale("hi", "IN");

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (InputStream in = Reports.class.getResourceAsStream("reports_" + language + ".properties")) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return words;
    }

    @Test
    void everyPhraseIsThereInEnglishAndHindiWithTheSamePlaces() throws IOException {
        Properties english = words("en");
        Properties hindi = words("hi");
        assertThat(hindi.keySet()).isEqualTo(english.keySet());
        for (String key : english.stringPropertyNames()) {
            for (String place : List.of("{x}", "{0}", "{1}")) {
                assertThat(hindi.getProperty(key).contains(place))
                        .as(key)
                        .isEqualTo(english.getProperty(key).contains(place));
            }
        }
    }

    @Test
    void columnsValuesAndFiltersAreNamedInBothLanguages() {
        var crm = new Watch("2026-11-23T06:00:00Z").session();
        crm.opportunities().open(NewOpportunity.named("deal").amount(Money.of(5, "INR")));
        ReportTable table = Reports.of(crm)
                .run(Report.of("r", Label.of("Deals", "सौदे"), Opportunity.class)
                        .by(Dimension.of(OpportunityFields.OUTCOME))
                        .measuring(ReportMeasure.count("deals"))
                        .measuring(ReportMeasure.sum("amount", OpportunityFields.AMOUNT)));
        assertThat(table.columns().stream().map(column -> column.label().in(Locale.ENGLISH)))
                .containsExactly("Outcome", "Count", "Amount (INR)");
        assertThat(table.columns().stream().map(column -> column.label().in(HINDI)))
                .containsExactly("परिणाम", "संख्या", "राशि (INR)");
        Cell.Named open = (Cell.Named) table.rows().get(0).cells().get(0);
        assertThat(open.key()).isEqualTo("OPEN");
        assertThat(open.label().in(HINDI)).isEqualTo("खुला");
        assertThat(table.filter().in(HINDI)).isEqualTo("सब");
    }

    @Test
    void aLabelAnswersInTheLanguageAskedForElseInThatOfAllElseInEnglish() {
        Label both = Label.of("Deals", "सौदे");
        assertThat(both.in(HINDI)).isEqualTo("सौदे");
        assertThat(both.in(Locale.GERMAN)).isEqualTo("Deals");
        Label forAll = new Label(new TreeMap<>(Map.of("", "GTX", "hi", "जीटीएक्स")));
        assertThat(forAll.in(Locale.ENGLISH)).isEqualTo("GTX");
        assertThat(forAll.in(HINDI)).isEqualTo("जीटीएक्स");
        assertThat(new Label(new TreeMap<>(Map.of("de", "Abschlüsse"))).in(Locale.ENGLISH))
                .isEqualTo("Abschlüsse");
        assertThatThrownBy(() -> Label.of(" ")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new Label(new TreeMap<>())).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new Label(new TreeMap<>(Map.of("EN", "x")))).isInstanceOf(Invalid.class);
    }
}
