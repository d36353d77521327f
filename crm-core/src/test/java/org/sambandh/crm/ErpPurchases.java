package org.sambandh.crm;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.DuplicateKey;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.PurchaseId;
import org.sambandh.crm.common.Quantity;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.StaleRevision;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.purchase.Purchase;
import org.sambandh.crm.purchase.PurchaseLine;
import org.sambandh.crm.purchase.PurchaseRepository;
import org.sambandh.crm.purchase.Withdrawal;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Repositories;
import org.sambandh.crm.store.Scan;

/** A vendor's table of orders, one line each, in the place of our purchases. Its number is the name the ERP has for it. */
final class ErpPurchases implements PurchaseRepository {

    /** The table {@code erp_order}, which the vendor's own programs write too. */
    static final class Table {
        final TreeMap<String, Row> rows = new TreeMap<>();

        void put(String no, CustomerId debtor, Instant at, String item, long pieces, long rupees) {
            rows.put(
                    no, new Row(no, debtor, at, item, pieces, rupees, 0, Money.zero(Money.currencyOf("INR")), null, 1));
        }
    }

    record Row(
            String no,
            CustomerId debtor,
            Instant at,
            String item,
            long pieces,
            long rupees,
            long back,
            Money credited,
            @Nullable Withdrawal cancelled,
            long version) {}

    private final Table table;
    private final Repositories repositories;

    ErpPurchases(Table table, Repositories repositories) {
        this.table = table;
        this.repositories = repositories;
    }

    static ExternalRef ref(String no) {
        return new ExternalRef("erp", "order", no);
    }

    private Purchase read(Row row) {
        PurchaseLine line = new PurchaseLine(
                "1",
                new ProductId(row.item),
                null,
                Quantity.of(row.pieces, "piece"),
                Money.of(row.rupees, "INR"),
                null,
                BigDecimal.valueOf(row.back),
                row.credited);
        return Purchase.builder(new PurchaseId(row.no))
                .revision(new Revision(row.version))
                .customer(row.debtor)
                .purchasedAt(row.at)
                .purchasedOn(
                        row.at.atZone(repositories.settings().latest().zone()).toLocalDate())
                .recordedAt(row.at)
                .lines(List.of(line))
                .withdrawal(row.cancelled)
                .externalRefs(List.of(ref(row.no)))
                .build();
    }

    @Override
    public Optional<Purchase> findById(PurchaseId id) {
        return Optional.ofNullable(table.rows.get(id.value())).map(this::read);
    }

    @Override
    public List<Purchase> findAllById(Collection<PurchaseId> ids) {
        return new LinkedHashSet<>(ids)
                .stream().flatMap(id -> findById(id).stream()).toList();
    }

    @Override
    public Page<Purchase> find(Query<Purchase> query) {
        return Scan.page(repositories, Purchase.class, query, all());
    }

    @Override
    public long count(Condition<Purchase> condition, Moment moment) {
        return Scan.count(repositories, Purchase.class, condition, moment, all().iterator());
    }

    private List<Purchase> all() {
        return table.rows.values().stream().map(this::read).toList();
    }

    @Override
    public List<Purchase> save(Collection<Purchase> purchases) {
        List<EntityRef> stale = new ArrayList<>();
        for (Purchase purchase : purchases) {
            Row row = table.rows.get(purchase.id().value());
            if (purchase.revision().isNew() && row != null) {
                throw new DuplicateKey(named(purchase.id()), "id");
            }
            if (!purchase.revision().isNew()
                    && (row == null || !purchase.revision().equals(new Revision(row.version)))) {
                stale.add(named(purchase.id()));
            }
        }
        if (!stale.isEmpty()) {
            throw new StaleRevision(stale);
        }
        List<Purchase> stored = new ArrayList<>();
        for (Purchase purchase : purchases) {
            PurchaseLine line = purchase.lines().get(0);
            Row before = putBackOnRollback(purchase.id());
            Row row = new Row(
                    purchase.id().value(),
                    purchase.customer(),
                    purchase.purchasedAt(),
                    line.product() == null ? "" : line.product().value(),
                    line.quantity().amount().longValueExact(),
                    line.total().amount().longValueExact(),
                    line.returned().longValueExact(),
                    line.refunded(),
                    purchase.withdrawal().orElse(null),
                    before == null ? 1 : before.version + 1);
            table.rows.put(row.no, row);
            stored.add(read(row));
        }
        return stored;
    }

    @Override
    public void delete(PurchaseId id, Revision revision) {
        Row row = table.rows.get(id.value());
        if (row == null) {
            throw new NotFound(named(id));
        }
        if (!revision.equals(new Revision(row.version))) {
            throw new StaleRevision(List.of(named(id)));
        }
        putBackOnRollback(id);
        table.rows.remove(id.value());
    }

    private static EntityRef named(PurchaseId id) {
        return new EntityRef("purchase", id.value());
    }

    private @Nullable Row putBackOnRollback(PurchaseId id) {
        Row before = table.rows.get(id.value());
        repositories.onRollback(() -> {
            if (before == null) {
                table.rows.remove(id.value());
            } else {
                table.rows.put(id.value(), before);
            }
        });
        return before;
    }
}
