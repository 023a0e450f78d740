package org.schoolcollab.shared;

import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs a use case again, from the start and outside its transaction, when the database or the engine reports a conflict (deadlock
 * 1213, record changed 1020, optimistic lock): at most three times, then the person is told that somebody else was quicker.
 */
@Aspect
@Component
@Order(200)
class ConflictRetry {

    private static final int ATTEMPTS = 3;

    private final ConflictClassifier classifier;

    ConflictRetry(ConflictClassifier classifier) {
        this.classifier = classifier;
    }

    @Around("@within(org.schoolcollab.shared.UseCase)")
    Object retryOnConflict(ProceedingJoinPoint call) throws Throwable {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return call.proceed();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return call.proceed();
            } catch (RuntimeException failure) {
                if (!classifier.isConflict(failure)) {
                    throw failure;
                }
                if (attempt == ATTEMPTS) {
                    throw new ChangedMeanwhile(failure);
                }
            }
        }
    }

    /** Knows which failures mean "try again". The engine's own are recognised by name, so that this module needs no engine. */
    @Component
    static class ConflictClassifier {

        private static final int DEADLOCK = 1213;
        private static final int RECORD_CHANGED = 1020;
        private static final int LOCK_WAIT_TIMEOUT = 1205;

        boolean isConflict(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof ConcurrencyFailureException
                        || cause.getClass().getSimpleName().equals("FlowableOptimisticLockingException")) {
                    return true;
                }
                if (cause instanceof java.sql.SQLException sql
                        && (sql.getErrorCode() == DEADLOCK
                                || sql.getErrorCode() == RECORD_CHANGED
                                || sql.getErrorCode() == LOCK_WAIT_TIMEOUT)) {
                    return true;
                }
            }
            return false;
        }
    }
}
