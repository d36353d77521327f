package org.sambandh.crm.segment;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs to which segment since when, told the plain way: everybody is asked at every instant at which anything
 * could change, by predicates written by hand. Everything happens at multiples of six hours.
 */
final class SegmentOracle {

    static final Duration TICK = Duration.ofHours(6);

    /** Whether a subject belongs by the rule, at an instant. */
    interface Rule {
        boolean holds(SegmentOracle all, String subject, Instant at);
    }

    record GuestState(@Nullable String country) {}

    record TouchState(String guest, String what, @Nullable Instant when) {
        boolean happened(Instant at) {
            return when == null || !when.isAfter(at);
        }

        boolean within(Instant at, Duration last) {
            return when != null && !when.isAfter(at) && !when.isBefore(at.minus(last));
        }
    }

    /** A stay, open while until is null. */
    record Stay(Instant since, @Nullable Instant until) {
        Instant end() {
            return until == null ? Instant.MAX : until;
        }
    }

    static final class Definition {
        final boolean aboutGuests;
        Rule rule;
        final Set<String> includes = new TreeSet<>();
        final Set<String> excludes = new TreeSet<>();
        final Map<String, List<Stay>> stays = new TreeMap<>();

        Definition(boolean aboutGuests, Rule rule) {
            this.aboutGuests = aboutGuests;
            this.rule = rule;
        }
    }

    final Map<String, GuestState> guests = new TreeMap<>();
    final Map<String, TouchState> touches = new TreeMap<>();
    final Map<String, String> redirects = new HashMap<>();
    final List<Definition> segments = new ArrayList<>();
    Instant now;

    SegmentOracle(Instant now) {
        this.now = now;
    }

    String survivor(String guest) {
        return redirects.getOrDefault(guest, guest);
    }

    @Nullable
    String countryOf(String guest) {
        GuestState state = guests.get(survivor(guest));
        return state == null ? null : state.country();
    }

    long touchesOf(String guest, java.util.function.Predicate<Map.Entry<String, TouchState>> which) {
        return touches.entrySet().stream()
                .filter(t -> t.getValue().guest().equals(guest))
                .filter(which)
                .count();
    }

    boolean isIn(int segment, String subject) {
        List<Stay> stays = segments.get(segment).stays.getOrDefault(subject, List.of());
        return !stays.isEmpty() && stays.get(stays.size() - 1).until() == null;
    }

    long enteredWithin(int segment, String subject, Instant at, Duration last) {
        return segments.get(segment).stays.getOrDefault(subject, List.of()).stream()
                .filter(s -> !s.since().isAfter(at) && !s.since().isBefore(at.minus(last)))
                .count();
    }

    /** Time passes: windows end one microsecond behind a tick, everything else happens on one. */
    void until(Instant later) {
        for (Instant tick = now; !tick.isAfter(later); tick = tick.plus(TICK)) {
            if (tick.isAfter(now)) {
                evaluate(tick);
            }
            Instant behind = tick.plus(1, MICROS);
            if (behind.isAfter(now) && !behind.isAfter(later)) {
                evaluate(behind);
            }
        }
        now = later;
    }

    /** Something was changed now. */
    void changed() {
        evaluate(now);
    }

    private void evaluate(Instant at) {
        for (Definition segment : segments) {
            Set<String> all = segment.aboutGuests ? guests.keySet() : touches.keySet();
            Set<String> known = new HashSet<>(all);
            known.addAll(segment.stays.keySet());
            for (String subject : known) {
                boolean wanted = all.contains(subject)
                        && !segment.excludes.contains(subject)
                        && (segment.includes.contains(subject) || segment.rule.holds(this, subject, at));
                List<Stay> stays = segment.stays.computeIfAbsent(subject, s -> new ArrayList<>());
                Stay last = stays.isEmpty() ? null : stays.get(stays.size() - 1);
                boolean member = last != null && last.until() == null;
                if (wanted && !member) {
                    stays.add(new Stay(at, null));
                } else if (member && !wanted) {
                    stays.set(stays.size() - 1, new Stay(last.since(), at));
                }
            }
        }
    }

    void merge(String from, String to) {
        for (Definition segment : segments) {
            if (segment.aboutGuests) {
                List<Stay> both = new ArrayList<>(segment.stays.getOrDefault(from, List.of()));
                both.addAll(segment.stays.getOrDefault(to, List.of()));
                both.sort(Comparator.comparing(Stay::since));
                List<Stay> united = new ArrayList<>();
                for (Stay stay : both) {
                    Stay last = united.isEmpty() ? null : united.get(united.size() - 1);
                    if (last == null || stay.since().isAfter(last.end())) {
                        united.add(stay);
                    } else if (stay.end().isAfter(last.end())) {
                        united.set(united.size() - 1, new Stay(last.since(), stay.until()));
                    }
                }
                segment.stays.remove(from);
                segment.stays.put(to, united);
                for (Set<String> list : List.of(segment.includes, segment.excludes)) {
                    if (list.remove(from)) {
                        list.add(to);
                    }
                }
            }
        }
        guests.remove(from);
        redirects.replaceAll((gone, found) -> found.equals(from) ? to : found);
        redirects.put(from, to);
    }

    void erase(String guest) {
        for (Definition segment : segments) {
            if (segment.aboutGuests) {
                segment.stays.remove(guest);
                segment.includes.remove(guest);
            }
        }
    }

    /** All stays of a segment as text, to be compared. */
    List<String> stays(int segment) {
        return segments.get(segment).stays.entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(s -> line(e.getKey(), s.since(), s.until())))
                .sorted()
                .collect(Collectors.toList());
    }

    static String line(String subject, Instant since, @Nullable Instant until) {
        return subject + " " + since + " " + Objects.toString(until, "open");
    }
}
