package org.sambandh.crm.condition;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.common.TeamId;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Memberships;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.settings.FiscalCalendar;

/** A small catalogue with every kind of field and relation, for tests of the engine alone. */
final class Shop {

    private Shop() {}

    static final FieldType<CustomerId> CLIENT_ID = FieldType.id(CustomerId.class, CustomerId::new);
    static final FieldType<TeamId> TEAM_ID = FieldType.id(TeamId.class, TeamId::new);
    static final FieldType<SegmentId> SEGMENT_ID = FieldType.id(SegmentId.class, SegmentId::new);

    enum Grade {
        GOLD,
        NOT_YET
    }

    record Client(CustomerId id, Values values, List<Address> addresses) {

        record Values(
                @Nullable String name,
                @Nullable Grade grade,
                @Nullable Boolean optedIn,
                @Nullable BigDecimal score,
                @Nullable LocalDate birthDate,
                @Nullable Instant lastSeen,
                @Nullable Money budget,
                List<String> tags,
                List<Instant> alarms,
                @Nullable TeamId team) {}
    }

    record Address(@Nullable String city, @Nullable Instant since) {}

    record Team(
            TeamId id,
            @Nullable String office,
            @Nullable Instant founded,
            @Nullable TeamId parent) {}

    record Visit(
            CustomerId client,
            @Nullable String channel,
            @Nullable BigDecimal amount,
            @Nullable Instant at,
            @Nullable Instant answered,
            @Nullable TeamId team) {}

    record Stay(
            CustomerId client,
            String kind,
            SegmentId segment,
            Instant since,
            @Nullable Instant until) {}

    static final Field.One<Client, CustomerId> ID = Field.one(Client.class, "id", CLIENT_ID, Client::id);
    static final Field.One<Client, String> NAME =
            Field.one(Client.class, "name", FieldType.TEXT, c -> c.values().name());
    static final Field.One<Client, Grade> GRADE = Field.one(
            Client.class,
            "grade",
            FieldType.enumOf(Grade.class),
            c -> c.values().grade());
    static final Field.One<Client, Boolean> OPTED_IN = Field.one(
            Client.class, "optedIn", FieldType.BOOLEAN, c -> c.values().optedIn());
    static final Field.One<Client, BigDecimal> SCORE = Field.one(
            Client.class, "score", FieldType.number(3), c -> c.values().score());
    static final Field.One<Client, LocalDate> BIRTH_DATE =
            Field.one(Client.class, "birthDate", FieldType.DATE, c -> c.values().birthDate());
    static final Field.One<Client, Instant> LAST_SEEN = Field.one(
            Client.class, "lastSeen", FieldType.INSTANT, c -> c.values().lastSeen());
    static final Field.One<Client, Money> BUDGET =
            Field.one(Client.class, "budget", FieldType.MONEY, c -> c.values().budget());
    static final Field.Many<Client, String> TAGS =
            Field.many(Client.class, "tags", FieldType.TEXT, c -> c.values().tags());
    static final Field.Many<Client, Instant> ALARMS = Field.many(
            Client.class, "alarms", FieldType.INSTANT, c -> c.values().alarms());
    static final Field.Reference<Client, TeamId, Team> TEAM = Field.reference(
            Client.class,
            "team",
            TEAM_ID,
            Team.class,
            c -> Optional.ofNullable(c.values().team()));

    static final Field.One<Address, String> CITY = Field.one(Address.class, "city", FieldType.TEXT, Address::city);
    static final Field.One<Address, Instant> SINCE =
            Field.one(Address.class, "since", FieldType.INSTANT, Address::since);

    static final Field.One<Team, TeamId> TEAM_KEY = Field.one(Team.class, "id", TEAM_ID, Team::id);
    static final Field.One<Team, String> OFFICE = Field.one(Team.class, "office", FieldType.TEXT, Team::office);
    static final Field.One<Team, Instant> FOUNDED = Field.one(Team.class, "founded", FieldType.INSTANT, Team::founded);
    static final Field.Reference<Team, TeamId, Team> PARENT =
            Field.reference(Team.class, "parent", TEAM_ID, Team.class, t -> Optional.ofNullable(t.parent()));

    static final Field.One<Visit, CustomerId> VISITOR = Field.one(Visit.class, "client", CLIENT_ID, Visit::client);
    static final Field.One<Visit, String> CHANNEL = Field.one(Visit.class, "channel", FieldType.TEXT, Visit::channel);
    static final Field.One<Visit, BigDecimal> AMOUNT =
            Field.one(Visit.class, "amount", FieldType.number(3), Visit::amount);
    static final Field.One<Visit, Instant> AT = Field.one(Visit.class, "at", FieldType.INSTANT, Visit::at);
    static final Field.One<Visit, Instant> ANSWERED =
            Field.one(Visit.class, "answered", FieldType.INSTANT, Visit::answered);
    static final Field.Reference<Visit, TeamId, Team> SEEN_BY =
            Field.reference(Visit.class, "team", TEAM_ID, Team.class, v -> Optional.ofNullable(v.team()));

    static final Field.One<Stay, CustomerId> STAYER = Field.one(Stay.class, "client", CLIENT_ID, Stay::client);
    static final Field.One<Stay, String> KIND = Field.one(Stay.class, "kind", FieldType.TEXT, Stay::kind);
    static final Field.One<Stay, SegmentId> SEGMENT = Field.one(Stay.class, "segment", SEGMENT_ID, Stay::segment);
    static final Field.One<Stay, Instant> FROM = Field.one(Stay.class, "since", FieldType.INSTANT, Stay::since);
    static final Field.One<Stay, Instant> UNTIL = Field.one(Stay.class, "until", FieldType.INSTANT, Stay::until);

    static final Relation<Client, Visit> VISITS =
            Relation.join("visits", ID, VISITOR).at(AT);
    static final Relation<Client, Address> ADDRESSES =
            Relation.parts("addresses", Client.class, Address.class, Client::addresses);
    static final Relation<Client, Address> MOVES = Relation.parts(
                    "moves", Client.class, Address.class, Client::addresses)
            .at(SINCE);
    static final Relation<Client, Stay> STAYS =
            Relation.join("stays", ID, STAYER).at(FROM);

    static final Catalog CATALOG = Catalog.builder(FiscalCalendar.startingIn(Month.APRIL))
            .entity(
                    Client.class,
                    "client",
                    ID,
                    List.of(NAME, GRADE, OPTED_IN, SCORE, BIRTH_DATE, LAST_SEEN, BUDGET, TAGS, ALARMS, TEAM))
            .entity(Team.class, "team", TEAM_KEY, List.of(OFFICE, FOUNDED, PARENT))
            .part(Address.class, "address", List.of(CITY, SINCE))
            .part(Visit.class, "visit", List.of(VISITOR, CHANNEL, AMOUNT, AT, ANSWERED, SEEN_BY))
            .part(Stay.class, "stay", List.of(STAYER, KIND, SEGMENT, FROM, UNTIL))
            .relation(VISITS)
            .relation(ADDRESSES)
            .relation(MOVES)
            .memberships(new Memberships<>(STAYS, KIND, SEGMENT, UNTIL))
            .build();

    static final Client.Values NOTHING =
            new Client.Values(null, null, null, null, null, null, null, List.of(), List.of(), null);

    static Client client(String id) {
        return new Client(new CustomerId(id), NOTHING, List.of());
    }

    static <V> Client with(Field.One<Client, V> field, @Nullable V value) {
        return new Client(
                new CustomerId("c"),
                new Client.Values(
                        pick(NAME, field, value),
                        pick(GRADE, field, value),
                        pick(OPTED_IN, field, value),
                        pick(SCORE, field, value),
                        pick(BIRTH_DATE, field, value),
                        pick(LAST_SEEN, field, value),
                        pick(BUDGET, field, value),
                        List.of(),
                        List.of(),
                        pick(TEAM, field, value)),
                List.of());
    }

    private static <T> @Nullable T pick(Field.One<Client, T> wanted, Field<Client, ?> given, @Nullable Object value) {
        return wanted.equals(given) && value != null
                ? wanted.type().valueClass().cast(value)
                : null;
    }

    /** A store of lists, which counts how often it is asked. */
    static final class Stock implements Facts {

        private final List<Object> all = new ArrayList<>();
        final List<String> asked = new ArrayList<>();

        Stock(Object... facts) {
            all.addAll(List.of(facts));
        }

        Stock(List<?> facts) {
            all.addAll(facts);
        }

        @Override
        public <S, R> List<List<R>> related(Relation<S, R> relation, List<S> chunk, Moment moment) {
            asked.add(relation.name());
            return chunk.stream().map(subject -> of(relation, subject)).toList();
        }

        private <S, R> List<R> of(Relation<S, R> relation, S subject) {
            return all.stream()
                    .filter(relation.fact()::isInstance)
                    .map(relation.fact()::cast)
                    .filter(fact -> belongs(relation, subject, fact))
                    .toList();
        }

        private static <S, R> boolean belongs(Relation<S, R> relation, S subject, R fact) {
            if (relation instanceof Relation.Join<S, R> join) {
                Field.One<R, ?> key = (Field.One<R, ?>) join.factKey();
                return String.valueOf(join.subjectKey().get(subject)).equals(String.valueOf(key.get(fact)));
            }
            Id wanted = ((Relation.ToOne<S, R>) relation).reference().get(subject);
            return fact instanceof Team team && team.id().equals(wanted);
        }
    }
}
