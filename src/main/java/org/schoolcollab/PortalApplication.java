package org.schoolcollab;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.theme.aura.Aura;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the portal. */
@SpringBootApplication
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("theme/portal.css")
public class PortalApplication implements AppShellConfigurator {

    public static void main(String[] args) {
        // Times are UTC in the database whatever the machine is set to; screens convert to Europe/London.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication.run(PortalApplication.class, args);
    }
}
