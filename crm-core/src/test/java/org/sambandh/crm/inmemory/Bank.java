package org.sambandh.crm.inmemory;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.IdGenerator;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.TaskId;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.settings.DatedSettings;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.store.Feature;
import org.sambandh.crm.store.ForwardingRepository;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Repository;
import org.sambandh.crm.store.Schema;
import org.sambandh.crm.store.Unit;

/** The feature of the tests: holders and their accounts. */
public final class Bank implements Feature {

    public static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
    public static final Moment NOW = new Moment(Instant.parse("2026-11-23T04:30:00Z"), ZONE);
    public static final TenantId TENANT = new TenantId("tenant-a");
    public static final TenantId OTHER = new TenantId("tenant-b");

    public static final Field.One<Holder, CustomerId> HOLDER_ID =
            Field.one(Holder.class, "id", FieldType.id(CustomerId.class, CustomerId::new), Holder::id);
    public static final Field.One<Holder, String> NAME = Field.one(Holder.class, "name", FieldType.TEXT, Holder::name);
    public static final Field.One<Holder, String> CITY =
            Field.one(Holder.class, "city", FieldType.TEXT, Holder::city).asIndexed();
    public static final Field.Many<Holder, String> REFS = EntityType.externalRefs(Holder.class);

    public static final Field.One<Account, TaskId> ACCOUNT_ID =
            Field.one(Account.class, "id", FieldType.id(TaskId.class, TaskId::new), Account::id);
    public static final Field.Reference<Account, CustomerId, Holder> HOLDER = Field.reference(
                    Account.class,
                    "holder",
                    FieldType.id(CustomerId.class, CustomerId::new),
                    Holder.class,
                    Account::holder)
            .asIndexed();
    public static final Field.One<Account, BigDecimal> BALANCE = Field.one(
                    Account.class, "balance", FieldType.INTEGER, a -> BigDecimal.valueOf(a.balance()))
            .asIndexed();
    public static final Field.One<Account, Instant> OPENED =
            Field.one(Account.class, "opened", FieldType.INSTANT, Account::opened);
    public static final Field.Many<Account, String> LABELS =
            Field.many(Account.class, "labels", FieldType.TEXT, Account::labels).asIndexed();

    public static final Relation.Join<Holder, Account> ACCOUNTS = Relation.join("accounts", HOLDER_ID, HOLDER);

    private static final EntityType<Holder, CustomerId, HolderRepository> HOLDERS = new EntityType<>(
            Holder.class,
            "holder",
            HOLDER_ID,
            HolderRepository.class,
            ForwardingHolders::new,
            Holder::at,
            List.of(REFS));
    private static final EntityType<Account, TaskId, AccountRepository> ACCOUNT_TYPE = new EntityType<>(
            Account.class,
            "account",
            ACCOUNT_ID,
            AccountRepository.class,
            ForwardingAccounts::new,
            Account::at,
            List.of());

    /** Hands every call on. */
    public static class ForwardingHolders extends ForwardingRepository<Holder, CustomerId> implements HolderRepository {
        public ForwardingHolders(Repository<Holder, CustomerId> inner) {
            super(inner);
        }
    }

    /** Hands every call on. */
    public static class ForwardingAccounts extends ForwardingRepository<Account, TaskId> implements AccountRepository {
        public ForwardingAccounts(Repository<Account, TaskId> inner) {
            super(inner);
        }
    }

    public static Schema schema() {
        DatedSettings settings = DatedSettings.always(TenantSettings.of(ZONE, Currency.getInstance("INR")));
        return new Schema(List.of(new Bank()), tenant -> settings, tenant -> List.of());
    }

    public static InMemoryCrmStore store() {
        return InMemoryCrmStore.builder(schema()).build();
    }

    /** A unit inside a transaction. */
    public static Unit unit(org.sambandh.crm.store.Repositories repositories, IdGenerator ids) {
        return new Unit(TENANT, Actor.SYSTEM, NOW.at(), repositories, type -> ids, List.of());
    }

    /** All pages of a query, each behind the one before. */
    public static <T> List<T> everyPage(Repository<T, ?> repository, Query<T> query) {
        List<T> all = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        do {
            Page<T> page = repository.find(next.map(query::after).orElse(query));
            all.addAll(page.items());
            if (page.next().isPresent() && page.next().equals(next)) {
                throw new AssertionError("a page that ends where it began would be read for ever");
            }
            next = page.next();
        } while (next.isPresent());
        return all;
    }

    public static List<String> ids(Collection<Account> accounts) {
        return accounts.stream().map(a -> a.id().value()).toList();
    }

    @Override
    public String name() {
        return "bank";
    }

    @Override
    public List<EntityType<?, ?, ?>> entities() {
        return List.of(HOLDERS, ACCOUNT_TYPE);
    }

    @Override
    public void declare(Catalog.Builder catalog) {
        catalog.entity(Holder.class, "holder", HOLDER_ID, List.of(NAME, CITY, REFS));
        catalog.entity(Account.class, "account", ACCOUNT_ID, List.of(HOLDER, BALANCE, OPENED, LABELS));
    }

    @Override
    public void relate(Catalog.Builder catalog) {
        catalog.relation(ACCOUNTS);
    }
}
