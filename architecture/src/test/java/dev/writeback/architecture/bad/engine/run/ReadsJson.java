package dev.writeback.architecture.bad.engine.run;

import com.fasterxml.jackson.databind.ObjectMapper;

final class ReadsJson {
    final ObjectMapper mapper = new ObjectMapper();
}
