package org.sambandh.crm.tck;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.field.Attributes;
import org.sambandh.crm.field.HasAttributes;

/** A subject of a made-up host: values by their number, parts inside, properties of its own. What they mean says a world. */
abstract class Thing implements Entity<Thing.Key> {

    private final Inside inside;

    private Thing(Inside inside) {
        this.inside = inside;
    }

    /** The id of a thing of any kind. */
    record Key(String value) implements Id {
        Key {
            Id.check("key", value);
        }
    }

    /** What a thing holds: a missing value is null, a many-valued one is a list. */
    record Inside(Key id, List<@Nullable Object> values, Attributes attributes, List<Piece> pieces) {}

    /** A part inside a thing. */
    record Piece(List<@Nullable Object> values) {}

    /** The stay of a thing in a segment. */
    record Stay(
            String kind,
            Key member,
            SegmentId segment,
            Instant since,
            @Nullable Instant until) {}

    /** A closed list of codes. */
    enum Colour {
        RED,
        green,
        DARK_BLUE
    }

    /** An extensible list of codes. */
    record Badge(String code) {}

    /** Makes a thing of one kind. */
    interface Maker<S extends Thing> {
        S make(Inside inside);
    }

    @Override
    public Key id() {
        return inside.id();
    }

    @Nullable
    Object value(int number) {
        return inside.values().get(number);
    }

    List<Piece> pieces() {
        return inside.pieces();
    }

    /** {@return the properties of its own} */
    public Attributes attributes() {
        return inside.attributes();
    }

    Inside inside() {
        return inside;
    }

    Inside with(Attributes changed) {
        return new Inside(inside.id(), inside.values(), changed, inside.pieces());
    }

    /** A thing of the same kind that holds something else. */
    abstract Thing holding(Inside other);

    @Override
    public Revision revision() {
        return Revision.NEW;
    }

    @Override
    public List<ExternalRef> externalRefs() {
        return List.of();
    }

    /** Everything: nobody's data is in it. */
    @Override
    public String toString() {
        return getClass().getSimpleName() + " " + inside.id().value() + " " + inside.values() + ", "
                + inside.attributes().values() + ", " + inside.pieces();
    }

    /** One kind. */
    static final class Red extends Thing implements HasAttributes<Red> {
        Red(Inside inside) {
            super(inside);
        }

        @Override
        public Red withAttributes(Attributes attributes) {
            return new Red(with(attributes));
        }

        @Override
        Thing holding(Inside other) {
            return new Red(other);
        }
    }

    /** Another kind. */
    static final class Green extends Thing implements HasAttributes<Green> {
        Green(Inside inside) {
            super(inside);
        }

        @Override
        public Green withAttributes(Attributes attributes) {
            return new Green(with(attributes));
        }

        @Override
        Thing holding(Inside other) {
            return new Green(other);
        }
    }

    /** And a third one. */
    static final class Blue extends Thing implements HasAttributes<Blue> {
        Blue(Inside inside) {
            super(inside);
        }

        @Override
        public Blue withAttributes(Attributes attributes) {
            return new Blue(with(attributes));
        }

        @Override
        Thing holding(Inside other) {
            return new Blue(other);
        }
    }
}
