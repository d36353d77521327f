package org.sambandh.crm.jpa;

import jakarta.persistence.EntityManager;
import java.util.Set;
import java.util.function.Consumer;
import org.sambandh.crm.common.StoreFailure;
import org.sambandh.crm.store.Entrance;

/** Each unit in the transaction that the host has begun, and will end. */
final class JoiningUnits implements JpaCrmStore.Units {

    private final EntityManager em;
    private final Consumer<Runnable> afterCommit;

    JoiningUnits(EntityManager em, Consumer<Runnable> afterCommit) {
        this.em = em;
        this.afterCommit = afterCommit;
    }

    @Override
    public <R> R run(Entrance entrance, JpaCrmStore.Work<R> work) {
        boolean joined = Failures.translated(() -> em.isOpen() && em.isJoinedToTransaction());
        if (!joined) {
            throw new StoreFailure("The host has no transaction to join. Begin one around the call, or use a store that"
                    + " owns its transactions: JpaCrmStore.owning(...).");
        }
        JpaCrmStore.Unit<R> unit = entrance.run(() -> work.with(em, Set.of()));
        unit.afterCommit().forEach(afterCommit);
        return unit.result();
    }
}
