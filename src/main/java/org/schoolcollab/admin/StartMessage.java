package org.schoolcollab.admin;

import java.util.List;
import java.util.function.Consumer;
import org.schoolcollab.audit.Act;
import org.schoolcollab.audit.AuditTrail;
import org.schoolcollab.security.OneTimeLinks;
import org.schoolcollab.security.OneTimeLinks.Purpose;
import org.schoolcollab.security.People;
import org.schoolcollab.shared.StartNotice;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the start prints once the portal serves: its address and what modules have to say, such as the demo's log-ins; on a portal
 * without an administrator, the one-time link to create the first.
 */
@Component
class StartMessage {

    private final People people;
    private final OneTimeLinks links;
    private final PortalAddress address;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final List<StartNotice> notices;
    private final Environment environment;

    StartMessage(
            People people,
            OneTimeLinks links,
            PortalAddress address,
            AuditTrail audit,
            TransactionTemplate transaction,
            List<StartNotice> notices,
            Environment environment) {
        this.people = people;
        this.links = links;
        this.address = address;
        this.audit = audit;
        this.transaction = transaction;
        this.notices = notices;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        if (environment.containsProperty("local.server.port")) {
            print(System.out::println);
        }
    }

    /** Prints line by line. */
    void print(Consumer<String> line) {
        line.accept("");
        line.accept("The portal serves at " + address.of(""));
        notices.forEach(notice -> notice.lines().forEach(line));
        if (!people.hasAdministrator()) {
            String token = transaction.execute(status -> {
                audit.record(Act.on("portal", "portal", "portal.firstAdministratorLink", ""));
                return links.issue(Purpose.FIRST_ADMINISTRATOR, null);
            });
            line.accept("There is no administrator yet. This link creates the first one; it works once, within a day:");
            line.accept("  " + address.of("first-administrator/" + token));
        }
        line.accept("Ctrl-C ends it.");
        line.accept("");
    }
}
