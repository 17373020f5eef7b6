package dev.writeback.architecture.bad.engine.mapping;

import java.lang.reflect.Method;

final class Reflects {
    Method[] methods(Class<?> type) {
        return type.getMethods();
    }
}
