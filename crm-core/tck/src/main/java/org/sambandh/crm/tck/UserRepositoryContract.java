package org.sambandh.crm.tck;

import org.sambandh.crm.common.UserId;
import org.sambandh.crm.team.User;

/** The contract of {@link org.sambandh.crm.team.UserRepository}. */
public abstract class UserRepositoryContract extends RepositoryContract<User, UserId> {

    /** Begins the contract. */
    protected UserRepositoryContract() {
        super(User.class);
    }

    @Override
    protected User changed(User entity) {
        return entity.toBuilder().displayName("changed").build();
    }

    @Override
    protected User claiming(User entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
