package org.schoolcollab.audit;

import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Leaves an audit record when a use case refuses a person, after its transaction has been rolled back. A refusal by role becomes the
 * same {@link AccessRefused} as one by row, so that screens know one refusal only.
 */
@Aspect
@Component
@Order(100)
class RefusalRecorder {

    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final TransactionTemplate transaction;

    RefusalRecorder(AuditTrail audit, CurrentUser currentUser, TransactionTemplate transaction) {
        this.audit = audit;
        this.currentUser = currentUser;
        this.transaction = transaction;
    }

    @Around("@within(org.schoolcollab.shared.UseCase)")
    Object recordRefusal(ProceedingJoinPoint call) throws Throwable {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return call.proceed();
        }
        try {
            return call.proceed();
        } catch (AccessRefused refused) {
            write(call, refused.what());
            throw refused;
        } catch (AccessDeniedException denied) {
            write(call, "role");
            AccessRefused refused = new AccessRefused("role");
            refused.initCause(denied);
            throw refused;
        }
    }

    private void write(ProceedingJoinPoint call, String what) {
        String person = currentUser.find().map(Actor::id).map(Object::toString).orElse("anonymous");
        transaction.executeWithoutResult(status -> audit.record(Act.on("access", person, "access.refused", "")
                .with("call", call.getSignature().toShortString())
                .with("arguments", arguments(call))
                .with("what", what)));
    }

    private static String arguments(ProceedingJoinPoint call) {
        String text = java.util.Arrays.toString(call.getArgs());
        return text.length() <= 500 ? text : text.substring(0, 500);
    }
}
