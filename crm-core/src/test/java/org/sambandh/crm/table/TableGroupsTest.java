package org.sambandh.crm.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.table.Shopper.CATALOG;
import static org.sambandh.crm.table.Shopper.NOW;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.condition.CalendarUnit;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.GroupQuery;

class TableGroupsTest {

    private static final List<Shopper> SHOPPERS = Shopper.some(5_000);
    private static final TableView<Shopper> VIEW = Shopper.table(SHOPPERS).view();
    private static final Moment IN_KOLKATA = new Moment(NOW.at(), ZoneId.of("Asia/Kolkata"));

    private static Map<List<@Nullable Object>, List<Shopper>> byHand(
            List<Shopper> shoppers, List<Function<Shopper, @Nullable Object>> keys) {
        Map<List<@Nullable Object>, List<Shopper>> groups = new HashMap<>();
        for (Shopper shopper : shoppers) {
            List<@Nullable Object> key = new ArrayList<>();
            keys.forEach(k -> key.add(k.apply(shopper)));
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(shopper);
        }
        return groups;
    }

    private static List<BigDecimal> sorted(List<Shopper> shoppers, Function<Shopper, @Nullable BigDecimal> number) {
        return shoppers.stream().map(number).filter(Objects::nonNull).sorted().toList();
    }

    @Test
    void everyMeasureOfEveryGroupIsThatOfItsSubjects() {
        Condition<Shopper> filter = where(Shopper.OPTED_IN, is(true));
        List<TableMeasure<Shopper>> measures = List.of(
                TableMeasure.of(TableMeasure.Kind.PRESENT, Shopper.RATING),
                TableMeasure.of(TableMeasure.Kind.SUM, Shopper.RATING),
                TableMeasure.of(TableMeasure.Kind.MIN, Shopper.RATING),
                TableMeasure.of(TableMeasure.Kind.MAX, Shopper.RATING),
                TableMeasure.of(TableMeasure.Kind.AVERAGE, Shopper.RATING),
                TableMeasure.quantile(Shopper.RATING, "0.5"),
                TableMeasure.quantile(Shopper.RATING, "0.9"),
                TableMeasure.of(TableMeasure.Kind.DISTINCT, Shopper.INDUSTRY),
                TableMeasure.of(TableMeasure.Kind.DISTINCT, Shopper.RATING),
                TableMeasure.of(TableMeasure.Kind.MAX, Shopper.BORN));
        List<TableGroup> groups = VIEW.group(
                VIEW.select(filter, NOW),
                List.of(TableKey.of(Shopper.COUNTRY), TableKey.of(Shopper.SOURCE), TableKey.of(Shopper.TIER)),
                measures,
                NOW);
        Map<List<@Nullable Object>, List<Shopper>> expected = byHand(
                SHOPPERS.stream().filter(Shopper::optedIn).toList(),
                List.of(Shopper::country, Shopper::source, Shopper::tier));
        assertThat(groups).hasSameSizeAs(expected.keySet());
        for (TableGroup group : groups) {
            List<Shopper> members = expected.get(group.keys());
            List<BigDecimal> ratings = sorted(members, Shopper::rating);
            BigDecimal sum = ratings.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(group.count()).isEqualTo(members.size());
            assertThat(group.values())
                    .containsExactly(
                            (long) ratings.size(),
                            sum.setScale(2),
                            ratings.get(0),
                            ratings.get(ratings.size() - 1),
                            sum.divide(BigDecimal.valueOf(ratings.size()), 9, RoundingMode.HALF_EVEN),
                            ratings.get((ratings.size() + 1) / 2 - 1),
                            ratings.get((int) Math.ceil(ratings.size() * 0.9 - 1e-9) - 1),
                            members.stream()
                                    .map(Shopper::industry)
                                    .filter(Objects::nonNull)
                                    .distinct()
                                    .count(),
                            ratings.stream().distinct().count(),
                            members.stream()
                                    .map(Shopper::born)
                                    .max(Comparator.naturalOrder())
                                    .orElseThrow());
        }
    }

    @Test
    void calendarUnitsAreCountedInTheZoneOfTheMoment() {
        for (CalendarUnit unit : CalendarUnit.values()) {
            List<TableGroup> groups =
                    VIEW.group(VIEW.all(), List.of(TableKey.by(Shopper.LAST_SEEN, unit)), List.of(), IN_KOLKATA);
            Map<List<@Nullable Object>, List<Shopper>> days = byHand(
                    SHOPPERS,
                    List.of(s -> s.lastSeen() == null ? null : LocalDate.ofInstant(s.lastSeen(), IN_KOLKATA.zone())));
            Map<@Nullable Object, Long> expected = new HashMap<>();
            days.forEach((key, members) -> {
                LocalDate day = (LocalDate) key.get(0);
                expected.merge(day == null ? null : start(day, unit), (long) members.size(), Long::sum);
            });
            Map<@Nullable Object, Long> found = new HashMap<>();
            groups.forEach(group -> found.put(group.keys().get(0), group.count()));
            assertThat(found).as(unit.toString()).isEqualTo(expected);
        }
    }

    private static LocalDate start(LocalDate day, CalendarUnit unit) {
        return switch (unit) {
            case DAY -> day;
            case WEEK -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
            case YEAR -> day.withDayOfYear(1);
            case FISCAL_QUARTER -> CATALOG.fiscalCalendar().quarterOf(day).start();
            case FISCAL_YEAR -> CATALOG.fiscalCalendar().yearOf(day).start();
        };
    }

    @Test
    void amountsAreMeasuredByCurrencyAndRefusedWithoutIt() {
        TableMeasure<Shopper> sum = TableMeasure.of(TableMeasure.Kind.SUM, Shopper.BUDGET);
        List<TableGroup> groups =
                VIEW.group(VIEW.all(), List.of(TableKey.currencyOf(Shopper.BUDGET)), List.of(sum), NOW);
        assertThat(groups).hasSize(2);
        for (TableGroup group : groups) {
            BigDecimal expected = SHOPPERS.stream()
                    .map(Shopper::budget)
                    .filter(budget -> budget.currency().equals(group.keys().get(0)))
                    .map(Money::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(group.values()).containsExactly(expected);
        }
        assertThatThrownBy(() -> VIEW.group(VIEW.all(), List.of(), List.of(sum), NOW))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("currency");
    }

    @Test
    void oneGroupOfAllAndNoneOfNobody() {
        List<TableMeasure<Shopper>> none = List.of();
        assertThat(VIEW.group(VIEW.all(), List.of(), none, NOW))
                .containsExactly(new TableGroup(List.of(), 5_000, List.of()));
        Selection<Shopper> nobody = VIEW.select(where(Shopper.COUNTRY, is("XX")), NOW);
        assertThat(VIEW.group(nobody, List.of(TableKey.of(Shopper.COUNTRY)), none, NOW))
                .isEmpty();
        assertThatThrownBy(() -> VIEW.group(Shopper.table(SHOPPERS).view().all(), List.of(), none, NOW))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void whatHasNoOrderOrManyValuesIsNotMeasured() {
        assertThatThrownBy(() -> TableMeasure.of(TableMeasure.Kind.SUM, Shopper.BORN))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> TableMeasure.of(TableMeasure.Kind.MAX, Shopper.COUNTRY))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> TableMeasure.of(TableMeasure.Kind.DISTINCT, Shopper.TAGS))
                .isInstanceOf(Invalid.class);
        for (String share : List.of("1.01", "-0.1", "NaN", "half", "1e999999999", "1e-999999999", "1e99999999999")) {
            assertThatThrownBy(() -> TableMeasure.quantile(Shopper.RATING, share))
                    .isInstanceOfSatisfying(
                            Invalid.class, e -> assertThat(e.path()).isEqualTo("rating"));
        }
        assertThatThrownBy(() -> TableKey.of(Shopper.BUDGET)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> TableKey.by(Shopper.RATING, CalendarUnit.DAY)).isInstanceOf(Invalid.class);
    }

    @Test
    void sumsBeyondALongAreExact() {
        BigDecimal most = new BigDecimal("9999999999999999.99");
        List<Shopper> rich = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            Shopper s = Shopper.of(i);
            rich.add(new Shopper(
                    s.id(),
                    null,
                    "IN",
                    null,
                    s.tier(),
                    s.employees(),
                    true,
                    s.born(),
                    s.created(),
                    null,
                    s.budget(),
                    most,
                    List.of(),
                    List.of()));
        }
        TableView<Shopper> view = Shopper.table(rich).view();
        TableGroup all = view.group(
                        view.all(),
                        List.of(),
                        List.of(
                                TableMeasure.of(TableMeasure.Kind.SUM, Shopper.RATING),
                                TableMeasure.of(TableMeasure.Kind.AVERAGE, Shopper.RATING)),
                        NOW)
                .get(0);
        assertThat(all.values()).containsExactly(most.multiply(BigDecimal.valueOf(3_000)), most.setScale(9));
    }

    @Test
    void aQueryIsAnsweredOnlyWhereTheTableHoldsAllItNames() {
        TableView<Shopper> small = FactTable.builder(CATALOG, Shopper.class)
                .fields(Shopper.COUNTRY, Shopper.RATING)
                .build(SHOPPERS, Facts.NONE, NOW)
                .view();
        assertThat(small.group(query(Shopper.COUNTRY, Conditions.always())).orElseThrow())
                .hasSize(4);
        assertThat(small.group(query(Shopper.SOURCE, Conditions.always()))).isEmpty();
        assertThat(small.group(query(Shopper.COUNTRY, where(Shopper.SOURCE, is("web")))))
                .isEmpty();
        Field<Shopper, String> odd = Field.one(Shopper.class, "odd", FieldType.TEXT, Shopper::country);
        assertThatThrownBy(() -> small.group(query(Shopper.COUNTRY, where(odd, is("x")))))
                .isInstanceOf(Invalid.class);
        Optional<List<GroupQuery.Row>> other = small.group(
                new GroupQuery<>(Shopper.Order.class, Conditions.always(), NOW, List.of(), null, List.of()));
        assertThat(other).isEmpty();
    }

    private static GroupQuery<Shopper> query(Field<Shopper, ?> key, Condition<Shopper> condition) {
        return new GroupQuery<>(Shopper.class, condition, NOW, List.of(key), null, List.of(Shopper.RATING));
    }

    @Test
    void factsOfEachSubjectAreCountedAndToldOldestFirst() {
        Condition<Shopper.Order> online = where(Shopper.KIND, is("online"));
        Window window = Window.last(Duration.ofDays(200));
        int[] counts = VIEW.countFacts(Shopper.ORDERS, online, window, NOW);
        int[] told = new int[SHOPPERS.size()];
        long[] latest = new long[SHOPPERS.size()];
        Arrays.fill(latest, Long.MIN_VALUE);
        VIEW.forEachFact(Shopper.ORDERS, online, window, NOW, (row, micros) -> {
            told[row]++;
            assertThat(micros).isGreaterThanOrEqualTo(latest[row]);
            latest[row] = micros;
        });
        for (int row = 0; row < counts.length; row++) {
            List<Long> expected = SHOPPERS.get(row).orders().stream()
                    .filter(o -> o.kind().equals("online"))
                    .filter(o -> !o.at().isBefore(NOW.at().minusSeconds(200L * 86_400)))
                    .map(o -> FieldType.INSTANT.toLong(o.at()))
                    .sorted()
                    .toList();
            assertThat(counts[row]).isEqualTo(expected.size()).isEqualTo(told[row]);
            if (!expected.isEmpty()) {
                assertThat(latest[row]).isEqualTo(expected.get(expected.size() - 1));
            }
        }
    }
}
