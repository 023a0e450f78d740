package org.schoolcollab.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A service that the process engine calls, never a screen: only the workflow module may depend on it (an architecture test holds
 * that). It joins the transaction of the act that moved the process and opens none of its own.
 */
@Documented
@Service
@Transactional(propagation = Propagation.MANDATORY)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ProcessStep {}
