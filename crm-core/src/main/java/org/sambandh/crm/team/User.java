package org.sambandh.crm.team;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.common.UserId;

/**
 * Somebody who works in the host application, under the host's own id. Says who it is and whose work it is part of; what
 * a user may do is the host's business. Immutable; equal by id.
 */
public final class User implements Entity<UserId> {

    private final UserId id;
    private final Revision revision;
    private final List<ExternalRef> externalRefs;
    private final String displayName;
    private final boolean active;
    private final @Nullable ZoneId zone;
    private final @Nullable UserId manager;

    private User(Builder builder) {
        this.id = builder.id;
        this.revision = builder.revision;
        this.externalRefs = List.copyOf(builder.externalRefs);
        this.displayName = Text.required("user.displayName", builder.displayName, 200);
        this.active = builder.active;
        this.zone = builder.zone;
        this.manager = builder.manager;
        if (id.equals(manager)) {
            throw new RuleViolation(
                    "manager-cycle", new EntityRef("user", id.value()), "A user cannot be their own manager.");
        }
    }

    /**
     * Returns a builder of an active user.
     *
     * @param id the host's id of the user
     * @return the builder; a display name is needed
     */
    public static Builder builder(UserId id) {
        return new Builder(id);
    }

    /** {@return a builder with everything of this user} */
    public Builder toBuilder() {
        return new Builder(id)
                .revision(revision)
                .externalRefs(externalRefs)
                .displayName(displayName)
                .active(active)
                .zone(zone)
                .manager(manager);
    }

    @Override
    public UserId id() {
        return id;
    }

    @Override
    public Revision revision() {
        return revision;
    }

    @Override
    public List<ExternalRef> externalRefs() {
        return externalRefs;
    }

    /** {@return how colleagues see the name} */
    public String displayName() {
        return displayName;
    }

    /** {@return whether the user still works; who left keeps what they did and owns nothing new} */
    public boolean active() {
        return active;
    }

    /** {@return the zone of the user's days; nothing if it is the tenant's} */
    public Optional<ZoneId> zone() {
        return Optional.ofNullable(zone);
    }

    /** {@return to whom the user reports} */
    public Optional<UserId> manager() {
        return Optional.ofNullable(manager);
    }

    /**
     * Returns this user under another name.
     *
     * @param name how colleagues see it, at most 200 characters
     * @return a changed copy
     */
    public User rename(String name) {
        return toBuilder().displayName(name).build();
    }

    /**
     * Returns this user reporting to somebody.
     *
     * @param newManager to whom, or null for nobody
     * @return a changed copy
     * @throws RuleViolation {@code manager-cycle} if it is the user itself
     */
    public User reportTo(@Nullable UserId newManager) {
        return toBuilder().manager(newManager).build();
    }

    /** {@return this user, no longer working} */
    public User deactivate() {
        return toBuilder().active(false).build();
    }

    /** {@return this user, working again} */
    public User activate() {
        return toBuilder().active(true).build();
    }

    boolean sameAs(User other) {
        return externalRefs.equals(other.externalRefs)
                && displayName.equals(other.displayName)
                && active == other.active
                && Objects.equals(zone, other.zone)
                && Objects.equals(manager, other.manager);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof User that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "user " + id + " (" + revision + ")";
    }

    /** Makes users. Not safe for concurrent use. */
    public static final class Builder {

        private final UserId id;
        private Revision revision = Revision.NEW;
        private List<ExternalRef> externalRefs = List.of();
        private String displayName = "";
        private boolean active = true;
        private @Nullable ZoneId zone;
        private @Nullable UserId manager;

        private Builder(UserId id) {
            this.id = id;
        }

        /**
         * Sets which stored state it is.
         *
         * @param newRevision given by the store
         * @return this
         */
        public Builder revision(Revision newRevision) {
            this.revision = newRevision;
            return this;
        }

        /**
         * Sets how other systems name the user.
         *
         * @param refs all of them
         * @return this
         */
        public Builder externalRefs(List<ExternalRef> refs) {
            this.externalRefs = refs;
            return this;
        }

        /**
         * Sets how colleagues see the name.
         *
         * @param name at most 200 characters
         * @return this
         */
        public Builder displayName(String name) {
            this.displayName = name;
            return this;
        }

        /**
         * Sets whether the user still works.
         *
         * @param isActive true unless they left
         * @return this
         */
        public Builder active(boolean isActive) {
            this.active = isActive;
            return this;
        }

        /**
         * Sets the zone of the user's days.
         *
         * @param newZone the zone, or null for the tenant's
         * @return this
         */
        public Builder zone(@Nullable ZoneId newZone) {
            this.zone = newZone;
            return this;
        }

        /**
         * Sets to whom the user reports.
         *
         * @param newManager another user, or null
         * @return this
         */
        public Builder manager(@Nullable UserId newManager) {
            this.manager = newManager;
            return this;
        }

        /**
         * Returns the user.
         *
         * @return the user
         * @throws org.sambandh.crm.common.Invalid if the display name is blank or longer than 200 characters
         * @throws RuleViolation {@code manager-cycle} if the user reports to itself
         */
        public User build() {
            return new User(this);
        }
    }
}
