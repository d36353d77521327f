package org.sambandh.crm.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.store.AfterCommit;
import org.sambandh.crm.store.Entrance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Each unit in a transaction of its own. */
final class OwningUnits implements JpaCrmStore.Units {

    private static final Logger LOG = LoggerFactory.getLogger(JpaCrmStore.class);
    private static final int MOST_RUNS = 5;

    private final EntityManagerFactory emf;

    OwningUnits(EntityManagerFactory emf) {
        this.emf = emf;
    }

    @Override
    public <R> R run(Entrance entrance, JpaCrmStore.Work<R> work) {
        JpaCrmStore.Unit<R> unit = entrance.run(() -> repeated(work));
        AfterCommit.run(unit.afterCommit(), LOG);
        return unit.result();
    }

    private <R> JpaCrmStore.Unit<R> repeated(JpaCrmStore.Work<R> work) {
        Set<Overtaken.State> late = Set.of();
        for (int run = 1; ; run++) {
            try {
                return once(work, late);
            } catch (RuntimeException e) {
                Set<Overtaken.State> lost = Overtaken.statesOf(e);
                if (run == MOST_RUNS || (lost.isEmpty() && !Failures.isTransient(e))) {
                    throw e;
                }
                late = lost.isEmpty() ? late : lost;
            }
        }
    }

    private <R> JpaCrmStore.Unit<R> once(JpaCrmStore.Work<R> work, Set<Overtaken.State> late) {
        EntityManager em = Failures.translated(emf::createEntityManager);
        @Nullable EntityTransaction transaction = null;
        JpaCrmStore.@Nullable Unit<R> unit = null;
        boolean committed = false;
        try {
            EntityTransaction begun = Failures.translated(() -> begin(em));
            transaction = begun;
            unit = work.with(em, late);
            Failures.translated(() -> {
                begun.commit();
                return true;
            });
            committed = true;
            return unit;
        } finally {
            if (!committed && unit != null) {
                unit.onRollback().run();
            }
            leave(em, committed ? null : transaction);
        }
    }

    private static EntityTransaction begin(EntityManager em) {
        EntityTransaction transaction = em.getTransaction();
        transaction.begin();
        return transaction;
    }

    // What fails here fails behind the failure that the caller must see, or behind the commit.
    private static void leave(EntityManager em, @Nullable EntityTransaction open) {
        try {
            if (open != null && open.isActive()) {
                open.rollback();
            }
        } catch (RuntimeException e) {
            LOG.warn("A rollback failed with {}.", e.getClass().getName());
        } finally {
            close(em);
        }
    }

    private static void close(EntityManager em) {
        try {
            em.close();
        } catch (RuntimeException e) {
            LOG.warn("An entity manager could not be closed: {}.", e.getClass().getName());
        }
    }
}
