package org.sambandh.crm.condition;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Shop.Client;
import org.sambandh.crm.condition.Shop.Stock;
import org.sambandh.crm.field.Catalog;

/** A made-up condition with subjects, facts and a moment, for engines that stand in other packages. */
public final class ConditionCase {

    private final Condition<Client> condition;
    private final List<Client> clients;
    private final List<Object> facts;
    private final Moment moment;

    private ConditionCase(Condition<Client> condition, List<Client> clients, List<Object> facts, Moment moment) {
        this.condition = condition;
        this.moment = moment;
        this.facts = facts;
        this.clients = new ArrayList<>();
        for (Client client : clients) {
            CustomerId id = new CustomerId("c" + (this.clients.size() + 1));
            this.clients.add(new Client(id, client.values(), client.addresses()));
        }
    }

    /** Finds the subjects that match. */
    public interface Way {

        /** Returns the places of the subjects that match. */
        <S> BitSet run(
                Catalog catalog,
                Class<S> subject,
                List<S> subjects,
                Facts facts,
                Condition<S> condition,
                Moment moment);
    }

    /** Cases with as many subjects. */
    public static Arbitrary<ConditionCase> of(int least, int most) {
        return Combinators.combine(
                        Samples.conditions(),
                        Samples.clients().list().ofMinSize(least).ofMaxSize(most),
                        Samples.facts(),
                        Samples.moments())
                .as(ConditionCase::new);
    }

    public BitSet expected() {
        return CompiledCondition.of(condition, Client.class, Shop.CATALOG, Engine.PLAIN)
                .testAll(clients, new Stock(facts), moment);
    }

    public BitSet found(Way way) {
        return way.run(Shop.CATALOG, Client.class, clients, new Stock(facts), condition, moment);
    }

    public int subjects() {
        return clients.size();
    }

    @Override
    public String toString() {
        return condition + " at " + moment + " of " + clients + " with " + facts;
    }
}
