package dev.writeback.testkit.arbitrary;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Asks for values as an organization has them, {@code @ForAll @Ordinary CloudObject object}; none of them is hostile.
 * In histories a few short words with brackets and quotes come in every mood.
 *
 * <p>It stands at the value, {@code List<@Ordinary CloudObject>}; at a list it says nothing. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.ANNOTATION_TYPE, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface Ordinary {}
