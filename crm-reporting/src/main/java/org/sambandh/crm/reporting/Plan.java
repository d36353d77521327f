package org.sambandh.crm.reporting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.settings.FiscalCalendar;
import org.sambandh.crm.table.FactTableBuilder;

/** A report checked against a catalogue and taken apart into what must be kept of each group. */
final class Plan<S> {

    private final Report<S> report;
    private final List<Part<S>> parts = new ArrayList<>();
    private final List<Need> needs = new ArrayList<>();

    /**
     * Which parts a measure is made of.
     *
     * @param first the place of its part
     * @param second the place of what it is divided by; -1 for nothing
     */
    record Need(int first, int second) {}

    private Plan(Report<S> report) {
        this.report = report;
        // Groups are known by their subjects, whether any measure counts them or not.
        parts.add(Part.count(Conditions.always()));
    }

    static <S> Plan<S> of(Report<S> report, Catalog catalog) {
        if (catalog.subject(report.subject()).id().isEmpty()) {
            throw new Invalid("report.subject", "an entity; what stands inside one is the subject of a PartsReport");
        }
        return checked(report, catalog);
    }

    static <P, S> Plan<S> of(PartsReport<P, S> report, Catalog catalog) {
        Relation.Parts<P, S> parts = report.parts();
        if (!catalog.relation(parts.subject(), parts.name()).equals(parts)) {
            throw new Invalid("report.parts", "no relation " + parts.name() + " in the catalogue of this tenant");
        }
        runs(catalog, parts.subject(), "report.within", report.within());
        return checked(report.report(), catalog);
    }

    private static <S> Plan<S> checked(Report<S> report, Catalog catalog) {
        if (report.measures().isEmpty()) {
            throw new Invalid("report.measures", "at least one");
        }
        Plan<S> plan = new Plan<>(report);
        runs(catalog, report.subject(), "report.filter", report.filter());
        List<Dimension<S>> dimensions = report.dimensions();
        for (int i = 0; i < dimensions.size(); i++) {
            known(
                    catalog,
                    report.subject(),
                    "report.dimensions[" + i + "].field",
                    dimensions.get(i).field());
        }
        List<ReportMeasure<S>> measures = report.measures();
        for (int i = 0; i < measures.size(); i++) {
            plan.needs.add(plan.need(measures.get(i), "report.measures[" + i + "]", catalog));
        }
        if (report.currency() instanceof CurrencyPolicy.Converted<S> converted) {
            for (int i = 0; i < converted.days().size(); i++) {
                known(
                        catalog,
                        report.subject(),
                        "report.currency.days[" + i + "]",
                        converted.days().get(i));
            }
        }
        return plan;
    }

    Report<S> report() {
        return report;
    }

    List<Part<S>> parts() {
        return parts;
    }

    Need need(int measure) {
        return needs.get(measure);
    }

    Part<S> part(int place) {
        return parts.get(place);
    }

    /** Says what a table must hold for this report. */
    void addTo(FactTableBuilder<S> table) {
        table.needing(report.filter());
        report.dimensions().forEach(dimension -> table.fields(dimension.field()));
        for (Part<S> part : parts) {
            table.needing(part.where());
            for (Field<S, ?> field :
                    Arrays.<@Nullable Field<S, ?>>asList(part.value(), part.factor(), part.different())) {
                if (field != null) {
                    table.fields(field);
                }
            }
        }
        if (report.currency() instanceof CurrencyPolicy.Converted<S> converted) {
            converted.days().forEach(table::fields);
        }
    }

    /** {@return a coder for each dimension} */
    List<Coder> coders(FiscalCalendar calendar, Moment moment) {
        List<Coder> coders = new ArrayList<>();
        for (Dimension<S> dimension : report.dimensions()) {
            FieldType<?> type = dimension.field().type();
            if (dimension instanceof Dimension.Time<S> time) {
                coders.add(new TimeCoder(type, time.bucket(), calendar, moment));
            } else if (dimension instanceof Dimension.Bands<S> bands) {
                coders.add(new BandCoder(type, bands.bounds()));
            } else if (dimension instanceof Dimension.Groups<S> groups) {
                coders.add(new GroupCoder<>(type, groups.groups()));
            } else {
                coders.add(new ValueCoder<>(type));
            }
        }
        return coders;
    }

    private Need need(ReportMeasure<S> measure, String path, Catalog catalog) {
        if (measure instanceof ReportMeasure.Count<S> count) {
            return new Need(place(Part.count(runs(catalog, report.subject(), path + ".where", count.where()))), -1);
        } else if (measure instanceof ReportMeasure.OfField<S> of) {
            known(catalog, report.subject(), path + ".field", of.field());
            runs(catalog, report.subject(), path + ".where", of.where());
            return new Need(place(new Part<>(of.where(), of.field(), null, null)), -1);
        } else if (measure instanceof ReportMeasure.Weighted<S> weighted) {
            known(catalog, report.subject(), path + ".weighted", weighted.amount());
            known(catalog, report.subject(), path + ".by", weighted.by());
            runs(catalog, report.subject(), path + ".where", weighted.where());
            return new Need(place(new Part<>(weighted.where(), weighted.amount(), weighted.by(), null)), -1);
        } else if (measure instanceof ReportMeasure.Distinct<S> distinct) {
            known(catalog, report.subject(), path + ".distinct", distinct.field());
            runs(catalog, report.subject(), path + ".where", distinct.where());
            return new Need(place(new Part<>(distinct.where(), null, null, distinct.field())), -1);
        } else if (measure instanceof ReportMeasure.Share<S> share) {
            Field<S, ?> value = share.byValue();
            if (value != null) {
                known(catalog, report.subject(), path + ".byValue", value);
            }
            runs(catalog, report.subject(), path + ".share", share.part());
            runs(catalog, report.subject(), path + ".of", share.whole());
            Condition<S> both = Conditions.all(share.whole(), share.part());
            return new Need(
                    place(new Part<>(both, value, null, null)), place(new Part<>(share.whole(), value, null, null)));
        } else if (measure instanceof ReportMeasure.Ratio<S> ratio) {
            Need part = need(ratio.part(), path + ".ratio", catalog);
            Need of = need(ratio.of(), path + ".to", catalog);
            return new Need(part.first(), of.first());
        }
        throw new IllegalStateException("no such measure");
    }

    private int place(Part<S> part) {
        int known = parts.indexOf(part);
        if (known < 0) {
            parts.add(part);
        }
        return known < 0 ? parts.size() - 1 : known;
    }

    private static <S> void known(Catalog catalog, Class<S> subject, String path, Field<S, ?> field) {
        @Nullable
        Field<S, ?> declared = catalog.findField(subject, field.name()).orElse(null);
        if (declared == null || !declared.equals(field)) {
            throw new Invalid(path, "no field " + field + " in the catalogue of this tenant");
        }
    }

    private static <S> Condition<S> runs(Catalog catalog, Class<S> subject, String path, Condition<S> condition) {
        try {
            return CompiledCondition.of(condition, subject, catalog).condition();
        } catch (Invalid e) {
            throw new Invalid(path, e.path() + ": " + e.why(), e);
        }
    }
}
