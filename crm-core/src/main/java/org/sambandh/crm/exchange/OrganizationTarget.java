package org.sambandh.crm.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CrmException;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.StoreFailure;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.Customers;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.customer.NewRelationship;
import org.sambandh.crm.customer.RelationshipType;
import org.sambandh.crm.customer.Relationships;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;

/** Rows become organisations; once all are there, they are related to each other. */
final class OrganizationTarget extends RowTarget {

    private final RefRule key;
    private final List<Link> links = new ArrayList<>();

    OrganizationTarget(RefRule key) {
        this.key = key;
    }

    private record Link(long line, RowRule rule, ExternalRef from, ExternalRef to) {}

    @Override
    @Nullable
    FieldType<?> special(String name) {
        return null;
    }

    @Override
    boolean isSpecial(String name) {
        return false;
    }

    @Override
    Class<?> subject() {
        return Customer.class;
    }

    @Override
    List<RowResult> write(Unit unit, List<Row> rows) {
        Customers customers = new Customers(Units.joining(unit));
        List<RowResult> results = new ArrayList<>();
        for (Row row : rows) {
            results.add(new RowResult.Written(
                    row.line(),
                    outcome(customers.upsert(row.key(), NewCustomer.organization(), known -> filled(known, row)))));
        }
        return results;
    }

    private static Customer filled(Customer known, Row row) {
        Customer filled = known;
        for (Map.Entry<RowRule, Object> value : plain(row)) {
            filled = set(filled, Objects.requireNonNull(value.getKey().field()), value.getValue());
        }
        return filled;
    }

    @Override
    void written(Row row) {
        for (Map.Entry<RowRule, Object> value : row.values().entrySet()) {
            ColumnRule rule = value.getKey().rule();
            if (rule.relation() != null) {
                RefRule refer = rule.refer() == null ? key : rule.refer();
                links.add(new Link(
                        row.line(),
                        value.getKey(),
                        row.key(),
                        refer.of(value.getValue().toString())));
            }
        }
    }

    @Override
    void finish(Units units, BiConsumer<Long, RowResult.Outcome> linked, List<RowIssue> unlinked) {
        for (Link link : links) {
            try {
                linked.accept(link.line(), units.run(unit -> relate(unit, link)));
            } catch (StoreFailure e) {
                throw e;
            } catch (CrmException e) {
                unlinked.add(
                        new RowIssue(link.line(), link.rule().rule().column(), String.valueOf(e.getMessage()), null));
            }
        }
    }

    private static RowResult.Outcome relate(Unit unit, Link link) {
        Customers customers = new Customers(Units.joining(unit));
        RelationshipType type =
                RelationshipType.of(Objects.requireNonNull(link.rule().rule().relation()));
        Optional<Customer> from = customers.findByRef(link.from());
        Optional<Customer> to = customers.findByRef(link.to());
        if (from.isEmpty() || to.isEmpty()) {
            throw new Invalid(
                    link.rule().rule().column(), "names a party that is not known; bring it in first, or add an alias");
        }
        ExternalRef ref = new ExternalRef(
                link.from().system(),
                link.from().type() + "." + type.code(),
                link.from().value());
        return outcome(new Relationships(Units.joining(unit))
                .upsert(ref, NewRelationship.of(from.get().id(), type, to.get().id())));
    }
}
