package dev.writeback.architecture.bad.model;

import java.util.Date;

public record WithDate(Date date) {}
