package org.schoolcollab.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import java.util.List;
import java.util.stream.Collectors;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.schoolcollab.shared.ValidationFailed;

/** Turns refusals into sentences, and says what was done. */
public final class Refusals {

    private static final int READ_MS = 8_000;

    /** A dialog that closes gives the focus back to what opened it; only where that is gone nothing has it. */
    private static final String FOCUS_IF_LOST = """
            setTimeout(() => {
              if (document.activeElement === document.body) {
                document.querySelector('main h1')?.focus({preventScroll: true});
              }
            }, 250);""";

    private Refusals() {}

    /** The sentence of a refusal in the reader's language; of a {@link ValidationFailed}, all its sentences, each once and to its full stop. */
    public static String sentence(Component owner, BusinessRuleViolation violation) {
        if (violation instanceof ValidationFailed failed) {
            List<String> sentences = failed.problems().stream()
                    .map(problem -> owner.getTranslation(problem.messageKey(), problem.argumentArray()))
                    .distinct()
                    .toList();
            return sentences.size() == 1
                    ? sentences.getFirst()
                    : sentences.stream()
                            .map(one -> one.endsWith(".") ? one : one + ".")
                            .collect(Collectors.joining(" "));
        }
        return owner.getTranslation(violation.messageKey(), violation.arguments());
    }

    public static void show(Component owner, BusinessRuleViolation violation) {
        notice(sentence(owner, violation), NotificationVariant.ERROR);
    }

    /**
     * Says what has happened, who is next and by when. Where the button that was pressed is gone with the step, the keyboard goes on
     * from the heading of the page.
     */
    public static void done(String text) {
        notice(text, NotificationVariant.SUCCESS);
        UI ui = UI.getCurrent();
        if (ui != null) {
            keepFocus(ui);
        }
    }

    /** The keyboard goes on from the heading of the page where what had the focus is gone. */
    static void keepFocus(UI ui) {
        ui.getPage().executeJs(FOCUS_IF_LOST);
    }

    private static void notice(String text, NotificationVariant variant) {
        Notification notification = new Notification(text, READ_MS, Notification.Position.TOP_CENTER);
        notification.addThemeVariants(variant);
        notification.setAssertive(variant == NotificationVariant.ERROR);
        notification.open();
    }
}
