package org.schoolcollab.ledger.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.schoolcollab.ledger.payment.BatchRun;
import org.schoolcollab.ledger.payment.Batches;
import org.schoolcollab.ledger.payment.DueInstalment;
import org.schoolcollab.ledger.payment.InstalmentRef;
import org.schoolcollab.shared.Money;
import org.schoolcollab.shell.CheckDialog;
import org.schoolcollab.shell.Facts;

/** What an officer has chosen of what is due, and the button that requests it as a batch. */
final class DueChoice extends Div {

    private final transient Batches batches;
    private final transient BatchRun run;
    private final transient Map<Checkbox, DueInstalment> boxes = new LinkedHashMap<>();
    private final Button request = new Button("", event -> check());
    private final Button all = new Button("", event -> chooseAll());

    DueChoice(Batches batches, BatchRun run) {
        this.batches = batches;
        this.run = run;
        request.addThemeVariants(ButtonVariant.PRIMARY);
        addClassName("buttons");
        add(request, all);
    }

    /** A box to choose this instalment with. */
    Checkbox box(DueInstalment instalment) {
        Checkbox box = new Checkbox(getTranslation("ledger.due.choose"));
        box.setAriaLabel(getTranslation("ledger.due.choose.of", instalment.collaboration(), instalment.instalment()));
        box.addValueChangeListener(change -> show());
        boxes.put(box, instalment);
        show();
        return box;
    }

    private void chooseAll() {
        boxes.keySet().stream().limit(Batches.AT_MOST).forEach(box -> box.setValue(true));
    }

    Set<InstalmentRef> ticked() {
        return chosen().stream().map(DueInstalment::ref).collect(Collectors.toSet());
    }

    /** Ticks those of these that there are boxes for. */
    void tick(Set<InstalmentRef> refs) {
        boxes.forEach((box, instalment) -> {
            if (refs.contains(instalment.ref())) {
                box.setValue(true);
            }
        });
    }

    private List<DueInstalment> chosen() {
        return boxes.entrySet().stream()
                .filter(entry -> entry.getKey().getValue())
                .map(Map.Entry::getValue)
                .toList();
    }

    private void show() {
        List<DueInstalment> chosen = chosen();
        request.setText(verb(chosen));
        request.setEnabled(!chosen.isEmpty());
        all.setText(getTranslation("ledger.due.chooseAll", Math.min(boxes.size(), Batches.AT_MOST)));
    }

    private String verb(List<DueInstalment> chosen) {
        return getTranslation("ledger.due.request", chosen.size(), sum(chosen));
    }

    private static Money sum(List<DueInstalment> instalments) {
        return instalments.stream().map(DueInstalment::open).reduce(Money.ZERO, Money::plus);
    }

    private void check() {
        List<DueInstalment> chosen = chosen();
        new CheckDialog(
                        getTranslation("ledger.release.check"),
                        new Facts()
                                .fact(getTranslation("ledger.due.lines"), Integer.toString(chosen.size()))
                                .fact(
                                        getTranslation("ledger.award.amount"),
                                        sum(chosen).format()),
                        getTranslation("ledger.due.next"),
                        verb(chosen),
                        () -> {
                            long batch = batches.create(
                                    chosen.stream().map(DueInstalment::ref).toList());
                            run.request(batch);
                            getUI().ifPresent(ui -> ui.navigate(BatchPage.address(batch)));
                        })
                .open();
    }
}
