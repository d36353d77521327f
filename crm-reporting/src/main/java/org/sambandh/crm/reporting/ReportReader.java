package org.sambandh.crm.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.campaign.Campaign;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.PipelineId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.json.CrmJson;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.settings.RatePolicy;

/** Reads definitions of reports. */
final class ReportReader {

    private static final int MANY = 1_000;
    private static final int MAX_DEPTH = 2;

    private final JsonMapper mapper;
    private final CrmJson conditions;
    private final Catalog catalog;

    ReportReader(JsonMapper mapper, CrmJson conditions, Catalog catalog) {
        this.mapper = mapper;
        this.conditions = conditions;
        this.catalog = catalog;
    }

    Tabulation read(Place place) {
        place.object();
        if (place.has("funnel")) {
            String name = place.get("name").text();
            Label title = label(place.get("title"));
            PipelineId pipeline = place.get("funnel")
                    .told(() -> new PipelineId(place.get("funnel").text()));
            Condition<Opportunity> filter = condition(Opportunity.class, place.find("filter"));
            place.done();
            return place.told(() -> new Funnel(name, title, pipeline, filter));
        }
        Place subject = place.get("subject");
        Class<?> type = subject.told(() -> catalog.subject(subject.text()).type());
        if (place.has("parts")) {
            return parts(type, place);
        } else if (place.has("results")) {
            return campaigns(type, place);
        }
        return report(type, place);
    }

    private <P> Tabulation parts(Class<P> owner, Place place) {
        Place named = place.get("parts");
        Relation<P, ?> relation = named.told(() -> catalog.relation(owner, named.text()));
        if (relation instanceof Relation.Parts<P, ?> parts) {
            return within(parts, condition(owner, place.find("within")), place);
        }
        throw named.invalid("a relation to parts inside the subject");
    }

    private <P, S> Tabulation within(Relation.Parts<P, S> parts, Condition<P> within, Place place) {
        return new PartsReport<>(parts, within, report(parts.fact(), place));
    }

    private Tabulation campaigns(Class<?> type, Place place) {
        Place results = place.get("results");
        if (type != Campaign.class || !results.truth()) {
            throw results.invalid("true, of campaigns");
        }
        String name = place.get("name").text();
        Label title = label(place.get("title"));
        Condition<Campaign> filter = condition(Campaign.class, place.find("filter"));
        Place conversion = place.find("conversion");
        RatePolicy policy = conversion == null ? null : ratePolicy(conversion.object());
        if (conversion != null) {
            conversion.done();
        }
        place.done();
        return place.told(() -> new CampaignReport(name, title, filter, policy));
    }

    private <S> Report<S> report(Class<S> subject, Place place) {
        String name = place.get("name").text();
        Label title = label(place.get("title"));
        Condition<S> filter = condition(subject, place.find("filter"));
        List<Dimension<S>> dimensions = new ArrayList<>();
        for (Place item : list(place.find("dimensions"))) {
            dimensions.add(dimension(subject, item));
        }
        List<ReportMeasure<S>> measures = new ArrayList<>();
        for (Place item : place.get("measures").items(MANY)) {
            measures.add(measure(subject, item, 0));
        }
        List<Sort> sorts = new ArrayList<>();
        for (Place item : list(place.find("sort"))) {
            Place descending = item.object().find("descending");
            sorts.add(new Sort(item.get("by").text(), descending != null && descending.truth()));
            item.done();
        }
        Place top = place.find("top");
        int rows = top == null ? 0 : top.whole();
        Place currency = place.find("currency");
        CurrencyPolicy<S> policy = currency == null ? new CurrencyPolicy.Each<>() : policy(subject, currency);
        Place drawn = place.find("chart");
        Chart chart = drawn == null ? Chart.TABLE : chart(drawn);
        place.done();
        return place.told(
                () -> new Report<>(name, title, subject, filter, dimensions, measures, sorts, rows, policy, chart));
    }

    static Label label(Place place) {
        if (place.node().isTextual()) {
            return place.told(() -> Label.of(place.text()));
        }
        place.object();
        SortedMap<String, String> words = new TreeMap<>();
        Iterator<String> languages = place.node().fieldNames();
        while (languages.hasNext()) {
            String language = languages.next();
            words.put(language, place.get(language).text());
        }
        return place.told(() -> new Label(words));
    }

    private static @Nullable Label optionalLabel(Place place) {
        Place label = place.find("label");
        return label == null ? null : label(label);
    }

    private static List<Place> list(@Nullable Place place) {
        return place == null ? List.of() : place.items(MANY);
    }

    private <S> Condition<S> condition(Class<S> subject, @Nullable Place place) {
        if (place == null) {
            return Conditions.always();
        }
        try {
            return conditions.readCondition(subject, mapper.writeValueAsString(place.node()));
        } catch (Invalid e) {
            String inside = e.path().startsWith("$") ? e.path().substring(1) : "";
            throw new Invalid(place.path() + inside, e.why());
        } catch (JsonProcessingException e) {
            throw place.invalid("no condition");
        }
    }

    private <S> Field<S, ?> field(Class<S> subject, Place place) {
        return place.told(() -> catalog.field(subject, place.text()));
    }

    @SuppressWarnings("unchecked") // a field of kind MONEY has elements of class Money
    private <S> Field<S, Money> money(Class<S> subject, Place place) {
        return (Field<S, Money>) ofKind(FieldType.Kind.MONEY, field(subject, place), place);
    }

    @SuppressWarnings("unchecked") // a field of kind NUMBER has elements of class BigDecimal
    private <S> Field<S, BigDecimal> number(Class<S> subject, Place place) {
        return (Field<S, BigDecimal>) ofKind(FieldType.Kind.NUMBER, field(subject, place), place);
    }

    private static <S> Field<S, ?> ofKind(FieldType.Kind kind, Field<S, ?> field, Place place) {
        if (field.type().kind() != kind) {
            throw place.invalid("a field of type " + kind + " is expected, found " + field.type());
        }
        return field;
    }

    private <S> Dimension<S> dimension(Class<S> subject, Place place) {
        Field<S, ?> field = field(subject, place.object().get("field"));
        Place named = place.find("name");
        String name = named == null ? field.name() : named.text();
        Label label = optionalLabel(place);
        Place bucket = place.find("bucket");
        Place bands = place.find("bands");
        Place groups = place.find("groups");
        place.done();
        return place.told(() -> {
            if (bucket != null && bands == null && groups == null) {
                return new Dimension.Time<>(name, field, bucket.oneOf(TimeBucket.class), label);
            } else if (bands != null && bucket == null && groups == null) {
                List<BigDecimal> bounds =
                        bands.items(MANY).stream().map(Place::number).toList();
                return new Dimension.Bands<>(name, field, bounds, label);
            } else if (groups != null && bucket == null && bands == null) {
                List<Dimension.Group> all =
                        groups.items(MANY).stream().map(ReportReader::group).toList();
                return new Dimension.Groups<>(name, field, all, label);
            } else if (groups != null || bucket != null) {
                throw place.invalid("one of bucket, bands and groups at most");
            }
            return new Dimension.Values<>(name, field, label);
        });
    }

    private static Dimension.Group group(Place place) {
        String key = place.object().get("key").text();
        Label label = label(place.get("label"));
        List<String> values =
                place.get("values").items(MANY).stream().map(Place::text).toList();
        place.done();
        return place.told(() -> new Dimension.Group(key, label, values));
    }

    private <S> ReportMeasure<S> measure(Class<S> subject, Place place, int depth) {
        if (depth >= MAX_DEPTH) {
            throw place.invalid("a ratio of plain measures only");
        }
        String name = place.object().get("name").text();
        Label label = optionalLabel(place);
        ReportMeasure<S> measure = place.told(() -> measure(subject, place, name, label, depth));
        place.done();
        return measure;
    }

    private <S> ReportMeasure<S> measure(Class<S> subject, Place place, String name, @Nullable Label label, int depth) {
        if (place.has("share")) {
            Condition<S> part = condition(subject, place.get("share"));
            Condition<S> whole = condition(subject, place.find("of"));
            Place byValue = place.find("byValue");
            Field<S, ?> value = byValue == null ? null : field(subject, byValue);
            return new ReportMeasure.Share<>(name, part, whole, value, label);
        } else if (place.has("ratio")) {
            ReportMeasure<S> part = measure(subject, place.get("ratio"), depth + 1);
            return new ReportMeasure.Ratio<>(name, part, measure(subject, place.get("to"), depth + 1), label);
        }
        Condition<S> where = condition(subject, place.find("where"));
        for (ReportMeasure.Kind kind : ReportMeasure.Kind.values()) {
            Place of = place.find(kind.name().toLowerCase(Locale.ROOT));
            if (of != null) {
                return new ReportMeasure.OfField<>(name, kind, field(subject, of), where, label);
            }
        }
        if (place.has("weighted")) {
            Field<S, Money> amount = money(subject, place.get("weighted"));
            return new ReportMeasure.Weighted<>(name, amount, number(subject, place.get("by")), where, label);
        } else if (place.has("distinct")) {
            return new ReportMeasure.Distinct<>(name, field(subject, place.get("distinct")), where, label);
        } else if (place.has("count")) {
            if (!place.get("count").truth()) {
                throw place.invalid("count is true, or something else is measured");
            }
            return new ReportMeasure.Count<>(name, where, label);
        }
        throw place.invalid("no measure: one of count, sum, average, min, max, weighted, distinct, share and ratio");
    }

    private <S> CurrencyPolicy<S> policy(Class<S> subject, Place place) {
        Place wanted = place.object().get("to");
        Currency to = wanted.told(() -> Money.currencyOf(wanted.text()));
        List<Field<S, ?>> days = new ArrayList<>();
        for (Place day : list(place.find("days"))) {
            days.add(field(subject, day));
        }
        RatePolicy policy = ratePolicy(place);
        place.done();
        return place.told(() -> new CurrencyPolicy.Converted<>(to, policy, days));
    }

    private static RatePolicy ratePolicy(Place place) {
        Place named = place.get("policy");
        Place on = place.find("on");
        RatePolicy policy = switch (named.text()) {
            case "ON_CLOSE" -> RatePolicy.ON_CLOSE;
            case "ON_BOOKING" -> RatePolicy.ON_BOOKING;
            case "AS_OF" -> RatePolicy.asOf(day(place.get("on")));
            default -> throw named.invalid("ON_CLOSE, ON_BOOKING or AS_OF");
        };
        if (on != null && !(policy instanceof RatePolicy.AsOf)) {
            throw on.invalid("a day belongs to AS_OF only");
        }
        return policy;
    }

    private static LocalDate day(Place place) {
        try {
            return LocalDate.parse(place.text());
        } catch (DateTimeException e) {
            throw place.invalid("a day such as 2026-03-31 is expected");
        }
    }

    private static Chart chart(Place place) {
        Chart.Kind kind = place.object().get("kind").oneOf(Chart.Kind.class);
        Place across = place.find("across");
        String column = across == null ? "" : across.text();
        List<String> series =
                list(place.find("series")).stream().map(Place::text).toList();
        place.done();
        return place.told(() -> new Chart(kind, column, series));
    }
}
