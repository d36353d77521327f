package org.sambandh.badcrm.json;

import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.module.SimpleModule;

/** Jackson's module is the one third-party type that may be seen, and only here. */
public final class HarmlessModule extends SimpleModule {
    private static final long serialVersionUID = 1;

    public Module asModule() {
        return this;
    }
}
