package org.sambandh.crm.team;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.TeamId;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.common.Validity;

/**
 * Users who work together, over time: who was a member on a day stays known after they left. A user may be in several
 * teams. Immutable; equal by id.
 */
public final class Team implements Entity<TeamId> {

    private final TeamId id;
    private final Revision revision;
    private final List<ExternalRef> externalRefs;
    private final String name;
    private final boolean active;
    private final List<TeamMember> members;

    private Team(Builder builder) {
        this.id = builder.id;
        this.revision = builder.revision;
        this.externalRefs = List.copyOf(builder.externalRefs);
        this.name = Text.required("team.name", builder.name, 200);
        this.active = builder.active;
        this.members = List.copyOf(builder.members);
        for (int i = 0; i < members.size(); i++) {
            for (int j = i + 1; j < members.size(); j++) {
                if (overlap(members.get(i), members.get(j))) {
                    throw new RuleViolation(
                            "team-member-twice",
                            new EntityRef("team", id.value()),
                            "User " + members.get(i).user() + " would be a member twice on the same day."
                                    + " End the earlier stay first.");
                }
            }
        }
    }

    private static boolean overlap(TeamMember one, TeamMember other) {
        return one.user().equals(other.user())
                && one.validity().and(other.validity()).isPresent();
    }

    /**
     * Returns a builder of an active team without members.
     *
     * @param id its id
     * @return the builder; a name is needed
     */
    public static Builder builder(TeamId id) {
        return new Builder(id);
    }

    /** {@return a builder with everything of this team} */
    public Builder toBuilder() {
        return new Builder(id)
                .revision(revision)
                .externalRefs(externalRefs)
                .name(name)
                .active(active)
                .members(members);
    }

    @Override
    public TeamId id() {
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

    /** {@return its name} */
    public String name() {
        return name;
    }

    /** {@return whether it still exists; a closed team keeps its members and what it did} */
    public boolean active() {
        return active;
    }

    /** {@return every stay of every member, past and future ones included, in the order they were added} */
    public List<TeamMember> members() {
        return members;
    }

    /**
     * Returns who is in the team on a day.
     *
     * @param day the day
     * @return the members, in the order they were added
     */
    public List<TeamMember> membersOn(LocalDate day) {
        return members.stream().filter(m -> m.validity().holdsOn(day)).toList();
    }

    /**
     * Returns this team under another name.
     *
     * @param newName at most 200 characters
     * @return a changed copy
     */
    public Team rename(String newName) {
        return toBuilder().name(newName).build();
    }

    /** {@return this team, closed} */
    public Team close() {
        return toBuilder().active(false).build();
    }

    /** {@return this team, open again} */
    public Team reopen() {
        return toBuilder().active(true).build();
    }

    /**
     * Returns this team with one more stay.
     *
     * @param member who, as what, when
     * @return a changed copy; this team if it has this very stay
     * @throws RuleViolation {@code team-member-twice} if the user is a member on one of these days already
     */
    public Team join(TeamMember member) {
        if (members.contains(member)) {
            return this;
        }
        List<TeamMember> all = new ArrayList<>(members);
        all.add(member);
        return toBuilder().members(all).build();
    }

    /**
     * Returns this team with a user's stay ended.
     *
     * @param user who leaves
     * @param day the first day on which they are no longer a member; a stay that would begin on or after it is removed
     * @return a changed copy; this team if the user is no member from that day on
     */
    public Team leave(UserId user, LocalDate day) {
        List<TeamMember> all = new ArrayList<>();
        for (TeamMember member : members) {
            LocalDate from = member.validity().from();
            if (!member.user().equals(user)) {
                all.add(member);
            } else if (from == null || from.isBefore(day)) {
                Validity ended = member.validity().endedOn(day);
                all.add(member.during(ended));
            }
        }
        return all.equals(members) ? this : toBuilder().members(all).build();
    }

    boolean sameAs(Team other) {
        return externalRefs.equals(other.externalRefs)
                && name.equals(other.name)
                && active == other.active
                && members.equals(other.members);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Team that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "team " + id + " (" + revision + ")";
    }

    /** Makes teams. Not safe for concurrent use. */
    public static final class Builder {

        private final TeamId id;
        private Revision revision = Revision.NEW;
        private List<ExternalRef> externalRefs = List.of();
        private String name = "";
        private boolean active = true;
        private List<TeamMember> members = List.of();

        private Builder(TeamId id) {
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
         * Sets how other systems name the team.
         *
         * @param refs all of them
         * @return this
         */
        public Builder externalRefs(List<ExternalRef> refs) {
            this.externalRefs = refs;
            return this;
        }

        /**
         * Sets its name.
         *
         * @param newName at most 200 characters
         * @return this
         */
        public Builder name(String newName) {
            this.name = newName;
            return this;
        }

        /**
         * Sets whether it still exists.
         *
         * @param isActive true unless it was closed
         * @return this
         */
        public Builder active(boolean isActive) {
            this.active = isActive;
            return this;
        }

        /**
         * Sets every stay of every member.
         *
         * @param all past and future ones included
         * @return this
         */
        public Builder members(List<TeamMember> all) {
            this.members = all;
            return this;
        }

        /**
         * Returns the team.
         *
         * @return the team
         * @throws org.sambandh.crm.common.Invalid if the name is blank or longer than 200 characters
         * @throws RuleViolation {@code team-member-twice} if a user is a member twice on one day
         */
        public Team build() {
            return new Team(this);
        }
    }
}
