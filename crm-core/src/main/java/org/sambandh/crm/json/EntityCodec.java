package org.sambandh.crm.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.invoke.MethodHandle;
import java.util.List;

/** An entity: one property for each accessor that its builder has a method for, read through the builder. */
record EntityCodec(Member id, List<Member> members, MethodHandle factory, MethodHandle build) implements Codec {

    @Override
    public ObjectNode write(Object value) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        id.write(value, node);
        members.forEach(member -> member.write(value, node));
        return node;
    }

    @Override
    public Object read(JsonNode node, At at) {
        Properties properties = new Properties(node, at);
        JsonNode idNode = properties.require(id.name());
        Object builder = Handles.make(at, factory, id.codec().read(idNode, at.child(id.name())));
        for (Member member : members) {
            Object value = member.read(properties);
            MethodHandle setter = member.setter();
            // What is not there keeps the builder's word for it: build() says whether it may be missing.
            if (setter != null && (value != null || member.nullable())) {
                Handles.make(properties.at(member.name()), setter, builder, value);
            }
        }
        properties.done();
        return Handles.make(at, build, builder);
    }
}
