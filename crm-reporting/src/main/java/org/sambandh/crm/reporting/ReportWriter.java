package org.sambandh.crm.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.campaign.Campaign;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.json.CrmJson;
import org.sambandh.crm.settings.RatePolicy;

/** Writes definitions of reports. */
final class ReportWriter {

    private final JsonMapper mapper;
    private final CrmJson conditions;
    private final Catalog catalog;

    ReportWriter(JsonMapper mapper, CrmJson conditions, Catalog catalog) {
        this.mapper = mapper;
        this.conditions = conditions;
        this.catalog = catalog;
    }

    ObjectNode write(Dashboard dashboard) {
        ObjectNode node = mapper.createObjectNode();
        node.set("title", label(dashboard.title()));
        ArrayNode reports = node.putArray("reports");
        dashboard.reports().forEach(report -> reports.add(write(report)));
        return node;
    }

    ObjectNode write(Tabulation report) {
        ObjectNode node = mapper.createObjectNode();
        node.put("name", report.name());
        node.set("title", label(report.title()));
        if (report instanceof Funnel funnel) {
            node.put("funnel", funnel.pipeline().value());
            condition(node, "filter", funnel.filter());
            return node;
        }
        if (report instanceof CampaignReport campaigns) {
            node.put("subject", catalog.subject(Campaign.class).name());
            node.put("results", true);
            condition(node, "filter", campaigns.filter());
            RatePolicy conversion = campaigns.conversion();
            if (conversion != null) {
                policy(node.putObject("conversion"), conversion);
            }
            return node;
        } else if (report instanceof PartsReport<?, ?> over) {
            Relation.Parts<?, ?> parts = over.parts();
            node.put("subject", catalog.subject(parts.subject()).name());
            node.put("parts", parts.name());
            condition(node, "within", over.within());
            return write(over.report(), node);
        }
        Report<?> plain = (Report<?>) report;
        node.put("subject", catalog.subject(plain.subject()).name());
        return write(plain, node);
    }

    private <S> ObjectNode write(Report<S> report, ObjectNode node) {
        condition(node, "filter", report.filter());
        ArrayNode dimensions = node.putArray("dimensions");
        report.dimensions().forEach(dimension -> dimensions.add(dimension(dimension)));
        ArrayNode measures = node.putArray("measures");
        report.measures().forEach(measure -> measures.add(measure(measure)));
        if (!report.sorts().isEmpty()) {
            ArrayNode sorts = node.putArray("sort");
            report.sorts()
                    .forEach(sort -> sorts.addObject().put("by", sort.by()).put("descending", sort.descending()));
        }
        if (report.top() > 0) {
            node.put("top", report.top());
        }
        if (report.currency() instanceof CurrencyPolicy.Converted<S> converted) {
            policy(node.putObject("currency"), converted);
        }
        if (report.chart().kind() != Chart.Kind.TABLE) {
            ObjectNode chart = node.putObject("chart");
            chart.put("kind", report.chart().kind().name());
            chart.put("across", report.chart().across());
            ArrayNode series = chart.putArray("series");
            report.chart().series().forEach(series::add);
        }
        return node;
    }

    private static void policy(ObjectNode node, CurrencyPolicy.Converted<?> converted) {
        node.put("to", converted.to().getCurrencyCode());
        policy(node, converted.policy());
        ArrayNode days = node.putArray("days");
        converted.days().forEach(day -> days.add(day.name()));
    }

    private static void policy(ObjectNode node, RatePolicy policy) {
        if (policy instanceof RatePolicy.AsOf asOf) {
            node.put("policy", "AS_OF");
            node.put("on", asOf.date().toString());
        } else {
            node.put("policy", policy.toString());
        }
    }

    private JsonNode label(Label label) {
        String forAll = label.byLanguage().get("");
        if (forAll != null && label.byLanguage().size() == 1) {
            return mapper.getNodeFactory().textNode(forAll);
        }
        ObjectNode node = mapper.createObjectNode();
        label.byLanguage().forEach(node::put);
        return node;
    }

    private void label(ObjectNode node, @Nullable Label label) {
        if (label != null) {
            node.set("label", label(label));
        }
    }

    private void condition(ObjectNode node, String property, Condition<?> condition) {
        if (condition instanceof Condition.Always) {
            return;
        }
        try {
            node.set(property, mapper.readTree(conditions.writeCondition(condition)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a condition was not written as JSON", e);
        }
    }

    private ObjectNode dimension(Dimension<?> dimension) {
        ObjectNode node = mapper.createObjectNode();
        node.put("name", dimension.name());
        node.put("field", dimension.field().name());
        label(node, dimension.label());
        if (dimension instanceof Dimension.Time<?> time) {
            node.put("bucket", time.bucket().name());
        } else if (dimension instanceof Dimension.Bands<?> bands) {
            ArrayNode bounds = node.putArray("bands");
            bands.bounds().forEach(bounds::add);
        } else if (dimension instanceof Dimension.Groups<?> groups) {
            ArrayNode all = node.putArray("groups");
            for (Dimension.Group group : groups.groups()) {
                ObjectNode one = all.addObject().put("key", group.key());
                one.set("label", label(group.label()));
                ArrayNode values = one.putArray("values");
                group.values().forEach(values::add);
            }
        }
        return node;
    }

    private ObjectNode measure(ReportMeasure<?> measure) {
        ObjectNode node = mapper.createObjectNode();
        node.put("name", measure.name());
        label(node, measure.label());
        if (measure instanceof ReportMeasure.Count<?> count) {
            node.put("count", true);
            condition(node, "where", count.where());
        } else if (measure instanceof ReportMeasure.OfField<?> of) {
            node.put(of.kind().name().toLowerCase(Locale.ROOT), of.field().name());
            condition(node, "where", of.where());
        } else if (measure instanceof ReportMeasure.Weighted<?> weighted) {
            node.put("weighted", weighted.amount().name());
            node.put("by", weighted.by().name());
            condition(node, "where", weighted.where());
        } else if (measure instanceof ReportMeasure.Distinct<?> distinct) {
            node.put("distinct", distinct.field().name());
            condition(node, "where", distinct.where());
        } else if (measure instanceof ReportMeasure.Share<?> share) {
            always(node, "share", share.part());
            condition(node, "of", share.whole());
            if (share.byValue() != null) {
                node.put("byValue", share.byValue().name());
            }
        } else if (measure instanceof ReportMeasure.Ratio<?> ratio) {
            node.set("ratio", measure(ratio.part()));
            node.set("to", measure(ratio.of()));
        }
        return node;
    }

    /** A share of everything is written too: the property says which measure it is. */
    private void always(ObjectNode node, String property, Condition<?> condition) {
        if (condition instanceof Condition.Always) {
            node.putObject(property).put("always", true);
        } else {
            condition(node, property, condition);
        }
    }
}
