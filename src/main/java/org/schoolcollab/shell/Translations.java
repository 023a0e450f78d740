package org.schoolcollab.shell;

import com.vaadin.flow.i18n.DefaultI18NProvider;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Reads every sentence as a message format, also one without placeholders, so that an apostrophe is written in one way in the whole
 * file: doubled. What the file does not have is asked of {@link MoreWords}.
 */
@Component
class Translations extends DefaultI18NProvider {

    private static final Object[] NO_VALUES = {""};

    private final transient ObjectProvider<MoreWords> more;

    Translations(ObjectProvider<MoreWords> more) {
        super(List.of());
        this.more = more;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... values) {
        String sentence = super.getTranslation(key, locale, values.length == 0 ? NO_VALUES : values);
        return sentence.startsWith("!")
                ? more.stream()
                        .flatMap(words -> words.find(key).stream())
                        .findFirst()
                        .orElse(sentence)
                : sentence;
    }
}
