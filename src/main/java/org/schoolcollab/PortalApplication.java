package org.schoolcollab;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.embedded.HomeAccess;
import org.schoolcollab.programme.ProgrammeCheck;
import org.schoolcollab.verify.VerifyCommand;
import org.schoolcollab.workflow.GateCheck;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LoggingSystem;

/** Starts the portal. */
@SpringBootApplication
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("theme/portal.css")
public class PortalApplication implements AppShellConfigurator {

    public static void main(String[] args) {
        // Times are UTC in the database whatever the machine is set to; screens convert to Europe/London.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        String command = args.length > 0 ? args[0] : "";
        if (Set.of("programme", "gate", "audit").contains(command)) {
            System.exit(run(command, List.of(args).subList(1, args.length)));
        }
        SpringApplication.run(PortalApplication.class, args);
    }

    /** What the launcher does without a running portal. */
    private static int run(String command, List<String> arguments) {
        // The database's libraries would log to the output otherwise.
        LoggingSystem.get(PortalApplication.class.getClassLoader()).beforeInitialize();
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        return switch (command) {
            case "programme" -> ProgrammeCheck.run(arguments, out, err);
            case "gate" -> GateCheck.run(arguments, out, err);
            default -> VerifyCommand.run(arguments, System.getenv(), PortalApplication::atHome, out, err);
        };
    }

    private static void atHome(@Nullable Path folder, Consumer<VerifyCommand.Access> reader) {
        HomeAccess.open(
                folder,
                access -> reader.accept(new VerifyCommand.Access(access.url(), access.user(), access.password())));
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addLink("theme/icon.svg", Map.of("rel", "icon", "type", "image/svg+xml"));
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
