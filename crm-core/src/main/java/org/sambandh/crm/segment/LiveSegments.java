package org.sambandh.crm.segment;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Engine;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.field.Subject;

/**
 * Who belongs to which of many segments, kept in memory without a store: one bit for each subject and segment. A change
 * evaluates only the rules that name a field that differs, and tells who thereby enters or leaves; what that costs does not
 * depend on how many subjects there are. For hosts that must answer within a microsecond or two, for example while a
 * visitor is on a page; {@link Segments} keeps what is stored, with periods and events.
 *
 * <p>Time is the caller's: who may have grown too old, or old enough, is handed to {@link #evaluate}. Rules may name other
 * segments that are kept here. Takes {@code segments / 8} bytes for a subject, and what its id and a place in a hash table
 * need, about 100 bytes. Not safe for concurrent use.
 *
 * @param <S> the subject
 */
public final class LiveSegments<S> {

    private static final int WORD = Long.SIZE;
    private static final int FIRST_ROWS = 64;

    private final Field.One<S, ? extends Id> id;
    private final SegmentId[] segments;
    private final List<CompiledCondition<S>> rules;
    private final Map<SegmentId, Integer> places = new HashMap<>();
    private final int words;

    /** Of each field that rules name, which rules; the same twice, to be looked up and to be walked. */
    private final Map<Field<?, ?>, long[]> named = new LinkedHashMap<>();

    private final Field<S, ?>[] fields;

    private final long[][] byField;
    private final long[] onParts;
    private final Map<Relation<?, ?>, long[]> byRelation = new HashMap<>();
    private final long[][] byMembership;
    private final LiveMemberships<S> memberships;
    private final long[] all;
    private final long[] todo;

    private final Map<Id, Integer> rows = new HashMap<>();
    private final int[] sizes;
    private long[] bits;
    private int[] free = new int[0];
    private int freed;
    private int used;

    /** Is told who enters and leaves, while a change is taken over; must not call back. */
    @FunctionalInterface
    public interface Listener {

        /**
         * Somebody entered or left.
         *
         * @param segment which segment
         * @param subject the id of the subject
         * @param entered whether it entered; else it left
         */
        void flipped(SegmentId segment, Id subject, boolean entered);
    }

    /**
     * Prepares segments, without any subject.
     *
     * @param catalog the tenant's catalogue
     * @param subject the class of the subjects
     * @param rules the rule of each segment; may name each other
     * @throws Invalid if a rule does not fit the catalogue, or the subject has no id of its own
     * @throws RuleViolation {@code segment-cycle} if one depends on itself; {@code segment-unknown} if one names a segment
     *     that is not given
     */
    public LiveSegments(Catalog catalog, Class<S> subject, Map<SegmentId, Condition<S>> rules) {
        Subject<S> kind = catalog.subject(subject);
        this.id = kind.id().orElseThrow(() -> new Invalid("subject", "a " + kind.name() + " has no id of its own"));
        Map<SegmentId, Reads> reads = new LinkedHashMap<>();
        rules.forEach((segment, rule) -> {
            CompiledCondition.of(rule, subject, catalog, Engine.PLAIN);
            reads.put(segment, Reads.of(rule, subject, catalog));
        });
        for (Reads read : reads.values()) {
            if (read.countsPeriods()) {
                throw new Invalid("rules", "periods of membership are counted, and none are kept here");
            }
        }
        List<SegmentId> order = inOrder(reads);
        this.segments = order.toArray(new SegmentId[0]);
        this.rules = order.stream()
                .map(segment -> CompiledCondition.of(
                        Objects.requireNonNull(rules.get(segment)), subject, catalog, Engine.HANDLES))
                .toList();
        this.words = (segments.length + WORD - 1) / WORD;
        this.onParts = new long[words];
        this.all = new long[words];
        this.todo = new long[words];
        this.byMembership = new long[segments.length][words];
        this.sizes = new int[segments.length];
        this.bits = new long[FIRST_ROWS * words];
        for (int i = 0; i < segments.length; i++) {
            places.put(segments[i], i);
            set(all, 0, i);
            place(Objects.requireNonNull(reads.get(segments[i])), i);
        }
        @SuppressWarnings({"unchecked", "rawtypes"}) // a field at the end of no relation is one of the subject
        Field<S, ?>[] own = (Field<S, ?>[]) named.keySet().toArray(new Field[0]);
        this.fields = own;
        this.byField = named.values().toArray(new long[0][]);
        this.memberships = new LiveMemberships<>(this, kind);
    }

    private void place(Reads reads, int rule) {
        reads.places().forEach((route, at) -> {
            if (route.steps().isEmpty()) {
                at.fields().forEach(f -> set(named.computeIfAbsent(f, x -> new long[words]), 0, rule));
                at.segments().forEach(s -> set(byMembership[Objects.requireNonNull(places.get(s))], 0, rule));
                if (!at.parts().isEmpty()) {
                    set(onParts, 0, rule);
                }
            } else {
                set(byRelation.computeIfAbsent(route.steps().get(0), x -> new long[words]), 0, rule);
            }
        });
    }

    private static List<SegmentId> inOrder(Map<SegmentId, Reads> reads) {
        Chain chain = new Chain(segment -> named(segment, reads.get(segment)), false);
        reads.keySet().forEach(chain::add);
        return List.copyOf(chain.inOrder());
    }

    private static List<SegmentId> named(SegmentId segment, @Nullable Reads read) {
        if (read == null) {
            throw new RuleViolation(
                    "segment-unknown", SegmentDesk.ref(segment), "A rule names it, and it is not among those given.");
        }
        return read.segments();
    }

    /**
     * Takes over a change of a subject: evaluates the rules that name a field that differs, and those that name a segment
     * that it entered or left.
     *
     * @param before the state before; null if it is new, which evaluates all rules
     * @param after the state after; null if it is gone, which lets it leave everywhere
     * @param facts where related facts are read; {@link Facts#NONE} if no rule looks at any
     * @param moment the moment
     * @param listener is told who enters and leaves
     */
    public void changed(@Nullable S before, @Nullable S after, Facts facts, Moment moment, Listener listener) {
        if (after == null) {
            if (before != null) {
                forget(idOf(before), listener);
            }
            return;
        }
        Id subject = idOf(after);
        Integer row = rows.get(subject);
        if (before == null || row == null) {
            evaluate(after, facts, moment, listener);
            return;
        }
        System.arraycopy(onParts, 0, todo, 0, words);
        for (int f = 0; f < fields.length; f++) {
            if (differs(fields[f], before, after)) {
                add(byField[f]);
            }
        }
        run(subject, row, after, facts, moment, listener);
    }

    /**
     * Takes over a change of a subject of which the caller knows what differs, and so need not be asked for.
     *
     * @param after the state after
     * @param differing the fields that differ, none left out; parts inside the subject that differ are told to
     *     {@link #related}
     * @param facts where related facts are read
     * @param moment the moment
     * @param listener is told who enters and leaves
     */
    public void changedIn(
            S after, Collection<? extends Field<S, ?>> differing, Facts facts, Moment moment, Listener listener) {
        Id subject = idOf(after);
        Integer row = rows.get(subject);
        if (row == null) {
            evaluate(after, facts, moment, listener);
            return;
        }
        Arrays.fill(todo, 0);
        for (Field<S, ?> field : differing) {
            long[] naming = named.get(field);
            if (naming != null) {
                add(naming);
            }
        }
        run(subject, row, after, facts, moment, listener);
    }

    /**
     * Takes over a change of related facts: evaluates the rules that look at them.
     *
     * @param subject the subject whose facts changed
     * @param relation which facts
     * @param facts where they are read
     * @param moment the moment
     * @param listener is told who enters and leaves
     */
    public void related(S subject, Relation<S, ?> relation, Facts facts, Moment moment, Listener listener) {
        Id key = idOf(subject);
        Integer row = rows.get(key);
        if (row == null) {
            evaluate(subject, facts, moment, listener);
            return;
        }
        Arrays.fill(todo, 0);
        long[] looking = byRelation.get(relation);
        if (looking != null) {
            add(looking);
        }
        run(key, row, subject, facts, moment, listener);
    }

    /**
     * Evaluates all rules on a subject: a new one, or one for which time passed.
     *
     * @param subject the subject
     * @param facts where related facts are read
     * @param moment the moment
     * @param listener is told who enters and leaves
     */
    public void evaluate(S subject, Facts facts, Moment moment, Listener listener) {
        Id key = idOf(subject);
        Integer known = rows.get(key);
        int row = known == null ? newRow(key) : known;
        System.arraycopy(all, 0, todo, 0, words);
        run(key, row, subject, facts, moment, listener);
    }

    private void run(Id key, int row, S subject, Facts facts, Moment moment, Listener listener) {
        int base = row * words;
        for (int word = 0; word < words; word++) {
            while (todo[word] != 0) {
                int rule = word * WORD + Long.numberOfTrailingZeros(todo[word]);
                todo[word] &= todo[word] - 1;
                boolean now = rules.get(rule).test(subject, memberships.over(facts), moment);
                boolean before = (bits[base + word] >>> rule & 1) != 0;
                if (now != before) {
                    bits[base + word] ^= 1L << rule;
                    sizes[rule] += now ? 1 : -1;
                    // Whoever names it stands behind it, so the walk still comes there.
                    add(byMembership[rule]);
                    listener.flipped(segments[rule], key, now);
                }
            }
        }
    }

    /**
     * Returns whether a subject is a member.
     *
     * @param segment a segment
     * @param subject the id of a subject
     * @return whether it is; false for one that was never handed over
     * @throws Invalid if the segment is not kept here
     */
    public boolean isMember(SegmentId segment, Id subject) {
        int rule = placeOf(segment);
        Integer row = rows.get(subject);
        return row != null && (bits[row * words + rule / WORD] >>> rule & 1) != 0;
    }

    /**
     * Returns how many members a segment has.
     *
     * @param segment a segment
     * @return how many
     * @throws Invalid if the segment is not kept here
     */
    public int size(SegmentId segment) {
        return sizes[placeOf(segment)];
    }

    /** {@return how many subjects were handed over and are not gone} */
    public int subjects() {
        return rows.size();
    }

    /** {@return the segments, each behind those that its rule names} */
    public Collection<SegmentId> segments() {
        return List.of(segments);
    }

    Id idOf(S subject) {
        Id key = id.get(subject);
        if (key == null) {
            throw new Invalid("subject", "has no id");
        }
        return key;
    }

    private int placeOf(SegmentId segment) {
        Integer place = places.get(segment);
        if (place == null) {
            throw new Invalid("segment", "the segment " + segment + " is not kept here");
        }
        return place;
    }

    private int newRow(Id key) {
        int row = freed > 0 ? free[--freed] : used++;
        if ((row + 1) * (long) words > bits.length) {
            bits = Arrays.copyOf(bits, Math.toIntExact(2L * bits.length));
        }
        rows.put(key, row);
        return row;
    }

    private void forget(Id key, Listener listener) {
        Integer row = rows.remove(key);
        if (row == null) {
            return;
        }
        for (int rule = 0; rule < segments.length; rule++) {
            int word = row * words + rule / WORD;
            if ((bits[word] >>> rule & 1) != 0) {
                bits[word] ^= 1L << rule;
                sizes[rule]--;
                listener.flipped(segments[rule], key, false);
            }
        }
        if (freed == free.length) {
            free = Arrays.copyOf(free, Math.max(FIRST_ROWS, 2 * freed));
        }
        free[freed++] = row;
    }

    private void add(long[] mask) {
        for (int word = 0; word < words; word++) {
            todo[word] |= mask[word];
        }
    }

    private static void set(long[] mask, int base, int bit) {
        mask[base + bit / WORD] |= 1L << bit;
    }

    private static <S> boolean differs(Field<S, ?> field, S before, S after) {
        if (field instanceof Field.One<S, ?> one) {
            return !Objects.equals(one.get(before), one.get(after));
        } else if (field instanceof Field.Many<S, ?> many) {
            Collection<?> old = many.get(before);
            Collection<?> now = many.get(after);
            return old.size() != now.size() || !List.copyOf(old).equals(List.copyOf(now));
        }
        return true;
    }
}
