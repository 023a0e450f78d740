package org.schoolcollab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeDetails;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.demo.ui.DemoDateView;
import org.schoolcollab.security.ui.LoginHint;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.shell.HeaderExtra;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@PortalTest
@ViewPackages(packages = "org.schoolcollab")
class DemoViewTest extends SpringBrowserlessTest {

    @Autowired
    LogIn logIn;

    @Autowired
    LoginHint hint;

    @Autowired
    List<HeaderExtra> extras;

    @Autowired
    PortalClock clock;

    @Autowired
    WebApplicationContext web;

    @Override
    @BeforeEach
    protected void initVaadinEnvironment() {
        logIn.as("admin");
        super.initVaadinEnvironment();
    }

    @Test
    void theLogInPageListsEveryDemoPersonWithTheOnePassword() {
        Component content = hint.content();

        assertThat(content.getElement().getTextRecursively())
                .contains(DemoPeople.PASSWORD)
                .contains("Lead, Hythe Hub (demo)")
                .contains("chair.north")
                .contains("finance.approver");
        assertThat(content.getChildren().filter(NativeDetails.class::isInstance))
                .hasSize(12);
    }

    @Test
    void theFormOfAPersonLogsInAsTheLogInFormDoes() throws Exception {
        SecurityContextHolder.clearContext();
        var server =
                MockMvcBuilders.webAppContextSetup(web).apply(springSecurity()).build();

        server.perform(post("/login").param("username", "chair.north").param("password", DemoPeople.PASSWORD))
                .andExpect(authenticated().withUsername("chair.north"));
        server.perform(post("/login").param("username", "chair.north").param("password", "demo-2015"))
                .andExpect(unauthenticated());
    }

    @Test
    void theHeaderShowsTheDateToAllAndLinksItForTheAdministratorOnly() {
        assertThat(contents()).anySatisfy(extra -> {
            assertThat(extra.getElement().getTextRecursively()).isEqualTo("Demo date: 16 June 2014");
            assertThat(extra).isInstanceOf(Anchor.class);
        });

        logIn.as("auditor");

        assertThat(contents()).noneSatisfy(extra -> assertThat(extra).isInstanceOf(Anchor.class));
    }

    @Test
    void theSwitchOffersEveryPersonAndAsksForOne() {
        navigate(DemoDateView.class);

        test(find(Button.class).withText("Switch person").single()).click();
        test(find(Button.class).withText("Log in as this person").single()).click();

        ComboBox<?> person = find(ComboBox.class).withLabel("Person").single();
        assertThat(person.isInvalid()).isTrue();
        assertThat(person.getErrorMessage()).isEqualTo("Choose a person");
        assertThat(person.getListDataView().getItemCount()).isEqualTo(68);
    }

    @Test
    void aDateThatIsNotLaterIsRefusedAtTheField() {
        navigate(DemoDateView.class);
        DatePicker date = find(DatePicker.class).withLabel("Date").single();

        test(find(Button.class).withText("Move the demo date").single()).click();
        assertThat(date.getErrorMessage()).isEqualTo("Enter a date");

        date.setValue(LocalDate.of(2014, 6, 1));
        test(find(Button.class).withText("Move the demo date").single()).click();

        assertThat(date.isInvalid()).isTrue();
        assertThat(date.getErrorMessage()).isEqualTo("Choose a date after today's demo date: it moves forward only.");
        assertThat(date.getValue()).isEqualTo(LocalDate.of(2014, 6, 1));
        assertThat(clock.today()).isEqualTo(LocalDate.of(2014, 6, 16));
    }

    private List<Component> contents() {
        return extras.stream().map(HeaderExtra::content).toList();
    }
}
