package dev.writeback.architecture.bad.engine;

import java.io.IOException;

final class Speaks {
    void say() {
        System.out.println("hello");
        System.err.println("hello");
    }

    int listen() throws IOException {
        return System.in.read();
    }

    void complain(Exception e) {
        e.printStackTrace();
    }

    void leave() {
        System.exit(1);
    }

    void vanish() {
        Runtime.getRuntime().halt(1);
    }
}
