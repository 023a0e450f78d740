package org.schoolcollab;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.theme.aura.Aura;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TimeZone;
import org.schoolcollab.programme.ProgrammeCheck;
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
        if (args.length > 0 && args[0].equals("programme")) {
            PrintStream out = utf8(FileDescriptor.out);
            PrintStream err = utf8(FileDescriptor.err);
            List<String> rest = List.of(args).subList(1, args.length);
            System.exit(ProgrammeCheck.run(rest, out, err));
        }
        SpringApplication.run(PortalApplication.class, args);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
