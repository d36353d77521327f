package org.sambandh.crm.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.TenantId;

/**
 * Writes and reads cursors, for every store alike. A cursor holds the moment of the first page, the place of the last
 * row read, and a digest of both, of the tenant and of condition and orders: it fits no other query, and a changed one is
 * noticed. The digest is no secret: a cursor grants nothing, since the condition always comes from the query. The same
 * in every process of one version of this library.
 */
public final class Cursors {

    private static final int QUERY = 1;
    private static final int BEHIND_ID = 2;
    private static final int MISSING = 0;
    private static final int LONG = 1;
    private static final int TEXT = 2;

    private Cursors() {}

    /**
     * Where a page begins.
     *
     * @param moment the moment of the evaluation: that of the first page
     * @param behind the place behind which it begins; nothing for the first page
     */
    public record Start(Moment moment, Optional<SortKey> behind) {}

    /**
     * Returns the cursor behind a row.
     *
     * @param tenant whose rows they are
     * @param query the query that read it
     * @param moment the moment of its evaluation, see {@link #start}
     * @param last the place of the last row read
     * @return the cursor
     */
    public static Cursor next(TenantId tenant, Query<?> query, Moment moment, SortKey last) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(QUERY);
            Instant at = moment.at();
            out.writeLong(at.getEpochSecond());
            out.writeInt(at.getNano());
            writeText(out, moment.zone().getId());
            for (Object value : last.values()) {
                if (value instanceof Long number) {
                    out.writeByte(LONG);
                    out.writeLong(number);
                } else if (value instanceof String text) {
                    out.writeByte(TEXT);
                    writeText(out, text);
                } else {
                    out.writeByte(MISSING);
                }
            }
            writeText(out, last.id());
            byte[] body = bytes.toByteArray();
            out.write(digest(tenant, query, body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return encoded(bytes);
    }

    /**
     * Returns a cursor behind an id, for any query without orders. Made for readers who keep the last id they saw.
     *
     * @param id whether or not there is such an entity
     * @return the cursor; the moment of the query it is used with counts
     */
    public static Cursor behind(Id id) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(BEHIND_ID);
            writeText(out, id.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return encoded(bytes);
    }

    /**
     * Returns where the page of a query begins.
     *
     * @param tenant whose rows are asked for
     * @param query the query
     * @return the beginning
     * @throws Invalid if its cursor is of another query or tenant, or was changed
     */
    public static Start start(TenantId tenant, Query<?> query) {
        if (query.after().isEmpty()) {
            return new Start(query.moment(), Optional.empty());
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(query.after().get().value());
            return bytes[0] == BEHIND_ID ? behindId(query, bytes) : behindRow(tenant, query, bytes);
        } catch (IOException | DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw foreign();
        }
    }

    private static Start behindId(Query<?> query, byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 1, bytes.length - 1));
        String id = Id.check("cursor", readText(in));
        if (!query.orders().isEmpty() || in.read() >= 0) {
            throw foreign();
        }
        return new Start(query.moment(), Optional.of(new SortKey(List.of(), id)));
    }

    private static Start behindRow(TenantId tenant, Query<?> query, byte[] bytes) throws IOException {
        byte[] body = Arrays.copyOf(bytes, Math.max(0, bytes.length - Fingerprint.LENGTH));
        byte[] found = Arrays.copyOfRange(bytes, body.length, bytes.length);
        if (body.length == 0 || !Arrays.equals(found, digest(tenant, query, body))) {
            throw foreign();
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(body));
        if (in.readByte() != QUERY) {
            throw foreign();
        }
        Instant at = Instant.ofEpochSecond(in.readLong(), in.readInt());
        Moment moment = new Moment(at, ZoneId.of(readText(in)));
        List<@Nullable Object> values = new ArrayList<>();
        for (Order<?> order : query.orders()) {
            int kind = in.readByte();
            if (kind != MISSING && (kind == LONG) != order.field().type().isLong()) {
                throw foreign();
            }
            values.add(kind == LONG ? (Object) in.readLong() : kind == TEXT ? readText(in) : null);
        }
        return new Start(moment, Optional.of(new SortKey(values, readText(in))));
    }

    // Plain UTF-8: that of DataOutputStream takes six bytes for a character beyond the basic plane.
    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeShort(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readUnsignedShort()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] digest(TenantId tenant, Query<?> query, byte[] body) {
        return new Fingerprint().text(tenant.value()).bytes(body).query(query).digest();
    }

    private static Cursor encoded(ByteArrayOutputStream bytes) {
        return new Cursor(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray()));
    }

    private static Invalid foreign() {
        return new Invalid("cursor", "came from another query, or was changed; begin again without one");
    }
}
