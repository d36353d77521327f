package org.sambandh.crm.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.Serializers;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.field.Catalog;

/**
 * The forms of {@link CrmJson} for a host's own Jackson 2 mapper: {@code JsonMapper.builder().addModule(new
 * CrmModule(catalog))}. Touches our types alone, and ignores what the mapper does with class names: ours are never
 * written or read. What is refused is a {@link JsonMappingException} caused by an {@link Invalid}. The size of a text and
 * doubled properties are the mapper's to limit.
 */
public final class CrmModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    private final transient JsonText json = new JsonText();
    private final transient Codecs codecs;

    /**
     * Makes a module for one tenant.
     *
     * @param catalog the fields and relations that conditions may name
     */
    public CrmModule(Catalog catalog) {
        super("sambandh-crm");
        this.codecs = new Codecs(catalog, json);
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addSerializers(new Serializers.Base() {
            @Override
            public @Nullable JsonSerializer<?> findSerializer(
                    SerializationConfig config, JavaType type, BeanDescription description) {
                return codecs.isOurs(type.getRawClass()) ? new Writer(typeOf(type)) : null;
            }
        });
        context.addDeserializers(new Deserializers.Base() {
            @Override
            public @Nullable JsonDeserializer<?> findBeanDeserializer(
                    JavaType type, DeserializationConfig config, BeanDescription description) {
                return codecs.isOurs(type.getRawClass()) ? new Reader(typeOf(type)) : null;
            }

            @Override
            public @Nullable JsonDeserializer<?> findEnumDeserializer(
                    Class<?> type, DeserializationConfig config, BeanDescription description) {
                return codecs.isOurs(type) ? new Reader(type) : null;
            }
        });
    }

    private static Type typeOf(JavaType type) {
        List<Type> arguments = new ArrayList<>();
        for (int i = 0; i < type.containedTypeCount(); i++) {
            arguments.add(typeOf(type.containedType(i)));
        }
        return arguments.isEmpty() ? type.getRawClass() : new Types.Applied(type.getRawClass(), arguments);
    }

    private final class Writer extends JsonSerializer<Object> {

        private final Type type;

        private Writer(Type type) {
            this.type = type;
        }

        @Override
        public void serialize(Object value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            codecs.of(type).write(value).serialize(generator, provider);
        }

        @Override
        public void serializeWithType(
                Object value, JsonGenerator generator, SerializerProvider provider, TypeSerializer typing)
                throws IOException {
            serialize(value, generator, provider);
        }
    }

    private final class Reader extends JsonDeserializer<Object> {

        private final Type type;

        private Reader(Type type) {
            this.type = type;
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return codecs.of(type).read(json.parse(parser), At.ROOT);
            } catch (Invalid e) {
                throw JsonMappingException.from(parser, e.getMessage(), e);
            }
        }

        @Override
        public Object deserializeWithType(JsonParser parser, DeserializationContext context, TypeDeserializer typing)
                throws IOException {
            return deserialize(parser, context);
        }
    }
}
