package org.sambandh.crm.interaction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.InteractionId;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.store.Upserted;

/**
 * The log of what happened. Append-only: nothing logged is ever changed or removed; {@link #correct} and
 * {@link #retract} add an entry that takes the place of an earlier one, and everything that counts or lists shows the
 * valid entries only.
 *
 * <p><b>Two-way.</b> An entry establishes the provisional parties that took part in it when it shows that they were in
 * touch with us: a call, chat or meeting that reached them (disposition {@link Disposition#CONNECTED}, or, unless the
 * disposition says otherwise, a duration above zero, or that it was a meeting); or, for anything written, when there is
 * an entry the other way that belongs with it: in the same thread, about the same enquiry, deal or ticket, or, where
 * neither has a thread, an earlier inbound one answered on the same channel. A mail from us alone establishes nobody.
 */
public final class Interactions {

    private final Units units;

    /**
     * Makes the service.
     *
     * @param units where its units of work come from
     */
    public Interactions(Units units) {
        this.units = units;
    }

    /**
     * Adds an entry. One that bears an external reference already logged is the same entry: it is answered as it is
     * valid now, and nothing is written or told.
     *
     * @param entry what happened
     * @return the entry; for a repeated one the entry that stands for it now, and if it was taken back, that one, no
     *     longer valid
     * @throws NotFound if it names a party, enquiry or deal that does not exist
     * @throws RuleViolation {@code occurred-in-future} if it happened more than a day after now
     * @throws org.sambandh.crm.common.Invalid if it has a property that the tenant did not declare
     */
    public Interaction log(NewInteraction entry) {
        return units.run(unit -> {
            Log log = new Log(unit);
            return log.known(entry.draft().externalRefs()).map(log::inForce).orElseGet(() -> log.append(entry));
        });
    }

    /**
     * Adds an entry, or corrects the one already logged under the reference where the content differs. One that was
     * taken back stays so: it is answered as unchanged, no longer valid.
     *
     * @param ref how another system names it
     * @param entry what happened; a time or performer it does not name stays as logged
     * @return the entry that is valid now: created, updated by a correction, or unchanged with nothing written or told
     * @throws NotFound if it names a party, enquiry or deal that does not exist
     * @throws RuleViolation {@code occurred-in-future} if it happened more than a day after now
     */
    public Upserted<Interaction> upsert(ExternalRef ref, NewInteraction entry) {
        return units.run(unit -> {
            Log log = new Log(unit);
            NewInteraction named = entry.externalRef(ref);
            Optional<Interaction> known = log.known(List.of(ref)).map(log::inForce);
            if (known.isEmpty()) {
                return new Upserted.Created<>(log.append(named));
            }
            Interaction now = known.get().isValid() ? log.replace(known.get(), named) : known.get();
            return now.equals(known.get()) ? new Upserted.Unchanged<>(now) : new Upserted.Updated<>(now);
        });
    }

    /**
     * Puts another entry in the place of one. A time or performer the replacement does not name stays as logged; so do
     * the names in other systems, which lead to the replacement from now on. A replacement that says the same changes
     * nothing.
     *
     * @param id a valid entry
     * @param replacement all of what really happened
     * @return the entry that is valid now
     * @throws NotFound if there is no such entry, or the replacement names something that does not exist
     * @throws RuleViolation {@code interaction-superseded} if the entry is not valid any more
     */
    public Interaction correct(InteractionId id, NewInteraction replacement) {
        return units.run(unit -> {
            Log log = new Log(unit);
            return log.replace(log.valid(id), replacement);
        });
    }

    /**
     * Takes an entry back: it never happened.
     *
     * @param id a valid entry
     * @param reason why, at most 1,000 characters
     * @return the retraction
     * @throws NotFound if there is no such entry
     * @throws RuleViolation {@code interaction-superseded} if the entry is not valid any more
     */
    public Interaction retract(InteractionId id, String reason) {
        return units.run(unit -> {
            Log log = new Log(unit);
            return log.retract(log.valid(id), Text.required("interaction.retractionReason", reason, 1_000));
        });
    }

    /**
     * Returns one entry, valid or not.
     *
     * @param id its id
     * @return the entry
     * @throws NotFound if there is none
     */
    public Interaction get(InteractionId id) {
        return units.run(unit -> new Log(unit).load(id));
    }

    /**
     * Returns all entries that corrected one another, retractions included.
     *
     * @param id any of them
     * @return the entries, the first one first
     * @throws NotFound if there is no such entry
     */
    public List<Interaction> history(InteractionId id) {
        return units.run(unit -> {
            Log log = new Log(unit);
            return log.line(log.load(id));
        });
    }

    /**
     * Returns the valid entries in which a party took part, for which it is named, or which are about it; the newest
     * first, entries of unknown time last. A store reads one range of one index, however long the log of this or any
     * other party is.
     *
     * @param customer the party, also under an id that was merged
     * @param limit the most entries of the page, 1 to 1,000
     * @return the first page
     * @throws NotFound if there is no such party
     */
    public Page<Interaction> timeline(CustomerId customer, int limit) {
        return page(customer, limit, null);
    }

    /**
     * Returns a further page of {@link #timeline(CustomerId, int)}.
     *
     * @param customer the party
     * @param limit the most entries of the page, 1 to 1,000
     * @param after where the page before ended
     * @return the page
     * @throws NotFound if there is no such party
     * @throws org.sambandh.crm.common.Invalid if the cursor came from another query
     */
    public Page<Interaction> timeline(CustomerId customer, int limit, Cursor after) {
        return page(customer, limit, after);
    }

    private Page<Interaction> page(CustomerId customer, int limit, @Nullable Cursor after) {
        return units.run(unit -> Timelines.of(unit, Parties.existing(unit, customer), limit, after));
    }

    /**
     * Returns the valid entries that are about something; the newest first, entries of unknown time last.
     *
     * @param what an enquiry, deal, ticket or purchase; for a party the same as {@link #timeline(CustomerId, int)}
     * @param limit the most entries of the page, 1 to 1,000
     * @return the first page; empty if there is nothing of that name
     */
    public Page<Interaction> timelineOf(EntityRef what, int limit) {
        return pageOf(what, limit, null);
    }

    /**
     * Returns a further page of {@link #timelineOf(EntityRef, int)}.
     *
     * @param what an enquiry, deal, ticket, purchase or party
     * @param limit the most entries of the page, 1 to 1,000
     * @param after where the page before ended
     * @return the page
     * @throws org.sambandh.crm.common.Invalid if the cursor came from another query
     */
    public Page<Interaction> timelineOf(EntityRef what, int limit, Cursor after) {
        return pageOf(what, limit, after);
    }

    private Page<Interaction> pageOf(EntityRef what, int limit, @Nullable Cursor after) {
        if (InteractionFields.isParty(what)) {
            return page(new CustomerId(what.id()), limit, after);
        }
        return units.run(unit -> Timelines.of(unit, what, limit, after));
    }

    /**
     * Moves what is about something from one party to another, because it had been matched wrongly: the entries keep
     * their ids, superseded ones move too.
     *
     * @param what usually an enquiry
     * @param from the party it was matched to
     * @param to the party it belongs to
     * @return how many entries were moved
     * @throws NotFound if the second party does not exist
     */
    public int reassign(EntityRef what, CustomerId from, CustomerId to) {
        return units.run(unit -> {
            CustomerId target = Parties.existing(unit, to);
            CustomerId wrong = unit.repositories().redirects().resolve(from);
            if (wrong.equals(target)) {
                return 0;
            }
            int moved = 0;
            for (Interaction before : Named.all(unit, wrong)) {
                if (before.regarding().contains(what)) {
                    Interaction after = save(unit, Parties.replace(before, wrong, target));
                    List<EntityRef> concerning = List.of(EntityRef.of(wrong), EntityRef.of(target), what);
                    unit.record(InteractionEvents.REASSIGNED, Interaction.class, before, after, concerning, Map.of());
                    moved++;
                }
            }
            return moved;
        });
    }

    private static Interaction save(Unit unit, Interaction changed) {
        return unit.get(InteractionRepository.class).save(List.of(changed)).get(0);
    }
}
