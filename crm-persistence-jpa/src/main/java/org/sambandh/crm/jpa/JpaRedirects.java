package org.sambandh.crm.jpa;

import java.util.List;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.store.StoreRedirects;

/** The redirects of a tenant, one row each. */
final class JpaRedirects extends StoreRedirects {

    private final JpaTransaction transaction;

    JpaRedirects(JpaTransaction transaction) {
        super(transaction);
        this.transaction = transaction;
    }

    @Override
    protected CustomerId survivor(CustomerId id) {
        return Failures.translated(() -> {
            List<String> found = new Jpql()
                    .add("select r.survivor from SambandhRedirect r where r.tenant = ")
                    .bind(transaction.tenant().value())
                    .add(" and r.id = ")
                    .bind(id.value())
                    .list(transaction.em(), String.class);
            return found.isEmpty() ? id : new CustomerId(found.get(0));
        });
    }

    @Override
    protected List<CustomerId> merged(CustomerId survivor) {
        return Failures.translated(() -> new Jpql()
                        .add("select r.id from SambandhRedirect r where r.tenant = ")
                        .bind(transaction.tenant().value())
                        .add(" and r.survivor = ")
                        .bind(survivor.value())
                        .add(" order by r.id")
                        .list(transaction.em(), String.class)
                        .stream()
                        .map(CustomerId::new)
                        .toList());
    }

    @Override
    protected void put(List<CustomerId> ids, CustomerId survivor) {
        Failures.translated(() -> {
            for (CustomerId id : ids) {
                RowId key = new RowId();
                key.tenant = transaction.tenant().value();
                key.id = id.value();
                RedirectRow row = transaction.em().find(RedirectRow.class, key);
                if (row == null) {
                    row = new RedirectRow();
                    row.tenant = key.tenant;
                    row.id = key.id;
                    row.survivor = survivor.value();
                    transaction.em().persist(row);
                } else {
                    row.survivor = survivor.value();
                }
                transaction.em().flush();
                transaction.em().detach(row);
            }
            return true;
        });
    }
}
