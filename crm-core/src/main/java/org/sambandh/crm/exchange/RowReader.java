package org.sambandh.crm.exchange;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.field.FieldType;

/** Turns records of the file into rows: aliases, codes, closed lists, conversions. Counts the aliases. */
final class RowReader {

    private final ImportMapping mapping;
    private final List<RowRule> rules;
    private final int columns;
    private final int keyIndex;
    private final Map<RowRule, Object> constants;
    private final Map<RowRule, Map<String, Long>> uses = new HashMap<>();
    private final Map<String, DateTimeFormatter> patterns = new HashMap<>();

    RowReader(ImportMapping mapping, List<String> header, List<RowRule> rules, Map<RowRule, Object> constants) {
        this.mapping = mapping;
        this.rules = rules;
        this.columns = header.size();
        this.keyIndex = header.indexOf(mapping.keyColumn());
        this.constants = constants;
    }

    /** Thrown inside this package only, and turned into a result. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient RowIssue issue;

        Refused(RowIssue issue) {
            super(issue.reason(), null, false, false);
            this.issue = issue;
        }

        RowIssue issue() {
            return issue;
        }
    }

    Row read(CsvRecord record) throws Refused {
        long line = record.getStartingLineNumber();
        if (record.getFieldCount() != columns) {
            String reason = columns + " columns are expected, found " + record.getFieldCount();
            throw new Refused(new RowIssue(line, "", reason, null));
        }
        String key = record.getField(keyIndex).strip();
        Map<RowRule, Object> values = new LinkedHashMap<>(constants);
        for (RowRule rule : rules) {
            String found = record.getField(rule.index());
            try {
                Object value = value(rule, found);
                if (value != null) {
                    values.put(rule, value);
                }
            } catch (Invalid e) {
                throw new Refused(new RowIssue(line, rule.rule().column(), e.why(), found));
            }
        }
        try {
            return new Row(line, mapping.key().of(key), values);
        } catch (Invalid e) {
            throw new Refused(new RowIssue(line, mapping.keyColumn(), "the key of the row: " + e.why(), key));
        }
    }

    private @Nullable Object value(RowRule bound, String found) {
        ColumnRule rule = bound.rule();
        String text = Text.orMissing(rule.column(), found);
        if (text == null) {
            if (rule.required()) {
                throw new Invalid(rule.column(), "must not be blank");
            }
            return null;
        }
        String alias = rule.aliases().get(text);
        if (alias != null) {
            uses.computeIfAbsent(bound, r -> new HashMap<>()).merge(text, 1L, Long::sum);
            text = alias;
        }
        if (!rule.codes().isEmpty()) {
            String code = rule.codes().get(text);
            if (code == null) {
                throw new Invalid(
                        rule.column(), "not one of the " + rule.codes().size() + " texts of the mapping");
            }
            text = code;
        }
        if (!rule.allowed().isEmpty() && !rule.allowed().contains(text)) {
            throw new Invalid(rule.column(), "not one of the " + rule.allowed().size() + " texts of the mapping");
        }
        if (rule.refer() != null || rule.relation() != null) {
            RefRule refer = rule.refer() == null ? mapping.key() : rule.refer();
            return refer.of(text).value(); // refused here, with the row, if it can be no key
        }
        return bound.type() == null ? text : converted(rule, bound.type(), text);
    }

    private @Nullable Object converted(ColumnRule rule, FieldType<?> type, String text) {
        Conversion how = rule.conversion();
        return switch (type.kind()) {
            case NUMBER -> type.clean(rule.column(), number(rule, text));
            case MONEY ->
                how.currency() == null
                        ? type.parse(rule.column(), text)
                        : new Money(number(rule, text), how.currency());
            case DATE ->
                how.datePattern() == null
                        ? type.parse(rule.column(), text)
                        : date(rule.column(), text, how.datePattern());
            case TEXT, CODE, REFERENCE, BOOLEAN, INSTANT -> type.parse(rule.column(), text);
        };
    }

    private static BigDecimal number(ColumnRule rule, String text) {
        BigDecimal number = FieldType.number(9).parse(rule.column(), text);
        BigDecimal factor = rule.conversion().factor();
        if (number == null) {
            throw new Invalid(rule.column(), "a number is expected");
        }
        return (factor == null ? number : number.multiply(factor)).stripTrailingZeros();
    }

    private LocalDate date(String column, String text, String pattern) {
        try {
            return LocalDate.parse(text, patterns.computeIfAbsent(pattern, Conversion::formatter));
        } catch (DateTimeParseException e) {
            throw new Invalid(column, "no date written as " + pattern);
        }
    }

    /** How often each alias was used, in the order of the mapping. */
    List<AliasUse> aliasUses() {
        List<AliasUse> all = new ArrayList<>();
        for (RowRule rule : rules) {
            Map<String, Long> used = uses.getOrDefault(rule, Map.of());
            rule.rule()
                    .aliases()
                    .forEach((from, to) ->
                            all.add(new AliasUse(rule.rule().column(), from, to, used.getOrDefault(from, 0L))));
        }
        return all;
    }
}
