package dev.writeback.architecture.bad.jdbc;

final class UsesH2 {
    String driver() {
        return new org.h2.Driver().toString();
    }
}
