/** The laws of the design as properties that an integrator runs against an own profile, resolver or configuration. */
@NullMarked
package dev.writeback.testkit.law;

import org.jspecify.annotations.NullMarked;
