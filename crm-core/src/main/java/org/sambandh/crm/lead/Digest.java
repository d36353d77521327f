package org.sambandh.crm.lead;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.customer.PartyIdentifier;

/** Tells whether two deliveries under one key say the same. */
final class Digest {

    private final StringBuilder content = new StringBuilder();

    private Digest() {}

    static String of(Enquiry e) {
        Digest d = new Digest();
        d.add(e.personName)
                .add(e.organizationName)
                .add(e.webDomain)
                .add(e.country)
                .add(e.captured);
        d.add(e.introducedBy)
                .add(e.brand == null ? null : e.brand.code())
                .add(e.product)
                .add(e.productText);
        d.add(e.origin.source()).add(e.origin.medium()).add(e.origin.campaign()).add(e.origin.referrer());
        d.addAll(e.emails).addAll(e.phones);
        d.addAll(e.identifiers.stream().map(PartyIdentifier::key).toList());
        d.addAll(e.organizationIdentifiers.stream().map(PartyIdentifier::key).toList());
        for (ConsentEvidence c : e.consents) {
            d.add(c.purpose()).add(c.wording()).add(c.at()).add(c.proof());
        }
        e.attributes.values().forEach((name, value) -> d.add(name).add(value));
        return d.hash();
    }

    /** Each text with its length before it, so that no two contents run into the same. */
    private Digest add(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        content.append(value == null ? -1 : text.length()).append(':').append(text);
        return this;
    }

    private Digest addAll(List<String> values) {
        add(values.size());
        values.forEach(this::add);
        return this;
    }

    private String hash() {
        try {
            byte[] bytes = content.toString().getBytes(StandardCharsets.UTF_16BE);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
