package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.schoolcollab.shell.Dates;

/**
 * Says whether all is saved. The page itself says "not saved yet" from the first key on, also where the portal cannot be reached, and
 * takes it back when the portal has answered that this very text is stored; until then the field remembers what its person typed in it
 * ({@code own}, which {@link PlanInput} asks for). Read out are only the states that last.
 */
class PlanSaving extends Div {

    private static final int LASTS_MS = 4000;

    private static final String WATCH = """
            const line = this;
            const [words, waiting, told] = line.children;
            const open = new Set();
            let soon;
            const tell = text => { if (told.textContent !== text) { told.textContent = text; } };
            const look = () => {
              [...open].filter(field => !field.isConnected).forEach(field => open.delete(field));
              const waits = open.size > 0;
              waiting.hidden = !waits;
              words.hidden = waits;
              clearTimeout(soon);
              soon = setTimeout(() => tell((waits ? waiting : words).textContent), waits ? $1 : 0);
            };
            const touched = event => {
              const field = event.target.closest?.('.plan-field');
              if (field) { field.own = field.firstElementChild.value; open.add(field); look(); }
            };
            $0.addEventListener('input', touched);
            $0.addEventListener('change', touched);
            line.look = look;
            line.settled = (field, text) => {
              if (text === null || field.firstElementChild.value === text) { delete field.own; open.delete(field); }
              look();
            };
            window.addEventListener('beforeunload', event => {
              if (line.isConnected && (open.size > 0 || line.classList.contains('trouble'))) { event.preventDefault(); }
            });
            look();""";

    private final Span words = new Span();
    private final Component form;

    PlanSaving(Component form) {
        this.form = form;
        Span waiting = new Span(getTranslation("bid.plan.notSaved"));
        waiting.getElement().setAttribute("hidden", true);
        Span told = new Span();
        told.addClassName("visually-hidden");
        told.getElement().setAttribute("role", "status");
        addClassNames("hint", "plan-saving");
        add(words, waiting, told);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs(WATCH, form.getElement(), LASTS_MS);
    }

    /** What is to be read while nothing is on its way. */
    void say(PlanWriting writing) {
        say(sentence(writing), writing.isInTrouble() || writing.inputs().waiting() > 0);
    }

    private String sentence(PlanWriting writing) {
        if (writing.isInTrouble()) {
            return getTranslation("bid.plan.trouble");
        }
        if (writing.inputs().waiting() > 0) {
            return getTranslation("bid.plan.waiting", writing.inputs().waiting());
        }
        return writing.savedBy().isEmpty()
                ? getTranslation("bid.plan.savedAt", Dates.time(writing.savedAt()))
                : getTranslation("bid.plan.savedBy", writing.savedBy(), Dates.moment(writing.savedAt()));
    }

    private void say(String text, boolean trouble) {
        setClassName("trouble", trouble);
        if (!text.equals(words.getText())) {
            words.setText(text);
            getElement().executeJs("this.look?.()");
        }
    }

    /** What the portal knows of this field is stored; the page knows whether anything was typed since. */
    void settled(PlanInput input) {
        getElement().executeJs("this.settled?.($0, $1)", input.getElement(), input.rawText());
    }
}
