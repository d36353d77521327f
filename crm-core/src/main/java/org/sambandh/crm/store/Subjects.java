package org.sambandh.crm.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.Subject;

/**
 * Finds entities of any kind by reference: what features need that work on every subject, as scores and segments do.
 * Merged parties are found under their survivor.
 */
public final class Subjects {

    private static final String CUSTOMER = "customer";

    private Subjects() {}

    /**
     * Returns a reference under which the entity is found now.
     *
     * @param unit the unit of work
     * @param ref a reference; that of a merged party becomes that of its survivor
     * @return the reference
     */
    public static EntityRef resolve(Unit unit, EntityRef ref) {
        return ref.kind().equals(CUSTOMER)
                ? EntityRef.of(unit.repositories().redirects().resolve(new CustomerId(ref.id())))
                : ref;
    }

    /**
     * Returns an entity.
     *
     * @param unit the unit of work
     * @param type its class
     * @param ref its reference
     * @param <S> its class
     * @return the entity
     * @throws NotFound if there is none
     * @throws Invalid if the reference names another kind of entity
     */
    public static <S> S get(Unit unit, Class<S> type, EntityRef ref) {
        Subject<S> subject = unit.catalog().subject(type);
        if (!ref.kind().equals(subject.name())) {
            throw new Invalid("subject", "a " + subject.name() + " is expected, found a " + ref.kind());
        }
        String id = resolve(unit, ref).id();
        return find(unit, type, List.of(id)).stream().findFirst().orElseThrow(() -> new NotFound(ref));
    }

    /**
     * Returns several entities.
     *
     * @param unit the unit of work
     * @param type their class
     * @param ids the texts of their ids, not redirected
     * @param <S> their class
     * @return those that exist, in the order of {@code ids}
     */
    public static <S> List<S> find(Unit unit, Class<S> type, Collection<String> ids) {
        Field.One<S, ? extends Id> id = unit.catalog()
                .subject(type)
                .id()
                .orElseThrow(() -> new Invalid("subject", "a " + type.getSimpleName() + " has no id of its own"));
        List<Id> parsed = new ArrayList<>(ids.size());
        for (String text : ids) {
            Optional.<@Nullable Id>ofNullable(id.type().parse("id", text)).ifPresent(parsed::add);
        }
        @SuppressWarnings("unchecked") // the ids come from the id field of the same entity
        Repository<S, Id> repository = (Repository<S, Id>) unit.repositories().of(type);
        return repository.findAllById(parsed);
    }
}
