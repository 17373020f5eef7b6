/** Values for properties: whatever type of the API a parameter with {@code @ForAll} has, jqwik finds values of it here. */
@NullMarked
package dev.writeback.testkit.arbitrary;

import org.jspecify.annotations.NullMarked;
