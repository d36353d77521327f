package org.sambandh.crm.callcentre;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.common.UserId;

/** A user who calls: which languages they speak. Immutable; equal by id, which is that of the user. */
public final class CallAgent implements Entity<UserId> {

    private static final int MAX_LANGUAGES = 50;

    private final UserId id;
    private final Revision revision;
    private final List<ExternalRef> externalRefs;
    private final List<String> languages;
    private final boolean active;

    private CallAgent(Builder b) {
        id = b.id;
        revision = b.revision;
        externalRefs = List.copyOf(b.externalRefs);
        languages = b.languages.stream()
                .map(tag -> Text.required("callAgent.languages", tag, 35))
                .distinct()
                .toList();
        active = b.active;
        if (languages.size() > MAX_LANGUAGES) {
            throw new Invalid("callAgent.languages", "at most " + MAX_LANGUAGES + ", found " + languages.size());
        }
    }

    /**
     * Returns one to fill: for adapters.
     *
     * @param id its id
     * @return the builder
     */
    public static Builder builder(UserId id) {
        return new Builder(id);
    }

    /** {@return a builder with everything of this one} */
    public Builder toBuilder() {
        Builder b = new Builder(id);
        b.revision = revision;
        b.externalRefs = externalRefs;
        b.languages = languages;
        b.active = active;
        return b;
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

    /** {@return what they speak, as language tags ({@code hi}, {@code en-IN}), best first; none: nobody who asked for a language} */
    public List<String> languages() {
        return languages;
    }

    /** {@return whether they get calls} */
    public boolean active() {
        return active;
    }

    /**
     * Returns how well this agent can talk with a party.
     *
     * @param wanted the languages of the party, best first; regions do not matter
     * @return the place in the party's order of the first language they share, from 0; 0 if the party asked for none; -1 if they share none
     */
    public int rank(List<String> wanted) {
        if (wanted.isEmpty()) {
            return 0;
        }
        for (int i = 0; i < wanted.size(); i++) {
            String language = language(wanted.get(i));
            if (languages.stream().anyMatch(own -> language(own).equals(language))) {
                return i;
            }
        }
        return -1;
    }

    private static String language(String tag) {
        String language = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
        return language.isEmpty() ? Text.fold(tag) : language;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallAgent that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "callAgent " + id + " (" + revision + ")";
    }

    /** Fills one. Not safe for concurrent use. */
    public static final class Builder {

        private final UserId id;
        private Revision revision = Revision.NEW;
        private List<ExternalRef> externalRefs = List.of();
        private List<String> languages = List.of();
        private boolean active = true;

        private Builder(UserId id) {
            this.id = id;
        }

        /**
         * Sets revision.
         *
         * @param value given by the store
         * @return this
         */
        public Builder revision(Revision value) {
            revision = value;
            return this;
        }

        /**
         * Sets externalRefs.
         *
         * @param value how other systems name it
         * @return this
         */
        public Builder externalRefs(List<ExternalRef> value) {
            externalRefs = value;
            return this;
        }

        /**
         * Sets languages.
         *
         * @param value what they speak, as language tags ({@code hi}, {@code en-IN}), best first; none: nobody who asked for a language
         * @return this
         */
        public Builder languages(List<String> value) {
            languages = value;
            return this;
        }

        /**
         * Sets active.
         *
         * @param value whether they get calls
         * @return this
         */
        public Builder active(boolean value) {
            active = value;
            return this;
        }

        /**
         * Returns the agent.
         *
         * @return the agent
         * @throws Invalid if something needed is missing or out of its range
         */
        public CallAgent build() {
            return new CallAgent(this);
        }
    }
}
