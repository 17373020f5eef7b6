package dev.writeback.testkit.fault;

/**
 * A fault that a call met.
 *
 * @param call the call
 * @param number which it was of the calls that the line of the plan counts, from 1
 * @param fault the fault
 */
public record Injected(Call call, long number, Fault fault) {}
