package org.schoolcollab.shell;

import com.vaadin.flow.i18n.DefaultI18NProvider;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Reads every sentence as a message format, also one without placeholders, so that an apostrophe is written in one way in the whole
 * file: doubled.
 */
@Component
class Translations extends DefaultI18NProvider {

    private static final Object[] NO_VALUES = {""};

    Translations() {
        super(List.of());
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... values) {
        return super.getTranslation(key, locale, values.length == 0 ? NO_VALUES : values);
    }
}
