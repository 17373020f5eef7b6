package dev.writeback.architecture.bad.model;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public record Logs(String value) {
    static final Logger LOG = LoggerFactory.getLogger("bad");
}
