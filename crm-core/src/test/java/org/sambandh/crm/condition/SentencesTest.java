package org.sambandh.crm.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.always;
import static org.sambandh.crm.condition.Conditions.any;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.inSegment;
import static org.sambandh.crm.condition.Conditions.measure;
import static org.sambandh.crm.condition.Conditions.not;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Shop.AMOUNT;
import static org.sambandh.crm.condition.Shop.BIRTH_DATE;
import static org.sambandh.crm.condition.Shop.BUDGET;
import static org.sambandh.crm.condition.Shop.CHANNEL;
import static org.sambandh.crm.condition.Shop.GRADE;
import static org.sambandh.crm.condition.Shop.LAST_SEEN;
import static org.sambandh.crm.condition.Shop.NAME;
import static org.sambandh.crm.condition.Shop.OFFICE;
import static org.sambandh.crm.condition.Shop.OPTED_IN;
import static org.sambandh.crm.condition.Shop.PARENT;
import static org.sambandh.crm.condition.Shop.SCORE;
import static org.sambandh.crm.condition.Shop.TAGS;
import static org.sambandh.crm.condition.Shop.TEAM;
import static org.sambandh.crm.condition.Shop.VISITS;
import static org.sambandh.crm.condition.Tests.ageAtLeast;
import static org.sambandh.crm.condition.Tests.ageAtMost;
import static org.sambandh.crm.condition.Tests.anniversaryWithin;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.atMost;
import static org.sambandh.crm.condition.Tests.between;
import static org.sambandh.crm.condition.Tests.contains;
import static org.sambandh.crm.condition.Tests.ignoringCase;
import static org.sambandh.crm.condition.Tests.in;
import static org.sambandh.crm.condition.Tests.inLast;
import static org.sambandh.crm.condition.Tests.inPeriods;
import static org.sambandh.crm.condition.Tests.inThis;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Tests.present;
import static org.sambandh.crm.condition.Tests.startsWith;
import static org.sambandh.crm.condition.Window.ever;
import static org.sambandh.crm.condition.Window.fixed;
import static org.sambandh.crm.condition.Window.last;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.Shop.Client;
import org.sambandh.crm.condition.Shop.Grade;

class SentencesTest {

    private static final Locale HINDI = new Locale("hi", "IN");
    private static final Window MONTH = last(Duration.ofDays(30));

    private static Arguments says(Condition<Client> condition, String english, String hindi) {
        return Arguments.of(condition, english, hindi);
    }

    static List<Arguments> tests() {
        Condition<Client> named = where(NAME, is("Asha"));
        return List.of(
                says(named, "name is Asha", "नाम Asha है"),
                says(not(named), "name is not Asha", "नाम Asha नहीं है"),
                says(where(NAME, is("New Delhi")), "name is “New Delhi”", "नाम “New Delhi” है"),
                says(where(NAME, in("A", "B", "C")), "name is one of A, B or C", "नाम A, B या C में से एक है"),
                says(where(NAME, present()), "name is present", "नाम उपलब्ध है"),
                says(not(where(NAME, present())), "name is missing", "नाम उपलब्ध नहीं है"),
                says(where(NAME, contains("Rao")), "name contains “Rao”", "नाम में “Rao” शामिल है"),
                says(
                        not(where(NAME, startsWith("Dr."))),
                        "name does not start with “Dr.”",
                        "नाम के आरंभ में “Dr.” नहीं है"),
                says(
                        where(NAME, ignoringCase(ValueTest.TextMatch.Kind.ENDS_WITH, "rao")),
                        "name ends with “rao” in capital or small letters",
                        "नाम के अंत में “rao” है (छोटे-बड़े अक्षरों का भेद किए बिना)"),
                says(where(GRADE, is(Grade.NOT_YET)), "grade is not yet", "grade not yet है"),
                says(where(OPTED_IN, is(true)), "opted in is yes", "opted in हाँ है"),
                says(where(SCORE, atLeast(5)), "score is at least 5", "score कम से कम 5 है"),
                says(
                        where(SCORE, between(new BigDecimal("0.50"), new BigDecimal("100"))),
                        "score is between 0.5 and 100",
                        "score 0.5 और 100 के बीच है"),
                says(
                        where(BUDGET, atMost(Money.of("1054.5", "INR"))),
                        "budget is at most INR 1,054.50",
                        "budget अधिक से अधिक INR 1,054.50 है"),
                says(
                        where(BUDGET, is(Money.of("-1234567", "JPY"))),
                        "budget is JPY -1,234,567",
                        "budget JPY -1,234,567 है"),
                says(
                        where(BIRTH_DATE, atLeast(LocalDate.of(2000, 1, 31))),
                        "birth date is on or after 2000-01-31",
                        "birth date 2000-01-31 को या उसके बाद है"),
                says(
                        where(LAST_SEEN, atMost(Instant.parse("2026-03-01T00:00:00Z"))),
                        "last seen is on or before 2026-03-01 00:00:00 UTC",
                        "last seen 2026-03-01 00:00:00 UTC को या उससे पहले है"),
                says(
                        where(BIRTH_DATE, ageAtLeast(Period.of(18, 6, 1))),
                        "birth date is at least 18 years 6 months 1 day ago",
                        "birth date को कम से कम 18 वर्ष 6 महीने 1 दिन हो चुके हैं"),
                says(
                        where(LAST_SEEN, ageAtMost(Duration.ofMinutes(90))),
                        "last seen is at most 1 hour 30 minutes ago",
                        "last seen को अधिक से अधिक 1 घंटा 30 मिनट हुए हैं"),
                says(
                        where(LAST_SEEN, ageAtMost(Duration.ofMillis(1_500))),
                        "last seen is at most 1.5 seconds ago",
                        "last seen को अधिक से अधिक 1.5 सेकंड हुए हैं"),
                says(
                        where(LAST_SEEN, inThis(CalendarUnit.MONTH)),
                        "last seen is in this month",
                        "last seen इस महीने में है"),
                says(where(LAST_SEEN, inLast(CalendarUnit.DAY)), "last seen is yesterday", "last seen बीता कल है"),
                says(
                        where(LAST_SEEN, inPeriods(CalendarUnit.FISCAL_YEAR, -3, -1)),
                        "last seen is between 3 fiscal years before this one and last fiscal year",
                        "last seen 3 वित्तीय वर्ष पहले से पिछले वित्तीय वर्ष तक में है"),
                says(
                        where(BIRTH_DATE, anniversaryWithin(0)),
                        "birth date has its anniversary today",
                        "birth date की वर्षगाँठ आज है"),
                says(
                        where(BIRTH_DATE, anniversaryWithin(7)),
                        "birth date has its anniversary within the next 7 days",
                        "birth date की वर्षगाँठ अगले 7 दिनों में है"),
                says(where(TAGS, is("vip")), "tag is vip", "tag vip है"),
                says(not(where(TAGS, is("vip"))), "tag is not vip", "tag vip नहीं है"),
                says(not(where(TAGS, present())), "tag is missing", "tag उपलब्ध नहीं है"),
                says(
                        where(TEAM.to(PARENT.to(OFFICE)), is("Pune")),
                        "team's parent's office is Pune",
                        "team के parent का office Pune है"),
                says(inSegment(new SegmentId("hot")), "is in segment hot", "समूह hot में है"),
                says(always(), "always", "हमेशा"),
                says(any(), "never", "कभी नहीं"));
    }

    static List<Arguments> measures() {
        Condition<Shop.Visit> byMail = where(CHANNEL, is("email"));
        return List.of(
                says(
                        count(VISITS, byMail, MONTH, atLeast(1)),
                        "at least 1 visit in the last 30 days where channel is email",
                        "पिछले 30 दिनों में कम से कम 1 visit है, जिनमें channel email है"),
                says(count(VISITS, ever(), atLeast(2)), "at least 2 visits", "कम से कम 2 visits हैं"),
                says(not(count(VISITS, ever(), atLeast(1))), "no visits", "कोई visits नहीं है"),
                says(not(count(VISITS, ever(), atLeast(3))), "fewer than 3 visits", "3 से कम visits हैं"),
                says(not(count(VISITS, ever(), atMost(3))), "more than 3 visits", "3 से अधिक visits हैं"),
                says(count(VISITS, ever(), is(0)), "no visits", "कोई visits नहीं है"),
                says(not(count(VISITS, ever(), is(2))), "not exactly 2 visits", "ऐसा नहीं कि ठीक 2 visits हैं"),
                says(count(VISITS, ever(), in(BigDecimal.ONE, BigDecimal.TEN)), "1 or 10 visits", "1 या 10 visits हैं"),
                says(
                        count(
                                VISITS,
                                fixed(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z")),
                                between(2, 5)),
                        "between 2 and 5 visits between 2026-01-01 00:00:00 UTC and 2026-02-01 00:00:00 UTC",
                        "2026-01-01 00:00:00 UTC से 2026-02-01 00:00:00 UTC तक 2 से 5 तक visits हैं"),
                says(
                        measure(Measure.Kind.SUM, AMOUNT, VISITS, byMail, MONTH, atLeast(500)),
                        "total amount is at least 500 over visits in the last 30 days where channel is email",
                        "पिछले 30 दिनों में visits में कुल amount कम से कम 500 है, जिनमें channel email है"),
                says(
                        not(measure(Measure.Kind.AVERAGE, AMOUNT, VISITS, always(), ever(), atLeast(5))),
                        "average amount is not at least 5 over visits",
                        "visits में औसत amount कम से कम 5 नहीं है"));
    }

    @ParameterizedTest
    @MethodSource({"tests", "measures"})
    void everyKindOfConditionIsASentence(Condition<Client> condition, String english, String hindi) {
        assertThat(condition.describe()).isEqualTo(english);
        assertThat(condition.describe(HINDI)).isEqualTo(hindi);
    }

    @Test
    void partsAreJoinedAndParenthesesStandWhereOneCouldMisread() {
        Condition<Client> a = where(NAME, is("a"));
        Condition<Client> b = where(NAME, is("b"));
        Condition<Client> c = where(NAME, is("c"));
        assertThat(all(a, b, c).describe()).isEqualTo("name is a and name is b and name is c");
        assertThat(all(a, any(b, c)).describe()).isEqualTo("name is a and (name is b or name is c)");
        assertThat(any(all(a, b), c).describe()).isEqualTo("(name is a and name is b) or name is c");
        assertThat(not(all(a, b)).describe()).isEqualTo("not (name is a and name is b)");
        assertThat(not(not(a)).describe()).isEqualTo("name is a");
        assertThat(all(any(a)).describe()).isEqualTo("name is a");
        assertThat(not(all(List.of(a))).describe()).isEqualTo("name is not a");
    }

    @Test
    void aClauseSwallowsNothingThatFollows() {
        Condition<Client> a = where(NAME, is("a"));
        Condition<Client> mailed = count(VISITS, where(CHANNEL, is("email")), ever(), atLeast(1));
        Condition<Client> paidByMail =
                count(VISITS, all(where(CHANNEL, is("email")), where(AMOUNT, atLeast(5))), ever(), atLeast(1));
        assertThat(all(a, mailed).describe()).isEqualTo("name is a and at least 1 visit where channel is email");
        assertThat(all(mailed, a).describe()).isEqualTo("(at least 1 visit where channel is email) and name is a");
        assertThat(all(a, paidByMail).describe())
                .isEqualTo("name is a and (at least 1 visit where channel is email and amount is at least 5)");
    }

    @Test
    void ofVeryManyValuesTheFirstAreShown() {
        List<BigDecimal> many = new ArrayList<>();
        for (int i = 1; i <= 10_000; i++) {
            many.add(BigDecimal.valueOf(i));
        }
        assertThat(where(SCORE, in(many)).describe())
                .startsWith("score is one of 1, 2, 3")
                .endsWith("20 or 9980 more");
        assertThat(where(SCORE, in(List.of())).describe()).isEqualTo("score is one of no value");
    }

    @Test
    void wordsInValuesAreNeverReadAsPlaceholders() {
        assertThat(where(NAME, is("{0}{1}")).describe()).isEqualTo("name is “{0}{1}”");
        assertThat(where(SCORE.labelled("{1} points"), atLeast(5)).describe()).isEqualTo("{1} points is at least 5");
    }

    @Test
    void aHostsLabelIsUsedInEveryLanguage() {
        assertThat(where(SCORE.labelled("loyalty|points"), atLeast(5)).describe(HINDI))
                .isEqualTo("loyalty|points कम से कम 5 है");
    }

    @Test
    void anyOtherLanguageIsAnsweredInEnglish() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(HINDI);
            assertThat(where(NAME, is("a")).describe(Locale.GERMAN)).isEqualTo("name is a");
            assertThat(where(NAME, is("a")).describe()).isEqualTo("name is a");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void bothLanguagesHaveTheSameWords() {
        assertThat(phrases(HINDI)).isEqualTo(phrases(Locale.ENGLISH));
    }

    private static Set<String> phrases(Locale locale) {
        return Sentences.of(locale).words().keys().stream()
                .filter(key -> !key.endsWith(".oblique") || key.startsWith("owned"))
                .filter(key -> !key.startsWith("field.") && !key.startsWith("relation.") && !key.startsWith("code."))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
