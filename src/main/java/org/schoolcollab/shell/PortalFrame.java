package org.schoolcollab.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What holds for the whole page: its language, and plain words for a lost connection or an ended session. */
@Component
class PortalFrame implements VaadinServiceInitListener {

    private static final String LOGIN = "login";

    private final transient I18NProvider texts;

    PortalFrame(I18NProvider texts) {
        this.texts = texts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(
                page -> page.getDocument().getElementsByTag("html").attr("lang", Locale.UK.toLanguageTag()));
        event.getSource().addUIInitListener(init -> {
            UI ui = init.getUI();
            ui.setLocale(Locale.UK);
            ui.getReconnectDialogConfiguration().setDialogText(text("shell.reconnect.text"));
            ui.getReconnectDialogConfiguration().setDialogTextGaveUp(text("shell.reconnect.gaveUp"));
        });
        SystemMessages messages = messages();
        event.getSource().setSystemMessagesProvider(info -> messages);
    }

    private SystemMessages messages() {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(text("shell.session.title"));
        messages.setSessionExpiredMessage(text("shell.session.text"));
        messages.setSessionExpiredURL(LOGIN);
        messages.setInternalErrorCaption(text("shell.failure.title"));
        messages.setInternalErrorMessage(text("shell.failure.text"));
        messages.setCookiesDisabledCaption(text("shell.cookies.title"));
        messages.setCookiesDisabledMessage(text("shell.cookies.text"));
        return messages;
    }

    private String text(String key) {
        return texts.getTranslation(key, Locale.UK);
    }
}
