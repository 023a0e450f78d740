package org.schoolcollab.paper;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The sentences of papers, which are written without a screen. */
@Component
public class Wording {

    private final I18NProvider texts;

    Wording(I18NProvider texts) {
        this.texts = texts;
    }

    /** The sentence with this key, its placeholders filled. */
    public String getTranslation(String key, Object... values) {
        return texts.getTranslation(key, Locale.UK, values);
    }
}
