package org.sambandh.crm;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.DuplicateKey;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.StaleRevision;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.customer.CustomerRepository;
import org.sambandh.crm.customer.Organization;
import org.sambandh.crm.customer.PersonName;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Repositories;
import org.sambandh.crm.store.Scan;

/**
 * A vendor's own table in the place of our customers. The table says what it has columns for; what it has none for (roles,
 * stages, further contact points, attributes, references) stays in the repository that is replaced, under the same id.
 */
final class ErpCustomers implements CustomerRepository {

    /** The table {@code erp_account}, which the vendor's own programs read and write too. */
    static final class Table {
        final TreeMap<Integer, Account> rows = new TreeMap<>();
        private final InstantSource clock;
        private int lastNo = 1_000;

        Table(InstantSource clock) {
            this.clock = clock;
        }

        String nextId() {
            return id(++lastNo).value();
        }

        /** Writes a row as any program of the vendor does: its time of change always grows. */
        void put(int no, String name, @Nullable String mail, @Nullable String phone, @Nullable String country) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Account old = rows.get(no);
            Instant next = old == null ? now : old.updatedAt.plus(1, ChronoUnit.MICROS);
            rows.put(no, new Account(no, name, mail, phone, country, now.isAfter(next) ? now : next));
        }
    }

    record Account(
            int no,
            String name,
            @Nullable String mail,
            @Nullable String phone,
            @Nullable String country,
            Instant updatedAt) {

        Revision revision() {
            return new Revision(ChronoUnit.MICROS.between(Instant.EPOCH, updatedAt));
        }
    }

    private final Table table;
    private final Repositories repositories;
    private final CustomerRepository rest;

    ErpCustomers(Table table, Repositories repositories) {
        this.table = table;
        this.repositories = repositories;
        this.rest = repositories.get(CustomerRepository.class);
    }

    /** Fixed width, so that ids sort as numbers do. */
    static CustomerId id(int no) {
        String digits = String.valueOf(no);
        return new CustomerId("0".repeat(10 - digits.length()) + digits);
    }

    /** The number of an id, or nothing where the id is none of ours: it is then as good as missing. */
    private @Nullable Account account(CustomerId id) {
        boolean ours = id.value().length() == 10 && id.value().chars().allMatch(c -> c >= '0' && c <= '9');
        return ours ? table.rows.get((int) Math.min(Integer.MAX_VALUE, Long.parseLong(id.value()))) : null;
    }

    private Customer read(Account row) {
        CustomerId id = id(row.no);
        Customer said = rest.findById(id)
                .orElseGet(
                        () -> Customer.builder(id).profile(Organization.UNKNOWN).build());
        if (!row.name.equals(said.name().map(PersonName::written).orElse(""))) {
            said = said.toBuilder()
                    .name(row.name.isEmpty() ? null : PersonName.of(row.name))
                    .build();
        }
        said = CustomerFields.MAIN_EMAIL.set(said, row.mail);
        if (!Objects.equals(row.phone, CustomerFields.MAIN_PHONE.get(said))) {
            String region = repositories.settings().latest().phoneRegion();
            said = CustomerFields.MAIN_PHONE.set(said, row.phone);
            said = said.toBuilder()
                    .contactPoints(
                            said.contactPoints().stream().map(p -> p.in(region)).toList())
                    .build();
        }
        said = CustomerFields.MAIN_COUNTRY.set(said, row.country);
        return said.toBuilder().revision(row.revision()).build();
    }

    @Override
    public Optional<Customer> findById(CustomerId id) {
        return Optional.ofNullable(account(id)).map(this::read);
    }

    @Override
    public List<Customer> findAllById(Collection<CustomerId> ids) {
        return new LinkedHashSet<>(ids)
                .stream().flatMap(id -> findById(id).stream()).toList();
    }

    @Override
    public Page<Customer> find(Query<Customer> query) {
        return Scan.page(repositories, Customer.class, query, all());
    }

    @Override
    public long count(Condition<Customer> condition, Moment moment) {
        return Scan.count(repositories, Customer.class, condition, moment, all().iterator());
    }

    private List<Customer> all() {
        return table.rows.values().stream().map(this::read).toList();
    }

    @Override
    public List<Customer> save(Collection<Customer> customers) {
        List<EntityRef> stale = new ArrayList<>();
        for (Customer customer : customers) {
            Account row = account(customer.id());
            boolean fresh = customer.revision().isNew();
            if (fresh && row != null) {
                throw new DuplicateKey(EntityRef.of(customer.id()), "id");
            }
            if (!fresh && (row == null || !row.revision().equals(customer.revision()))) {
                stale.add(EntityRef.of(customer.id()));
            }
        }
        if (!stale.isEmpty()) {
            throw new StaleRevision(stale);
        }
        // The rest first: it refuses an external reference that is taken.
        rest.save(customers.stream()
                .map(c -> c.toBuilder()
                        .revision(rest.findById(c.id()).map(Customer::revision).orElse(Revision.NEW))
                        .build())
                .toList());
        for (Customer c : customers) {
            int no = Integer.parseInt(c.id().value());
            putBackOnRollback(no);
            table.put(
                    no,
                    c.name().map(PersonName::written).orElse(""),
                    CustomerFields.MAIN_EMAIL.get(c),
                    CustomerFields.MAIN_PHONE.get(c),
                    CustomerFields.MAIN_COUNTRY.get(c));
        }
        return findAllById(customers.stream().map(Customer::id).toList());
    }

    @Override
    public void delete(CustomerId id, Revision revision) {
        Account row = account(id);
        if (row == null) {
            throw new NotFound(EntityRef.of(id));
        }
        if (!row.revision().equals(revision)) {
            throw new StaleRevision(List.of(EntityRef.of(id)));
        }
        putBackOnRollback(row.no);
        table.rows.remove(row.no);
        rest.findById(id).ifPresent(known -> rest.delete(id, known.revision()));
    }

    /** The table is no part of the store's transaction, so the store says when to put back what was there. */
    private void putBackOnRollback(int no) {
        Account before = table.rows.get(no);
        repositories.onRollback(() -> {
            if (before == null) {
                table.rows.remove(no);
            } else {
                table.rows.put(no, before);
            }
        });
    }
}
