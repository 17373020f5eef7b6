package dev.writeback.architecture.bad.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.Date;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

final class AsksClock {
    final Supplier<Instant> later = Instant::now;
    final LocalDate today = LocalDate.now();
    final long millis = System.currentTimeMillis();
    final LongSupplier nanos = System::nanoTime;
    final Date date = new Date();
    final Calendar calendar = Calendar.getInstance();
}
