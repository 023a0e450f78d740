package org.schoolcollab.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.listbox.ListBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.QueryParameters;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.inbox.WorkItem;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What a person does at a screen, found by the words that the person reads. */
@PortalTest
@ViewPackages(packages = "org.schoolcollab")
abstract class Journey extends SpringBrowserlessTest {

    @Autowired
    LogIn logIn;

    /** Logs another person in, with a browser of their own. */
    void become(String username) {
        cleanVaadinEnvironment();
        logIn.as(username);
        initVaadinEnvironment();
    }

    void goTo(String address) {
        UI.getCurrent().navigate(address);
    }

    void goTo(BidId bid, String page) {
        goTo("bids/" + bid + "/" + page);
    }

    /** Finds a task of this bid in the person's own queue and opens its screen from there. */
    @SuppressWarnings("unchecked")
    void takes(BidId bid, String task) {
        for (String view : List.of("mine", "group")) {
            UI.getCurrent().navigate("tasks", QueryParameters.of("view", view));
            if (find(ListBox.class).all().isEmpty()) {
                continue;
            }
            ListBox<WorkItem> list = find(ListBox.class).single();
            Optional<WorkItem> found = list.getListDataView()
                    .getItems()
                    .filter(item -> item.bid().equals(bid)
                            && list.getTranslation("task." + item.taskKey()).equals(task))
                    .findFirst();
            if (found.isPresent()) {
                UI.getCurrent()
                        .navigate(
                                "tasks",
                                QueryParameters.simple(
                                        Map.of("view", view, "task", found.get().taskId())));
                press(list.getTranslation("task." + found.get().taskKey() + ".open"));
                return;
            }
        }
        throw new AssertionError("no task \"" + task + "\" in this person's queue");
    }

    String heading() {
        return find(H1.class).single().getText();
    }

    void press(String button) {
        test(find(Button.class).withText(button).single()).click();
    }

    void pressInDialog(String button) {
        Dialog dialog = find(Dialog.class).single();
        test(find(Button.class, dialog).withText(button).single()).click();
        assertThat(find(Dialog.class).all()).as("the dialog after " + button).isEmpty();
    }

    void type(String label, String value) {
        List<TextField> lines = find(TextField.class).withLabel(label).all();
        if (lines.isEmpty()) {
            test(find(TextArea.class).withLabel(label).single()).setValue(value);
        } else {
            assertThat(lines).as(label).hasSize(1);
            test(lines.getFirst()).setValue(value);
        }
    }

    void typeDate(String label, LocalDate date) {
        test(find(DatePicker.class).withLabel(label).single()).setValue(date);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    void tick(String label, String item) {
        CheckboxGroup group = find(CheckboxGroup.class).withLabel(label).single();
        test(group).selectItem(item);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    void select(String label, String item) {
        Select field = find(Select.class).withLabel(label).single();
        test(field).selectItem(item);
    }

    /** Chooses in the field at this place on the screen, where fields have names for screen readers only. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    void select(int place, String item) {
        Select field = find(Select.class).all().get(place);
        test(field).selectItem(item);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    void choose(String label, String item) {
        RadioButtonGroup group = find(RadioButtonGroup.class).withLabel(label).single();
        test(group).selectItem(item);
    }

    /** Gives every question of the screen that knows this answer the same one. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    void answerAll(String item) {
        for (RadioButtonGroup group : find(RadioButtonGroup.class).all()) {
            if (group.getListDataView()
                    .getItems()
                    .anyMatch(
                            known -> group.getItemLabelGenerator().apply(known).equals(item))) {
                test(group).selectItem(item);
            }
        }
    }

    /** Types the same into every field with this label. */
    void typeAll(String label, String value) {
        find(TextArea.class).withLabel(label).all().forEach(field -> test(field).setValue(value));
    }

    /** Follows a link to another page. */
    void follow(String link) {
        String href = find(Anchor.class).withText(link).all().getFirst().getHref();
        int query = href.indexOf('?');
        UI.getCurrent()
                .navigate(
                        query < 0 ? href : href.substring(0, query),
                        QueryParameters.fromString(query < 0 ? "" : href.substring(query + 1)));
    }

    /** The file behind a link. */
    byte[] download(String link) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        test(find(Anchor.class).withText(link).all().getFirst()).download(bytes);
        return bytes.toByteArray();
    }

    /** Hands a text file over. */
    void upload(String name, String content) {
        upload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8));
    }

    void upload(String name, String type, byte[] content) {
        test(find(Upload.class).single()).upload(name, type, content);
    }

    /** Ticks the only box with this label. */
    void tick(String label) {
        test(find(Checkbox.class).withLabel(label).single()).click();
    }

    /** Every text on the screen. */
    String text() {
        return getCurrentView().getElement().getTextRecursively();
    }
}
