package de.digitallotsen;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a test that breaks places, seats or money on purpose. After every other test {@link CleanSlate} demands that they
 * are right.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface LeavesBooksWrong {}
