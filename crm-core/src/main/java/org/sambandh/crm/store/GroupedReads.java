package org.sambandh.crm.store;

import java.util.List;
import java.util.Optional;

/**
 * A fast path that a store may offer: groups counted and added up where the rows are. The {@link Repositories} of a
 * store that has it implement this interface too; whoever wants it asks with {@code instanceof} and streams otherwise.
 *
 * <p>To implement: answer only where the figures are the same as those over the entities that {@link Repository#find}
 * returns for the same condition and moment. A store that evaluates only part of the condition itself, has replaced the
 * entity or one that a path leads to, or does not keep a field in a column, answers nothing.
 */
public interface GroupedReads {

    /**
     * Returns one row for each combination of keys that occurs.
     *
     * @param query what to group and measure
     * @param <T> the entity
     * @return the rows in any order, each combination once; empty where the store cannot answer, never part of an answer
     * @throws org.sambandh.crm.common.Invalid if the condition names an unknown field
     */
    <T> Optional<List<GroupQuery.Row>> group(GroupQuery<T> query);
}
