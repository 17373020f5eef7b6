package dev.writeback.testkit.arbitrary;

import dev.writeback.model.AttributeSyntax;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for values that an attribute of a syntax can hold, in the form that a directory gives them: {@code @ForAll
 * @Fitting(AttributeSyntax.DN) AttributeValue manager}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.ANNOTATION_TYPE, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface Fitting {

    /** The syntax of the attribute. */
    AttributeSyntax value();
}
