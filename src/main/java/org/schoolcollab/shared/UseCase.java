package org.schoolcollab.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A service that people call through screens. Every public method runs in one transaction, carries {@code @RolesAllowed} (a test
 * fails the build otherwise), is repeated at most three times when the database reports a conflict, and leaves an audit record when
 * it refuses access.
 */
@Documented
@Service
@Transactional
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface UseCase {}
