package org.sambandh.crm.interaction;

import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerRepository;
import org.sambandh.crm.customer.Customers;
import org.sambandh.crm.customer.Standing;
import org.sambandh.crm.store.Order;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;

/** The rule by which an entry shows that a party was in touch with us; told in words at {@link Interactions}. */
final class TwoWay {

    /** How many of the latest entries the other way are looked at. A provisional party hardly has any. */
    private static final int LOOK_BACK = 200;

    private TwoWay() {}

    static void establish(Unit unit, Interaction entry) {
        Set<CustomerId> otherSide = otherSide(entry);
        if (!entry.isValid() || entry.direction() == Direction.INTERNAL || otherSide.isEmpty()) {
            return;
        }
        for (Customer party : unit.get(CustomerRepository.class).findAllById(otherSide)) {
            if (party.standing() == Standing.PROVISIONAL && (reached(entry) || answered(unit, entry, party.id()))) {
                new Customers(Units.joining(unit)).establish(party.id());
            }
        }
    }

    /** Whoever took part other than by a copy, and for whom; where nobody is named, the party it is about. */
    private static Set<CustomerId> otherSide(Interaction entry) {
        Set<CustomerId> parties = new LinkedHashSet<>();
        for (Participant p : entry.participants()) {
            if (p.party() != null && p.role().isActive()) {
                parties.add(p.party());
            }
        }
        entry.onBehalfOf().ifPresent(parties::add);
        boolean nobodyTookPart = entry.participants().isEmpty() && parties.isEmpty();
        return nobodyTookPart ? InteractionFields.namedParties(entry) : parties;
    }

    private static boolean reached(Interaction entry) {
        if (!isLive(entry.channel())
                || entry.disposition().filter(Disposition::saysNotReached).isPresent()) {
            return false;
        }
        return entry.channel().equals(Channel.MEETING)
                || entry.disposition().filter(Disposition.CONNECTED::equals).isPresent()
                || entry.duration().filter(d -> d.compareTo(Duration.ZERO) > 0).isPresent();
    }

    private static boolean isLive(Channel channel) {
        return isSpoken(channel) || channel.equals(Channel.CHAT);
    }

    private static boolean isSpoken(Channel channel) {
        return channel.equals(Channel.PHONE) || channel.equals(Channel.MEETING);
    }

    private static boolean answered(Unit unit, Interaction entry, CustomerId party) {
        if (isSpoken(entry.channel())) {
            return false;
        }
        Direction other = entry.direction() == Direction.INBOUND ? Direction.OUTBOUND : Direction.INBOUND;
        Query<Interaction> query = Query.of(
                        all(where(InteractionFields.PARTIES, is(party)), where(InteractionFields.DIRECTION, is(other))),
                        unit.moment())
                .orderBy(Order.descending(InteractionFields.OCCURRED_AT))
                .limit(LOOK_BACK);
        for (Interaction candidate :
                unit.get(InteractionRepository.class).find(query).items()) {
            if (belongTogether(entry, candidate)) {
                return true;
            }
        }
        return false;
    }

    private static boolean belongTogether(Interaction entry, Interaction candidate) {
        if (isSpoken(candidate.channel())) {
            return false;
        }
        boolean sameThread = entry.thread().isPresent() && entry.thread().equals(candidate.thread());
        if (sameThread || sameMatter(entry, candidate)) {
            return true;
        }
        Interaction inbound = entry.direction() == Direction.INBOUND ? entry : candidate;
        Interaction outbound = entry.direction() == Direction.INBOUND ? candidate : entry;
        return entry.thread().isEmpty()
                && candidate.thread().isEmpty()
                && entry.channel().equals(candidate.channel())
                && inbound.occurredAt().isPresent()
                && outbound.occurredAt()
                        .filter(at -> !at.isBefore(inbound.occurredAt().orElseThrow()))
                        .isPresent();
    }

    private static boolean sameMatter(Interaction a, Interaction b) {
        return !Collections.disjoint(
                a.regarding().stream()
                        .filter(ref -> !InteractionFields.isParty(ref))
                        .toList(),
                b.regarding());
    }
}
