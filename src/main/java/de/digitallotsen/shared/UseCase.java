package de.digitallotsen.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import jakarta.transaction.Transactional;

/**
 * A thing people do: one class, one transaction, {@code handle(actor, command)}. The whole transaction is tried again
 * with a fresh persistence context when the database asks for it ({@link RetryOnConflict}), and sent twice it is done
 * once ({@link EffectOfOne}).
 */
@Stereotype
@ApplicationScoped
@RetryOnConflict
@Transactional
@EffectOfOne
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface UseCase {}
