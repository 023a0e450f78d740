package org.schoolcollab.bid.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.PlanPresence.Other;

/** Says who else has the plan open, and looks every two seconds what they did; not for ever where nobody is at work here. */
class PlanCompany extends Div {

    private static final int LOOK_EVERY_MS = 2000;

    /** A quarter of an hour. */
    private static final int LOOKS_ALONE = 450;

    /**
     * What the page does beside looking.
     *
     * @param look says who else is there
     * @param looksAlone how often it has looked since its person last did anything
     * @param carryOn its person is at work again
     * @param goAway the window is closed, or its person has gone
     */
    record Page(Supplier<List<Other>> look, IntSupplier looksAlone, Runnable carryOn, Runnable goAway) {}

    private final transient Page page;
    private final Paragraph names = new Paragraph();
    private final Div paused = new Div();
    private transient @Nullable Registration looking;

    PlanCompany(PlanWriting writing) {
        this(new Page(writing::look, writing::looksAlone, writing::carryOn, writing::goAway));
    }

    PlanCompany(Page page) {
        this.page = page;
        addClassName("plan-company");
        names.addClassName("hint");
        names.getElement().setAttribute("role", "status");
        paused.addClassName("notice");
        paused.getElement().setAttribute("role", "status");
        paused.setVisible(false);
        add(names, paused);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        begin(event.getUI());
        look();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stop(event.getUI());
        page.goAway().run();
    }

    private void begin(UI ui) {
        page.carryOn().run();
        paused.removeAll();
        paused.setVisible(false);
        ui.setPollInterval(LOOK_EVERY_MS);
        looking = ui.addPollListener(e -> look());
    }

    private void stop(UI ui) {
        ui.setPollInterval(-1);
        if (looking != null) {
            looking.remove();
            looking = null;
        }
    }

    /** Its person is at work again. */
    void wake() {
        if (looking == null && isAttached()) {
            getUI().ifPresent(this::begin);
        }
    }

    private void look() {
        if (page.looksAlone().getAsInt() >= LOOKS_ALONE) {
            getUI().ifPresent(this::pause);
            return;
        }
        String text = words(page.look().get());
        if (!text.equals(names.getText())) {
            names.setText(text);
        }
    }

    private void pause(UI ui) {
        stop(ui);
        page.goAway().run();
        names.setText("");
        paused.removeAll();
        paused.add(
                new Paragraph(getTranslation("bid.plan.paused")), new Button(getTranslation("bid.plan.carryOn"), e -> {
                    wake();
                    look();
                }));
        paused.setVisible(true);
    }

    private String words(List<Other> others) {
        if (others.isEmpty()) {
            return "";
        }
        String atPlan = names(others, false);
        String atSchools = names(others, true);
        if (atPlan.isEmpty() && atSchools.isEmpty()) {
            return getTranslation("bid.plan.company.self");
        }
        return Stream.of(
                        atPlan.isEmpty() ? "" : getTranslation("bid.plan.company", atPlan),
                        atSchools.isEmpty() ? "" : getTranslation("bid.schools.company", atSchools))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(". "));
    }

    private static String names(List<Other> others, boolean atSchools) {
        return others.stream()
                .filter(other -> !other.oneself() && other.atSchools() == atSchools)
                .map(Other::name)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
