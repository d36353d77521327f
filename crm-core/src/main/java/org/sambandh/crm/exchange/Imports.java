package org.sambandh.crm.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CrmException;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.StoreFailure;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.Units;

/**
 * Brings files in. The file is read twice: first to its end, so that one that is cut off, in another encoding or without
 * the columns of the mapping is refused before anything is written; then in chunks of 500 rows, each one unit. A row that
 * is refused leaves nothing behind and does not keep the others from being written. The same file again writes nothing and
 * records no event.
 *
 * <p>Memory does not grow with the file, but with the rows that are refused or name other rows.
 */
public final class Imports {

    private static final int CHUNK = 500;

    private final Units units;

    /**
     * Makes the service.
     *
     * @param units gives it units of work; each must be one of its own, as a chunk with a bad row is taken back
     */
    public Imports(Units units) {
        this.units = units;
    }

    /**
     * Brings a file in.
     *
     * @param mapping how its columns become fields
     * @param source the file
     * @return what was done; every row is counted as written or rejected
     * @throws Invalid if the mapping does not fit the catalogue or the header, or the file is broken: nothing was
     *     written; or if the file changed while it was read, after rows may have been written
     */
    public ImportReport run(ImportMapping mapping, CsvSource source) {
        return run(mapping, source, RowListener.NONE);
    }

    /**
     * Brings a file in and tells of each row.
     *
     * @param mapping how its columns become fields
     * @param source the file
     * @param listener is told of each row
     * @return what was done; every row is counted as written or rejected
     * @throws Invalid if the mapping does not fit the catalogue or the header, or the file is broken: nothing was
     *     written; or if the file changed while it was read, after rows may have been written
     */
    public ImportReport run(ImportMapping mapping, CsvSource source, RowListener listener) {
        CsvFile file = CsvFile.check(source);
        RowTarget target = switch (mapping.target()) {
            case ORGANIZATION -> new OrganizationTarget(mapping.key());
            case TEAM_MEMBER -> new TeamMemberTarget();
            case OPPORTUNITY -> new OpportunityTarget();
        };
        List<String> header = checkedHeader(mapping, file.header());
        return units.run(unit -> new Binding(unit.catalog(), target, mapping))
                .start(header, units, listener)
                .read(file);
    }

    private static List<String> checkedHeader(ImportMapping mapping, List<String> header) {
        Set<String> known = Stream.concat(
                        Stream.concat(Stream.of(mapping.keyColumn()), mapping.ignored().stream()),
                        mapping.columns().stream().map(ColumnRule::column))
                .collect(Collectors.toSet());
        for (String column : known) {
            if (!header.contains(column)) {
                throw new Invalid("csv.header", "the mapping names column '" + column + "', which the file has not");
            }
        }
        for (String column : header) {
            if (!known.contains(column)) {
                throw new Invalid(
                        "csv.header",
                        "column '" + shown(column) + "' is in no rule of the mapping; map it, or list it as ignored");
            }
        }
        return header;
    }

    private static String shown(String column) {
        return column.length() <= 60 ? column : column.substring(0, 60) + "…";
    }

    /** The mapping beside a catalogue. */
    private record Binding(Catalog catalog, RowTarget target, ImportMapping mapping) {

        Run start(List<String> header, Units units, RowListener listener) {
            List<RowRule> rules = new ArrayList<>();
            for (int i = 0; i < mapping.columns().size(); i++) {
                ColumnRule rule = mapping.columns().get(i);
                rules.add(bind("$.columns[" + i + "].field", rule, header.indexOf(rule.column())));
            }
            target.check(rules);
            Map<RowRule, Object> constants = new LinkedHashMap<>();
            mapping.constants().forEach((name, text) -> {
                String path = "$.constants." + name;
                RowRule rule = bind(path, constant(name), -1);
                Object value = rule.type() == null ? text : rule.type().parse(path, text);
                if (value != null) {
                    constants.put(rule, value);
                }
            });
            return new Run(target, units, listener, new RowReader(mapping, header, rules, constants));
        }

        private static ColumnRule constant(String name) {
            return new ColumnRule(name, name, null, null, null, false, Map.of(), Map.of(), List.of(), Conversion.NONE);
        }

        private RowRule bind(String path, ColumnRule rule, int index) {
            if (rule.relation() != null) {
                return new RowRule(rule, index, null, null);
            }
            if (target.isSpecial(rule.field())) {
                return new RowRule(rule, index, null, target.special(rule.field()));
            }
            Field<?, ?> found = catalog.findField(target.subject(), rule.field())
                    .orElseThrow(() -> new Invalid(
                            path,
                            "no field '" + rule.field() + "' of "
                                    + catalog.subject(target.subject()).name()));
            if (!(found instanceof Field.One<?, ?> field) || !OpportunityTarget.isSettable(field)) {
                throw new Invalid(path, "field '" + rule.field() + "' cannot be written");
            }
            FieldType<?> type = rule.refer() == null ? field.type() : null;
            return new RowRule(rule, index, field, type);
        }
    }

    /** One file on its way. */
    private static final class Run {
        private final RowTarget target;
        private final Units units;
        private final RowListener listener;
        private final RowReader reader;
        private final List<Row> chunk = new ArrayList<>();
        private final List<RowIssue> rejected = new ArrayList<>();
        private ImportCounts rows = ImportCounts.NONE;
        private ImportCounts linked = ImportCounts.NONE;
        private long total;

        private Run(RowTarget target, Units units, RowListener listener, RowReader reader) {
            this.target = target;
            this.units = units;
            this.listener = listener;
            this.reader = reader;
        }

        ImportReport read(CsvFile file) {
            total = file.rows();
            file.forEach(record -> {
                try {
                    chunk.add(reader.read(record));
                } catch (RowReader.Refused e) {
                    report(null, new RowResult.Rejected(e.issue()));
                }
                if (chunk.size() == CHUNK) {
                    flush();
                }
            });
            flush();
            List<RowIssue> unlinked = new ArrayList<>();
            target.finish(units, (line, outcome) -> linked = linked.plus(outcome), unlinked);
            rejected.sort(Comparator.comparingLong(RowIssue::line));
            return new ImportReport(total, rows, linked, rejected, unlinked, reader.aliasUses());
        }

        private void flush() {
            List<Row> batch = List.copyOf(chunk);
            chunk.clear();
            if (batch.isEmpty()) {
                return;
            }
            List<RowResult> results = written(batch);
            for (int i = 0; i < results.size(); i++) {
                report(batch.get(i), results.get(i));
            }
        }

        private List<RowResult> written(List<Row> batch) {
            try {
                return units.run(unit -> target.write(unit, batch));
            } catch (StoreFailure e) {
                throw e;
            } catch (CrmException e) {
                if (batch.size() == 1) {
                    String column = e instanceof Invalid invalid ? invalid.path() : "";
                    return List.of(new RowResult.Rejected(
                            new RowIssue(batch.get(0).line(), column, String.valueOf(e.getMessage()), null)));
                }
                // The whole unit was taken back: half by half, until the bad row stands alone.
                List<RowResult> results = new ArrayList<>(written(batch.subList(0, batch.size() / 2)));
                results.addAll(written(batch.subList(batch.size() / 2, batch.size())));
                return results;
            }
        }

        private void report(@Nullable Row row, RowResult result) {
            if (result instanceof RowResult.Written written) {
                rows = rows.plus(written.outcome());
                if (row != null) {
                    target.written(row);
                }
            } else if (result instanceof RowResult.Rejected refused) {
                rejected.add(refused.issue());
            }
            listener.row(result, total);
        }
    }
}
