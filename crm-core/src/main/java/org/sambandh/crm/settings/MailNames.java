package org.sambandh.crm.settings;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;

/** The parts of mail addresses that say nothing about who somebody is, and how such lists are checked. */
final class MailNames {

    static final Set<String> PUBLIC_DOMAINS = Set.of(
            "aol.com",
            "fastmail.com",
            "gmail.com",
            "gmx.com",
            "gmx.de",
            "gmx.net",
            "googlemail.com",
            "hotmail.co.uk",
            "hotmail.com",
            "icloud.com",
            "indiatimes.com",
            "live.com",
            "mail.com",
            "mail.ru",
            "me.com",
            "msn.com",
            "orange.fr",
            "outlook.com",
            "outlook.in",
            "proton.me",
            "protonmail.com",
            "qq.com",
            "rediffmail.com",
            "sify.com",
            "t-online.de",
            "web.de",
            "yahoo.co.in",
            "yahoo.co.uk",
            "yahoo.com",
            "yahoo.in",
            "yandex.com",
            "ymail.com",
            "zohomail.in");

    static final Set<String> ROLES = Set.of(
            "accounts",
            "admin",
            "administrator",
            "billing",
            "careers",
            "contact",
            "customercare",
            "enquiry",
            "feedback",
            "finance",
            "hello",
            "help",
            "helpdesk",
            "hr",
            "info",
            "inquiry",
            "jobs",
            "mail",
            "marketing",
            "no-reply",
            "noreply",
            "office",
            "orders",
            "postmaster",
            "purchase",
            "reception",
            "sales",
            "service",
            "support",
            "team",
            "webmaster");

    private static final int MAX = 10_000;

    private MailNames() {}

    static Set<String> domains(Collection<String> given) {
        return folded("settings.publicMailDomains", given, 253, true);
    }

    static Set<String> roles(Collection<String> given) {
        return folded("settings.roleMailboxes", given, 64, false);
    }

    private static Set<String> folded(String path, Collection<String> given, int longest, boolean isDomain) {
        if (given.size() > MAX) {
            throw new Invalid(path, "at most " + MAX + ", found " + given.size());
        }
        SortedSet<String> names = new TreeSet<>();
        for (String name : given) {
            String folded = Text.fold(Text.required(path, name, longest));
            boolean plain = folded.codePoints().noneMatch(c -> c == '@' || Character.isWhitespace(c));
            int dot = folded.indexOf('.');
            boolean dotted = dot > 0 && !folded.endsWith(".");
            if (!plain || (isDomain && !dotted)) {
                throw new Invalid(
                        path, isDomain ? "domains such as gmail.com" : "what stands before the @, such as info");
            }
            names.add(folded);
        }
        return Collections.unmodifiableSortedSet(names);
    }
}
