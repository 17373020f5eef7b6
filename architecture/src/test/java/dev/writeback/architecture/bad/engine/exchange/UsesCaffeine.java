package dev.writeback.architecture.bad.engine.exchange;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

final class UsesCaffeine {
    final Cache<String, String> cache = Caffeine.newBuilder().build();
}
