package org.sambandh.crm.tck;

import static org.sambandh.crm.tck.Samples.id;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.Brand;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.EventId;
import org.sambandh.crm.common.FileRef;
import org.sambandh.crm.common.InteractionId;
import org.sambandh.crm.common.MembershipId;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.ModelVersionId;
import org.sambandh.crm.common.ScoreSnapshotId;
import org.sambandh.crm.common.SegmentEditionId;
import org.sambandh.crm.common.SegmentFlipId;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.common.TaskId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Rule;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.event.Change;
import org.sambandh.crm.event.Event;
import org.sambandh.crm.interaction.Body;
import org.sambandh.crm.interaction.Channel;
import org.sambandh.crm.interaction.Correction;
import org.sambandh.crm.interaction.Direction;
import org.sambandh.crm.interaction.Disposition;
import org.sambandh.crm.interaction.Interaction;
import org.sambandh.crm.interaction.InteractionFields;
import org.sambandh.crm.interaction.Participant;
import org.sambandh.crm.scoring.Contribution;
import org.sambandh.crm.scoring.Criterion;
import org.sambandh.crm.scoring.CriterionScore;
import org.sambandh.crm.scoring.Grade;
import org.sambandh.crm.scoring.GradeMatrix;
import org.sambandh.crm.scoring.Group;
import org.sambandh.crm.scoring.GroupScore;
import org.sambandh.crm.scoring.PointsModel;
import org.sambandh.crm.scoring.Score;
import org.sambandh.crm.scoring.ScoreModel;
import org.sambandh.crm.scoring.ScoreModelVersion;
import org.sambandh.crm.scoring.ScoreSnapshot;
import org.sambandh.crm.segment.Segment;
import org.sambandh.crm.segment.SegmentEdition;
import org.sambandh.crm.segment.SegmentFlip;
import org.sambandh.crm.segment.SegmentMembership;
import org.sambandh.crm.task.Due;
import org.sambandh.crm.task.Priority;
import org.sambandh.crm.task.Task;
import org.sambandh.crm.task.TaskStatus;

/** What people do, and what is computed of it. */
final class WorkSamples {

    private WorkSamples() {}

    static Interaction interaction(String id, int n) {
        CustomerId party = new CustomerId(id("customer", n % 20));
        Interaction.Builder builder = Interaction.builder(new InteractionId(id))
                .externalRefs(Varied.refs("mail", id, n))
                .occurredAt(Varied.instantOrNone(n, 1))
                .recordedAt(Varied.instant(n, 2))
                .channel(Varied.one(n, 3, Channel.EMAIL, Channel.PHONE, new Channel("fair")))
                .direction(Varied.one(n, 4, Direction.INBOUND, Direction.OUTBOUND, Direction.INTERNAL))
                .regarding(
                        Varied.some(n, 5, EntityRef.of(party), new EntityRef("opportunity", id("opportunity", n % 10))))
                .participants(Varied.some(
                        n,
                        6,
                        new Participant(Participant.Role.FROM, party, "Asha@Example.in"),
                        Participant.of(Participant.Role.TO, new CustomerId(id("customer", n % 20 + 1))),
                        Participant.at(Participant.Role.CC, "somebody@example.in"),
                        Participant.of(Participant.Role.CC, party)))
                .onBehalfOf(Varied.maybe(n, 7, party))
                .performedBy(Varied.maybe(n, 8, Actor.user(id("user", n % 5)), Actor.importOf("old"), Actor.SYSTEM))
                .brand(Varied.maybe(n, 9, new Brand("north")))
                .subjectLine(Varied.textOrNone(n, 10))
                .body(Varied.maybe(
                        n,
                        11,
                        new Body.Text("Guten Tag,\r\ne\u0301 😀\t"),
                        new Body.File(new FileRef("mail/" + n, "message/rfc822", 3, "0".repeat(64))),
                        new Body.File(FileRef.at("scan"))))
                .duration(Varied.maybe(n, 12, Duration.ofMillis(90_500), Duration.ofSeconds(60), Duration.ZERO))
                .disposition(Varied.maybe(n, 13, Disposition.CONNECTED, Disposition.NO_ANSWER))
                .thread(Varied.maybe(n, 14, "<1@example.in>", "<2@example.in>"))
                .attributes(Varied.attributes(n));
        if (n % 6 == 1) {
            InteractionId before = new InteractionId(id("interaction", n + 1));
            builder.corrects(new Correction(before, before, "wrong party"));
        }
        return builder.supersededBy(n % 6 == 1 ? new InteractionId(id("interaction", 2)) : null)
                .build();
    }

    static Task task(String id, int n) {
        boolean closed = Varied.one(n, 1, true, false);
        return Task.builder(new TaskId(id))
                .externalRefs(Varied.refs("todo", id, n))
                .title(Varied.text(n, 2))
                .note(Varied.textOrNone(n, 3))
                .due(Varied.maybe(
                        n,
                        4,
                        Due.on(LocalDate.of(2026, 3, 15), Samples.MOMENT.zone()),
                        Due.at(latest(Instant.EPOCH, Varied.instant(n, 5)))))
                .reminder(Varied.instantOrNone(n, 6))
                .owner(PartySamples.owner(n, 7))
                .priority(Varied.one(n, 8, Priority.URGENT, Priority.NORMAL))
                .regarding(Varied.some(
                        n,
                        9,
                        EntityRef.of(new CustomerId(id("customer", n % 20))),
                        new EntityRef("lead", id("lead", n % 10))))
                .plannedAt(Varied.instant(n, 10))
                .plannedBy(Varied.one(n, 11, Actor.user(id("user", 1)), Actor.rule("follow-up")))
                .status(closed ? Varied.one(n, 12, TaskStatus.DONE, TaskStatus.CANCELLED) : TaskStatus.OPEN)
                .closedAt(closed ? Varied.instant(n, 13) : null)
                .closedBy(closed ? Actor.portal("p1") : null)
                .outcome(Varied.textOrNone(n, 14))
                .attributes(Varied.attributes(n))
                .build();
    }

    static ScoreModel scoreModel(String id, int n) {
        Condition<Customer> asked = Conditions.count(InteractionFields.INTERACTIONS, Window.ever(), Tests.atLeast(1));
        PointsModel<Customer> model = PointsModel.of(
                        new ModelId(id),
                        Varied.text(n, 1),
                        Customer.class,
                        Group.fit(
                                "fit",
                                "Fit",
                                Criterion.of(
                                        "steel",
                                        "Makes steel",
                                        20,
                                        Customer.class,
                                        Conditions.where(CustomerFields.INDUSTRY, Tests.is("steel")))),
                        Group.engagement(
                                        "asked",
                                        "Asked",
                                        Criterion.of("mail", "Wrote", 5, Customer.class, asked)
                                                .halfLife(7)
                                                .cappedAt(15))
                                .cappedAt(30))
                .cappedAt(100)
                .graded(Grade.of("A", 50), Grade.of("B", 0))
                .graded(new GradeMatrix(
                        List.of(Grade.of("A", 20), Grade.of("B", 0)), List.of(Grade.of("1", 10), Grade.of("2", 0))));
        return ScoreModel.builder(new ModelId(id))
                .externalRefs(Varied.refs("model", id, n))
                .model(model)
                .archived(Varied.one(n, 2, true, false))
                .build();
    }

    static ScoreModelVersion scoreModelVersion(String id, int n) {
        PointsModel<?> model = scoreModel(id("scoreModel", n), n).model();
        return ScoreModelVersion.builder(new ModelVersionId(id))
                .externalRefs(Varied.refs("version", id, n))
                .model(model)
                .from(Varied.instant(n, 3))
                .build();
    }

    static ScoreSnapshot scoreSnapshot(String id, int n) {
        BigDecimal points = new BigDecimal(Varied.one(n, 1, "12.5", "0", "-3", "100"));
        // The latest of a model and a subject is the only one.
        boolean latest = n % 2 == 0;
        Score score = new Score(
                new ModelId(id("scoreModel", latest ? n : 1)),
                1 + n % 3,
                Samples.MOMENT,
                points,
                Varied.maybe(n, 2, "A", "B"),
                Varied.maybe(n, 8, "C", "D"),
                Varied.maybe(n, 9, "1", "2"),
                Varied.some(
                        n,
                        3,
                        new Contribution(
                                Contribution.Kind.CRITERION,
                                "fit",
                                "steel",
                                "Makes steel",
                                "industry is steel",
                                1,
                                points,
                                null,
                                null),
                        new Contribution(
                                Contribution.Kind.GROUP_CAP, "fit", null, "Fit", "cap", 2, points, points, "half")),
                Varied.some(n, 4, new CriterionScore("fit", "steel", "Makes steel", 1, points, points)),
                Varied.some(n, 5, new GroupScore("fit", "Fit", Group.Kind.FIT, points, points)),
                Instant.parse("2027-01-01T00:00:00.000001Z"),
                Varied.instantOrNone(n, 6),
                Varied.some(n, 7, "industry"));
        return ScoreSnapshot.builder(new ScoreSnapshotId(id))
                .externalRefs(Varied.refs("score", id, n))
                .subject(subject(n))
                .score(score)
                .recordedAt(Varied.instant(n, 10))
                .supersededAt(latest ? null : Varied.instant(n, 11))
                .build();
    }

    private static EntityRef subject(int n) {
        EntityRef party = EntityRef.of(new CustomerId(id("customer", n % 20)));
        return Varied.one(n, 90, party, party, new EntityRef("lead", id("lead", n % 10)));
    }

    static Segment segment(String id, int n) {
        Rule<Customer> rule = Rule.of(
                Customer.class,
                Conditions.all(
                        Conditions.where(CustomerFields.INDUSTRY, Tests.is("steel")),
                        Conditions.not(Conditions.count(
                                InteractionFields.INTERACTIONS, Window.last(Duration.ofDays(30)), Tests.atLeast(1)))));
        return Segment.builder(new SegmentId(id))
                .externalRefs(Varied.refs("segment", id, n))
                .name(Varied.text(n, 1))
                .subject("customer")
                .rule(Varied.maybe(n, 2, rule))
                .includes(n == 0 ? Set.of() : Set.of(id("customer", n % 20), id("customer", n % 20 + 1)))
                .excludes(n == 1 ? Set.of(id("customer", 3)) : Set.of())
                .archived(Varied.one(n, 3, true, false))
                .build();
    }

    static SegmentMembership membership(String id, int n) {
        Instant since = Varied.instant(n, 1);
        return SegmentMembership.builder(new MembershipId(id))
                .segment(new SegmentId(id("segment", n % 2)))
                .subject(subject(n))
                .since(since)
                .until(n == 0 ? null : Varied.maybe(n, 2, latest(since.plusSeconds(1), Varied.instant(n, 3))))
                .build();
    }

    static SegmentFlip flip(String id, int n) {
        return SegmentFlip.builder(new SegmentFlipId(id))
                .segment(new SegmentId(id("segment", n % 2)))
                .subject(subject(n))
                .until(Varied.instant(n, 1))
                .build();
    }

    static SegmentEdition edition(String id, int n) {
        return SegmentEdition.builder(new SegmentEditionId(id))
                .stamp("stamp-" + n)
                .nextFlip(Varied.maybe(n, 1, Varied.instant(n, 2)))
                .build();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static Event event(String id, int n) {
        return Event.of(
                new EventId(id),
                Varied.one(n, 1, "customer.renamed", "lead.captured"),
                EntityRef.of(new CustomerId(id("customer", n % 20))),
                Varied.some(
                        n, 2, new EntityRef("lead", id("lead", 1)), EntityRef.of(new CustomerId(id("customer", 2)))),
                Varied.instant(n, 3),
                Varied.one(n, 4, Actor.user(id("user", 1)), Actor.SYSTEM),
                Varied.some(
                        n,
                        5,
                        new Change("name", "text", "Ashá", "आशा 😀", true),
                        new Change("source", "text", null, Varied.textOrNone(n, 6), false)),
                n == 0 ? Map.of() : Map.of("reason", Varied.text(n, 7)));
    }
}
