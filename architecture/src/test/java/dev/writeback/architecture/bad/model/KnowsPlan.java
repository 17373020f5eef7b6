package dev.writeback.architecture.bad.model;

import dev.writeback.architecture.bad.plan.Outcome;

public record KnowsPlan(Outcome outcome) {}
