package org.schoolcollab.admin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.admin.PersonEntry;
import org.schoolcollab.admin.Place;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.SchoolShares;
import org.schoolcollab.establishment.EstablishmentDirectory.School;
import org.schoolcollab.security.People;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Scope;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class PeopleViewTest extends SpringBrowserlessTest {

    @Autowired
    private People people;

    @Autowired
    private LogIn logIn;

    @Autowired
    private BidFixtures fixtures;

    @Autowired
    private SchoolShares shares;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void administrator() {
        logIn.as("admin");
    }

    @Test
    void findsPeopleByThePlaceTheirRolesReach() {
        navigate(PeopleView.class);
        field("Search a name, user name or place").setValue("Dover");
        @SuppressWarnings("unchecked")
        Grid<PersonEntry> grid = find(Grid.class).single();
        assertThat(grid.getListDataView().getItems().map(PersonEntry::username)).contains("adviser.south");
        assertThat(grid.getListDataView().getItems().map(PersonEntry::username)).doesNotContain("adviser.north");
    }

    @Test
    void addsAPersonAndShowsTheLinkByWhichTheyChooseAPassword() {
        navigate(PeopleView.class);
        press("Add a person");
        field("User name").setValue("adviser.new");
        field("Name").setValue("A new adviser");
        choose(Role.ADVISER, "Dover");
        press("Add the person");

        String link = field("Link").getValue();
        assertThat(link).startsWith("http://localhost:").contains("/choose-password/");
        assertThat(people.principal("adviser.new").orElseThrow().actor().grants())
                .containsExactly(new RoleGrant(Role.ADVISER, Scope.district("dover")));

        navigate(ChoosePasswordView.class, java.util.Map.of("token", link.substring(link.lastIndexOf('/') + 1)));
        find(PasswordField.class).all().forEach(field -> field.setValue("four quiet green boats"));
        press("Save the password");
        assertThat(find(H1.class).single().getText()).isEqualTo("Your password is saved");
    }

    @Test
    void showsEveryGapAndLosesNothing() {
        navigate(PeopleView.class);
        press("Add a person");
        field("Name").setValue("A new adviser");
        press("Add the person");
        assertThat(field("User name").isInvalid()).isTrue();
        assertThat(field("Name").getValue()).isEqualTo("A new adviser");
    }

    @Test
    @SuppressWarnings("unchecked")
    void notesAndEndsThatAPersonIsAGovernor() {
        navigate(PeopleView.class);
        field("Search a name, user name or place").setValue("board3.south");
        Grid<PersonEntry> grid = find(Grid.class).single();
        test((Button) test(grid).getCellComponent(0, "actions")).click();
        press("Add this school");
        assertThat(text()).contains("Choose the school", "Enter the first day");
        ComboBox<School> schools = find(ComboBox.class)
                .withPropertyValue(ComboBox<School>::getLabel, "School")
                .single();
        schools.setValue(schools.getListDataView()
                .getItems()
                .filter(one -> one.name().equals("Hythe Hub school 3 (demo)"))
                .findFirst()
                .orElseThrow());
        day("Governor since").setValue(LocalDate.of(2013, 9, 1));
        press("Add this school");
        assertThat(text()).contains("Hythe Hub school 3 (demo), since 1 September 2013");
        assertThat(grid.getListDataView().getItem(0).governs()).containsExactly("Hythe Hub school 3 (demo)");

        press("End");
        press("Save the last day");
        assertThat(text()).contains("Enter the last day");
        day("Last day as governor").setValue(LocalDate.of(2014, 6, 15));
        press("Save the last day");
        assertThat(text()).contains("Hythe Hub school 3 (demo), 1 September 2013 to 15 June 2014");
        assertThat(grid.getListDataView().getItem(0).governs()).isEmpty();
    }

    @Test
    void namesTheSchoolsThatAreAskedAndWhoseHeadteacherHasNoLogIn() {
        navigate(PeopleView.class);
        assertThat(view()).doesNotContain("Schools whose headteacher has no log-in");
        BidId bid = fixtures.completeDraft("hythe-hub");
        logIn.run("lead.hythe-hub", () -> {
            shares.save(bid, shares.byGuide(bid));
            shares.ask(bid);
        });
        transaction.executeWithoutResult(status -> people.setEnabled(
                people.principal("head.hythe-hub").orElseThrow().actor().id(), false));
        logIn.as("admin");
        navigate(PeopleView.class);

        assertThat(view())
                .contains("Schools whose headteacher has no log-in")
                .contains("Hythe Hub school 3 (demo), for the bid of Hythe Hub")
                .doesNotContain("Hythe Hub school 2 (demo), for the bid");
    }

    private String view() {
        return getCurrentView().getElement().getTextRecursively();
    }

    private DatePicker day(String label) {
        return find(DatePicker.class)
                .withPropertyValue(DatePicker::getLabel, label)
                .single();
    }

    private String text() {
        return find(Dialog.class).all().stream()
                .map(dialog -> dialog.getElement().getTextRecursively())
                .collect(Collectors.joining());
    }

    @Test
    void saysThatALinkDoesNotWork() {
        navigate(FirstAdministratorView.class, java.util.Map.of("token", "guessed"));
        assertThat(find(Paragraph.class).single().getText()).startsWith("This link does not work");
        assertThat(find(PasswordField.class).exists()).isFalse();
    }

    @SuppressWarnings("unchecked")
    private void choose(Role role, String place) {
        Select<Role> roles = find(Select.class).single();
        roles.setValue(role);
        ComboBox<Place> places = find(ComboBox.class).single();
        places.setValue(places.getListDataView()
                .getItems()
                .filter(one -> one.name().equals(place))
                .findFirst()
                .orElseThrow());
        press("Add this role");
    }

    private TextField field(String label) {
        return find(TextField.class)
                .withPropertyValue(TextField::getLabel, label)
                .single();
    }

    private void press(String text) {
        test(find(Button.class).withText(text).single()).click();
    }
}
