package org.schoolcollab.testing;

import java.time.Instant;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.schoolcollab.shared.PortalClock;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Puts database, clock and log-in back before each test. */
public final class KnownState implements BeforeEachCallback {

    /** 16 June 2014, 10:00 in London: the third round is open for bids. */
    public static final Instant NOW = Instant.parse("2014-06-16T09:00:00Z");

    @Override
    public void beforeEach(ExtensionContext context) {
        TestDatabase.instance().reset();
        SpringExtension.getApplicationContext(context)
                .getBean(PortalClock.class)
                .stopAt(NOW);
        SecurityContextHolder.clearContext();
    }
}
