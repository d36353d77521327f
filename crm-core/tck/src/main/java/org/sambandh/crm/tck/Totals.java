package org.sambandh.crm.tck;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Adds up what all contracts of a run compared, and prints it when the run ends. */
final class Totals implements BeforeEachCallback {

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(Totals.class);

    /** What was compared so far. Contracts may run at the same time. */
    static final class Sum implements AutoCloseable {

        private final Tally tally = new Tally();

        synchronized void add(Tally other) {
            tally.add(other);
        }

        @Override
        public synchronized void close() {
            if (tally.pairs() > 0) {
                System.out.println(tally.line("all repositories of this run"));
            }
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Sum sum = context.getRoot().getStore(HERE).getOrComputeIfAbsent(Sum.class, type -> new Sum(), Sum.class);
        if (context.getRequiredTestInstance() instanceof RepositoryContract<?, ?> contract) {
            contract.countIn(sum);
        }
    }
}
