package org.sambandh.crm.segment;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.condition.Rule;

/**
 * A group of subjects of one kind: those for whom a rule holds, with some included and some excluded by hand, or a list
 * kept by hand alone. Whoever is both included and excluded is not a member. Who is a member, and since when, say its
 * {@link SegmentMembership}s. Immutable.
 */
public final class Segment implements Entity<SegmentId> {

    /** The most subjects that can be included, and the most that can be excluded. */
    public static final int MAX_LISTED = 100_000;

    /** How members are found. */
    public enum Kind {
        /** By a rule, with includes and excludes. */
        DYNAMIC,
        /** By a list kept by hand: the includes, without the excludes. */
        STATIC
    }

    private final SegmentId id;
    private final Revision revision;
    private final List<ExternalRef> externalRefs;
    private final String name;
    private final String subject;
    private final @Nullable Rule<?> rule;
    private final Set<String> includes;
    private final Set<String> excludes;
    private final boolean archived;

    private Segment(Builder builder) {
        this.id = builder.id;
        this.revision = builder.revision;
        this.externalRefs = List.copyOf(builder.externalRefs);
        this.name = Text.required("segment.name", builder.name, 200);
        this.subject = Text.required("segment.subject", builder.subject, 60);
        this.rule = builder.rule;
        this.includes = listed("segment.includes", builder.includes);
        this.excludes = listed("segment.excludes", builder.excludes);
        this.archived = builder.archived;
    }

    /**
     * Returns a builder of a segment that was never stored.
     *
     * @param id its identity
     * @return the builder
     */
    public static Builder builder(SegmentId id) {
        return new Builder(id);
    }

    /** {@return a builder that starts from this one} */
    public Builder toBuilder() {
        return new Builder(id)
                .revision(revision)
                .externalRefs(externalRefs)
                .name(name)
                .subject(subject)
                .rule(rule)
                .includes(includes)
                .excludes(excludes)
                .archived(archived);
    }

    @Override
    public SegmentId id() {
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

    /** {@return its name, at most 200 characters} */
    public String name() {
        return name;
    }

    /** {@return the kind of its members, as the catalogue names it} */
    public String subject() {
        return subject;
    }

    /** {@return how members are found} */
    public Kind kind() {
        return rule == null ? Kind.STATIC : Kind.DYNAMIC;
    }

    /** {@return the rule of a dynamic segment, perhaps a broken one; nothing for a list kept by hand} */
    public Optional<Rule<?>> rule() {
        return Optional.ofNullable(rule);
    }

    /** {@return the ids of the subjects that are members whatever the rule says, ordered} */
    public Set<String> includes() {
        return includes;
    }

    /** {@return the ids of the subjects that are never members, ordered} */
    public Set<String> excludes() {
        return excludes;
    }

    /** {@return whether it is hidden and no longer evaluated; its memberships stay as they were} */
    public boolean archived() {
        return archived;
    }

    Segment rename(String newName) {
        return toBuilder().name(newName).build();
    }

    Segment redefine(Rule<?> newRule) {
        return toBuilder().rule(newRule).build();
    }

    Segment archive() {
        return toBuilder().archived(true).build();
    }

    boolean sameAs(Segment other) {
        return name.equals(other.name)
                && subject.equals(other.subject)
                && Objects.equals(rule, other.rule)
                && includes.equals(other.includes)
                && excludes.equals(other.excludes)
                && archived == other.archived
                && externalRefs.equals(other.externalRefs);
    }

    private static Set<String> listed(String path, Collection<String> ids) {
        if (ids.size() > MAX_LISTED) {
            throw new Invalid(path, "at most " + MAX_LISTED + ", found " + ids.size());
        }
        return Collections.unmodifiableSet(new TreeSet<>(ids));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Segment that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "segment " + id + " " + revision;
    }

    /** Builds one. Not safe for concurrent use. */
    public static final class Builder {

        private final SegmentId id;
        private Revision revision = Revision.NEW;
        private List<ExternalRef> externalRefs = List.of();
        private String name = "";
        private String subject = "";
        private @Nullable Rule<?> rule;
        private Collection<String> includes = List.of();
        private Collection<String> excludes = List.of();
        private boolean archived;

        private Builder(SegmentId id) {
            this.id = id;
        }

        /**
         * Sets the revision.
         *
         * @param value given by the store
         * @return this
         */
        public Builder revision(Revision value) {
            this.revision = value;
            return this;
        }

        /**
         * Sets how other systems name it.
         *
         * @param value the references
         * @return this
         */
        public Builder externalRefs(List<ExternalRef> value) {
            this.externalRefs = value;
            return this;
        }

        /**
         * Sets the name.
         *
         * @param value at most 200 characters
         * @return this
         */
        public Builder name(String value) {
            this.name = value;
            return this;
        }

        /**
         * Sets the kind of its members.
         *
         * @param value as the catalogue names it
         * @return this
         */
        public Builder subject(String value) {
            this.subject = value;
            return this;
        }

        /**
         * Sets the rule.
         *
         * @param value the rule, null for a list kept by hand
         * @return this
         */
        public Builder rule(@Nullable Rule<?> value) {
            this.rule = value;
            return this;
        }

        /**
         * Sets who is a member whatever the rule says.
         *
         * @param value ids
         * @return this
         */
        public Builder includes(Collection<String> value) {
            this.includes = value;
            return this;
        }

        /**
         * Sets who is never a member.
         *
         * @param value ids
         * @return this
         */
        public Builder excludes(Collection<String> value) {
            this.excludes = value;
            return this;
        }

        /**
         * Sets whether it is hidden.
         *
         * @param value whether it is
         * @return this
         */
        public Builder archived(boolean value) {
            this.archived = value;
            return this;
        }

        /**
         * Builds it.
         *
         * @return the segment
         * @throws Invalid if the name or subject is missing or too long, or too many are listed
         */
        public Segment build() {
            return new Segment(this);
        }
    }
}
