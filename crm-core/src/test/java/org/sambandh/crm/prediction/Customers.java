package org.sambandh.crm.prediction;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.settings.FiscalCalendar;

/** Subjects with ids of their own. */
final class Customers {

    private Customers() {}

    record Row(String id, String level, BigDecimal number, boolean positive) {}

    private static final Field.One<Row, CustomerId> ID = Field.one(
            Row.class, "id", FieldType.id(CustomerId.class, CustomerId::new), row -> new CustomerId(row.id()));

    private static final Catalog CATALOG = Catalog.builder(FiscalCalendar.calendarYear())
            .entity(
                    Row.class,
                    "row",
                    ID,
                    List.of(
                            Field.one(Row.class, "level", FieldType.TEXT, Row::level),
                            Field.one(Row.class, "number", FieldType.INTEGER, Row::number)))
            .build();

    static LogisticModel train(List<Row> rows) {
        LogisticTrainer<Row> trainer =
                LogisticTrainer.of(Row.class, List.of("level", "number"), CATALOG, TrainingSettings.USUAL);
        BitSet positive = new BitSet();
        for (int i = 0; i < rows.size(); i++) {
            positive.set(i, rows.get(i).positive());
        }
        trainer.add(rows, positive, Facts.NONE, Table.MOMENT);
        return ((Training.Trained<LogisticModel>) trainer.train(Table.MOMENT.at())).model();
    }
}
