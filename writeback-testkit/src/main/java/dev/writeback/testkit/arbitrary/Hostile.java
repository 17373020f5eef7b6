package dev.writeback.testkit.arbitrary;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for values that are valid and meant to break something, {@code @ForAll @Hostile AttributeValue value}: halves of
 * characters, zero characters, what LDAP, JSON, SQL and shells take for their own, letters whose case depends on the
 * language, marks that turn the direction of writing, texts of a megabyte, numbers that no computer holds.
 *
 * <p>It stands at the value, {@code List<@Hostile AttributeValue>}; at a list it says nothing.
 *
 * <p>Without it, and without {@link Ordinary}, most values are ordinary and some are hostile.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.ANNOTATION_TYPE, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface Hostile {}
