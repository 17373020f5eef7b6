/** Histories of two writers, a network, a directory with faults and two nodes that crash, played on the engine itself. */
@NullMarked
package dev.writeback.engine.simulation;

import org.jspecify.annotations.NullMarked;
