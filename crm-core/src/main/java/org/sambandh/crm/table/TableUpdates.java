package org.sambandh.crm.table;

import java.util.HashSet;
import java.util.Set;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.event.Event;
import org.sambandh.crm.event.EventListener;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.store.Units;

/**
 * Remembers which subjects of a table changed, and has them read again when the host says so. Told of events after the
 * commit ({@code Crm.builder(store).listener(updates)}): of those about a subject, and of those that concern one, such as an
 * interaction of a customer. Many changes of one subject are read once.
 *
 * <p>Holds one tenant's changes: where there are several, the host passes on those of the tenant. Safe for concurrent use.
 */
public final class TableUpdates implements EventListener {

    private final FactTable<?> table;
    private final String kind;
    private final Object lock = new Object();
    private Set<String> changed = new HashSet<>();

    /**
     * Remembers changes for a table.
     *
     * @param table the table
     * @param catalog the tenant's catalogue
     */
    public TableUpdates(FactTable<?> table, Catalog catalog) {
        this.table = table;
        this.kind = catalog.subject(table.view().subject()).name();
    }

    @Override
    public void on(Event event) {
        add(event.subject());
        event.concerning().forEach(this::add);
    }

    private void add(EntityRef ref) {
        if (ref.kind().equals(kind)) {
            synchronized (lock) {
                changed.add(ref.id());
            }
        }
    }

    /** {@return how many subjects changed since they were read last} */
    public int pending() {
        synchronized (lock) {
            return changed.size();
        }
    }

    /**
     * Reads what changed, in a unit of its own. When that fails, what changed is remembered still.
     *
     * @param units where the unit comes from
     */
    public void apply(Units units) {
        Set<String> some;
        synchronized (lock) {
            some = changed;
            changed = new HashSet<>();
        }
        boolean done = false;
        try {
            table.refreshIds(units, some);
            done = true;
        } finally {
            if (!done) {
                synchronized (lock) {
                    changed.addAll(some);
                }
            }
        }
    }
}
