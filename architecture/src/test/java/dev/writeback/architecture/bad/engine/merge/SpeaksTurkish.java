package dev.writeback.architecture.bad.engine.merge;

import java.time.ZoneId;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.UnaryOperator;

final class SpeaksTurkish {
    String lower(String text) {
        return text.toLowerCase();
    }

    final UnaryOperator<String> upper = String::toUpperCase;
    final Locale locale = Locale.getDefault();
    final ZoneId zone = ZoneId.systemDefault();
    final TimeZone older = TimeZone.getDefault();
}
