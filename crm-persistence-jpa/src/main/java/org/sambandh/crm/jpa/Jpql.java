package org.sambandh.crm.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;

/** A query that is put together: text of ours, names of the catalogue, and every value as a parameter. */
final class Jpql {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private int aliases;

    /** Adds text of the query language. */
    Jpql add(String jpql) {
        text.append(jpql);
        return this;
    }

    /** Adds the text of another query, which has no parameters. */
    Jpql add(Jpql other) {
        text.append(other.text);
        return this;
    }

    /** Adds a parameter with its value; a collection for {@code in}. */
    Jpql bind(Object value) {
        values.add(value);
        text.append(":p").append(values.size());
        return this;
    }

    /** Returns an alias that was not used yet in this query. */
    String alias() {
        aliases++;
        return "v" + aliases;
    }

    <R> List<R> list(EntityManager em, Class<R> type) {
        return query(em, type, Integer.MAX_VALUE).getResultList();
    }

    <R> List<R> list(EntityManager em, Class<R> type, int most) {
        return query(em, type, most).getResultList();
    }

    int execute(EntityManager em) {
        Query query = em.createQuery(text.toString());
        query.setFlushMode(FlushModeType.COMMIT);
        return bound(query).executeUpdate();
    }

    private <R> TypedQuery<R> query(EntityManager em, Class<R> type, int most) {
        TypedQuery<R> query = em.createQuery(text.toString(), type);
        // What we write is flushed when it is written; what the host wrote is none of our tables.
        query.setFlushMode(FlushModeType.COMMIT);
        if (most < Integer.MAX_VALUE) {
            query.setMaxResults(most);
        }
        bound(query);
        return query;
    }

    private Query bound(Query query) {
        for (int i = 0; i < values.size(); i++) {
            query.setParameter("p" + (i + 1), values.get(i));
        }
        return query;
    }
}
