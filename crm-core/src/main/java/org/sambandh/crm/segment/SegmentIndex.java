package org.sambandh.crm.segment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.store.Unit;

/**
 * The active segments of a tenant, compiled, in an order in which each stands behind those that its rule names, and the
 * way from what changed to the segments that look at it. Immutable; holds for one catalogue and one edition.
 */
final class SegmentIndex {

    private final Catalog catalog;
    private final Map<SegmentId, Entry<?>> entries = new LinkedHashMap<>();
    private final Map<Class<?>, List<Place>> places = new LinkedHashMap<>();

    private SegmentIndex(Catalog catalog, Collection<Segment> segments, @Nullable SegmentIndex before) {
        this.catalog = catalog;
        Map<SegmentId, Entry<?>> unordered = new LinkedHashMap<>();
        for (Segment segment : segments) {
            Entry<?> known = before == null || !before.isOf(catalog) ? null : before.find(segment.id());
            Entry<?> same = known == null ? null : known.of(segment);
            unordered.put(segment.id(), same == null ? Entry.of(segment, catalog) : same);
        }
        // Whoever counts periods of membership comes last: these may be of any segment.
        // A circle cannot be defined; one that came past the service is entered somewhere and gone through once.
        Chain chain = new Chain(id -> namedBy(unordered.get(id)), true);
        unordered.values().stream().filter(e -> !e.countsPeriods()).forEach(e -> chain.add(e.id()));
        unordered.keySet().forEach(chain::add);
        chain.inOrder().forEach(id -> {
            Entry<?> entry = unordered.get(id);
            if (entry != null) {
                entries.put(id, entry);
            }
        });
        entries.values().forEach(this::place);
    }

    /** Reads all active segments and compiles them, unless that was done before. */
    static SegmentIndex of(Unit unit, @Nullable SegmentIndex before) {
        return new SegmentIndex(unit.catalog(), SegmentGraph.of(unit).active(), before);
    }

    static SegmentIndex of(Catalog catalog, Collection<Segment> segments) {
        return new SegmentIndex(catalog, segments, null);
    }

    private static List<SegmentId> namedBy(@Nullable Entry<?> entry) {
        return entry == null ? List.of() : entry.named();
    }

    private void place(Entry<?> entry) {
        if (entry.broken().isPresent()) {
            return;
        }
        place(new Route(entry.subject().type(), List.of())).all.add(entry);
        if (entry.reads() != null) {
            entry.reads().places().forEach((route, at) -> place(route).add(entry, at));
        }
    }

    private Place place(Route route) {
        List<Place> ofClass = places.computeIfAbsent(route.end(), c -> new ArrayList<>());
        for (Place place : ofClass) {
            if (place.route.equals(route)) {
                return place;
            }
        }
        Place place = new Place(route);
        ofClass.add(place);
        return place;
    }

    /** Whether it was made from this catalogue. */
    @SuppressWarnings("ReferenceEquality") // fields are read by the catalogue they were found in
    boolean isOf(Catalog other) {
        return catalog == other;
    }

    /** All segments, each behind those that its rule names. */
    Collection<Entry<?>> inOrder() {
        return entries.values();
    }

    @Nullable
    Entry<?> find(SegmentId id) {
        return entries.get(id);
    }

    /** The places at which rules look at entities of a class. */
    List<Place> placesOf(Class<?> type) {
        return places.getOrDefault(type, List.of());
    }

    Collection<List<Place>> places() {
        return places.values();
    }
}
