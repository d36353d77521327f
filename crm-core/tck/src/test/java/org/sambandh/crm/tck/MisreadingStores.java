package org.sambandh.crm.tck;

import java.time.ZoneOffset;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Schema;

/** Stores that find by a condition that somebody misread. */
final class MisreadingStores {

    private MisreadingStores() {}

    /** Runs another condition than the one it is asked. */
    static final class Rewriting extends Defects.OfFinding {
        private final Rewrite rewrite;

        Rewriting(Schema schema, Rewrite rewrite) {
            super(schema);
            this.rewrite = rewrite;
        }

        @Override
        <T extends Entity<?>> Query<T> asked(Query<T> query) {
            return new Query<>(
                    rewrite.of(query.condition()),
                    query.orders(),
                    query.moment(),
                    query.limit(),
                    query.maxScan(),
                    query.after());
        }
    }

    /** Counts days by the clock of Greenwich. */
    static final class ForgetsTheZone extends Defects.OfFinding {
        ForgetsTheZone(Schema schema) {
            super(schema);
        }

        @Override
        <T extends Entity<?>> Query<T> asked(Query<T> query) {
            return new Query<>(
                    query.condition(),
                    query.orders(),
                    new Moment(query.moment().at(), ZoneOffset.UTC),
                    query.limit(),
                    query.maxScan(),
                    query.after());
        }
    }
}
