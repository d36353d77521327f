package org.sambandh.crm.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Window.ever;
import static org.sambandh.crm.condition.Window.last;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Language;

class AdviceTest {

    private static final ModelId MODEL = new ModelId("interest");
    private static final Language HINDI = Language.of(new Locale("hi"));

    private final Fair fair = new Fair();
    private final Scores scores = fair.scores();
    private Guest asha = Guest.of("asha", "IN", null);

    private static Condition<Guest> did(String what, int days) {
        return count(Fair.TOUCHES, where(Fair.WHAT, is(what)), last(Duration.ofDays(days)), atLeast(1));
    }

    private static PointsModel<Guest> model(String mails) {
        Condition<Guest> bounced = count(Fair.TOUCHES, where(Fair.WHAT, is("bounce")), ever(), atLeast(1));
        return PointsModel.of(
                        MODEL,
                        "Interest",
                        Guest.class,
                        Group.fit(
                                "fit",
                                "Fit",
                                Criterion.of("land", "From India", 10, Guest.class, where(Fair.COUNTRY, is("IN")))),
                        Group.engagement(
                                        "did",
                                        "Engagement",
                                        Criterion.of("mails", mails, 6, Guest.class, did("mail", 30))
                                                .eachTime()
                                                .cappedAt(10),
                                        Criterion.of("webinar", "Webinar attended", 5, Guest.class, did("webinar", 90)),
                                        Criterion.of("meeting", "Meeting booked", 25, Guest.class, did("meeting", 60)),
                                        Criterion.of("demo", "Demo watched", 2, Guest.class, did("demo", 60)),
                                        Criterion.of("bounce", "Mail bounced", -3, Guest.class, bounced))
                                .cappedAt(30))
                .graded(Grade.of("A", 30), Grade.of("B", 20));
    }

    private static Instant daysAgo(long days) {
        return Fair.START.minus(Duration.ofDays(days));
    }

    @BeforeEach
    void happened() {
        asha = fair.save(asha);
        scores.define(model("Mails opened"));
        fair.touch(asha, "mail", daysAgo(1));
        fair.touch(asha, "mail", daysAgo(4));
        fair.touch(asha, "webinar", daysAgo(80));
        fair.touch(asha, "bounce", daysAgo(100));
    }

    @Test
    void aScoreReadsLikeAdviceToASeller() {
        assertThat(scores.advise(MODEL, asha.ref(), Language.ENGLISH).text()).isEqualTo("""
                        22 points, grade B.
                        Mails opened, 2 times in the last 30 days: +12.
                        From India: +10.
                        Webinar attended in the last 90 days: +5.
                        Mail bounced: -3.
                        Mails opened is capped at 10: 2 points not counted.
                        Loses 5 points on 11 March 2026, when Webinar attended is older than 90 days.
                        From 11 March 2026 on there is no grade.
                        Would gain 18 points with: Meeting booked. That makes grade A.
                        Would gain 2 points with: Demo watched.""");
    }

    @Test
    void theAdviceIsToldInHindi() {
        assertThat(scores.advise(MODEL, asha.ref(), HINDI).text()).isEqualTo("""
                        22 अंक, श्रेणी B।
                        Mails opened, पिछले 30 दिनों में 2 बार: +12।
                        From India: +10।
                        Webinar attended, पिछले 90 दिनों में: +5।
                        Mail bounced: -3।
                        Mails opened की सीमा 10 है: 2 अंक नहीं गिने गए।
                        11 मार्च 2026 को 5 अंक घटेंगे, जब Webinar attended को 90 दिनों से अधिक हो जाएँगे।
                        11 मार्च 2026 से कोई श्रेणी नहीं होगी।
                        Meeting booked होने पर 18 अंक मिलेंगे। तब श्रेणी A होगी।
                        Demo watched होने पर 2 अंक मिलेंगे।""");
    }

    @Test
    void aHostTellsItInItsOwnLanguage() {
        Language dutch = Language.of(
                new Locale("nl"), Map.of("advice.gain", "{0} zou {1} opleveren.", "advice.points.other", "{0} punten"));
        assertThat(scores.advise(MODEL, asha.ref(), dutch).text())
                .contains("Demo watched zou 2 punten opleveren.")
                .contains("on 11 maart 2026");
    }

    @Test
    void whatIsSaidOfAGainAndOfTheNextChangeComesTrue() {
        Advice advice = scores.advise(MODEL, asha.ref(), Language.ENGLISH);
        Advice.Line next = line(advice, Advice.Kind.NEXT);
        Advice.Line gain = line(advice, Advice.Kind.WOULD_GAIN);
        Instant at = Objects.requireNonNull(next.at());
        fair.at(at.minusNanos(1_000));
        assertThat(scores.score(MODEL, asha.ref()).value())
                .isEqualByComparingTo(advice.score().value());
        fair.at(at);
        assertThat(scores.score(MODEL, asha.ref()).value())
                .isEqualByComparingTo(advice.score().value().add(next.points()));
        fair.at(Fair.START);
        fair.touch(asha, "meeting", Fair.START);
        assertThat(scores.score(MODEL, asha.ref()).value())
                .isEqualByComparingTo(advice.score().value().add(gain.points()));
    }

    private static Advice.Line line(Advice advice, Advice.Kind kind) {
        return advice.lines().stream().filter(l -> l.kind() == kind).findFirst().orElseThrow();
    }

    @Test
    void anOldScoreIsToldInTheWordsOfItsOwnVersion() {
        scores.record(MODEL, asha.ref());
        fair.at(Fair.START.plus(Duration.ofDays(1)));
        scores.define(model("Letters read"));
        scores.record(MODEL, asha.ref());
        ScoreSnapshot old = scores.history(MODEL, asha.ref(), 10, null).items().get(1);
        assertThat(scores.advise(old, Language.ENGLISH).text())
                .contains("Mails opened, 2 times in the last 30 days: +12.")
                .doesNotContain("Letters")
                .doesNotContain("Would gain");
        assertThat(scores.advise(MODEL, asha.ref(), Language.ENGLISH).text()).contains("Letters read");
    }

    @Test
    void nobodyKnownGetsAHeadlineAndWhatWouldHelp() {
        Guest bram = fair.guest("bram", null, null);
        assertThat(scores.advise(MODEL, bram.ref(), Language.ENGLISH).text()).isEqualTo("""
                        0 points.
                        Would gain 25 points with: Meeting booked. That makes grade B.
                        Would gain 10 points with: From India.
                        Would gain 6 points with: Mails opened.""");
    }
}
