package org.schoolcollab.programme;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.select.SelectTester;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcollab.bid.BidFixtures;
import org.schoolcollab.demo.ui.DemoDateView;
import org.schoolcollab.programme.ProgrammeQueries.CollaborationRow;
import org.schoolcollab.programme.ui.CollaborationView;
import org.schoolcollab.programme.ui.CollaborationsView;
import org.schoolcollab.programme.ui.RoundsView;
import org.schoolcollab.shared.PortalClock;
import org.schoolcollab.testing.LogIn;
import org.schoolcollab.testing.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
@ViewPackages(packages = "org.schoolcollab")
class ProgrammeViewTest extends SpringBrowserlessTest {

    @Autowired
    LogIn logIn;

    @Autowired
    BidFixtures bids;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PortalClock clock;

    @Override
    @BeforeEach
    protected void initVaadinEnvironment() {
        logIn.as("admin");
        super.initVaadinEnvironment();
    }

    @Test
    void listsEveryCollaborationByName() {
        navigate(CollaborationsView.class);

        assertThat(test(grid()).size()).isEqualTo(77);
        assertThat(test(grid()).getRow(0).name()).isEqualTo("ACE");
        assertThat(text()).contains("77 collaborations");
    }

    @Test
    void takesFiltersAndOrderFromTheAddress() {
        open("collaborations", "area=SOUTH&district=dover&sort=money&order=desc");

        assertThat(test(grid()).size()).isEqualTo(5);
        assertThat(test(grid()).getRow(0).name()).isEqualTo("Deal Learning Alliance");
        assertThat(test(grid()).getRow(0).goodOrBetterTenths()).isEqualTo(727);
    }

    @Test
    void putsFiltersIntoTheAddress() {
        navigate(CollaborationsView.class);

        select("Area").selectItem("No area published");

        assertThat(test(grid()).size()).isEqualTo(6);
        assertThat(UI.getCurrent().getActiveViewLocation().getQueryParameters().getSingleParameter("area"))
                .contains("NONE");
    }

    @Test
    void findsACollaborationByAnotherName() {
        open("collaborations", "q=wrap");

        assertThat(test(grid()).getRow(0).slug()).startsWith("west-ramsgate");
    }

    @Test
    void saysWhyTheListIsEmpty() {
        open("collaborations", "q=nowhere");

        assertThat(text()).contains("No collaboration fits what you look for");
    }

    @Test
    void everySortOrderWorks() {
        for (CollaborationSort sort : CollaborationSort.values()) {
            open("collaborations", "order=desc&sort=" + sort);
            assertThat(test(grid()).getRow(0)).as(sort.name()).isNotNull();
        }
    }

    @Test
    void showsACollaborationWithBothSharesSideBySide() {
        navigate(CollaborationView.class, Map.of("slug", "deal-learning-alliance"));

        assertThat(text())
                .contains("Deal Learning Alliance")
                .contains("£77,000")
                .contains("£38,000")
                .contains("£115,000")
                .contains("one year's data does not show what the collaboration caused")
                .contains("+5")
                .contains("Deal Learning Alliance school 11 (demo)");
        NativeTable ofsted = find(NativeTable.class)
                .withAttribute("aria-label", "Ofsted judgements")
                .single();
        assertThat(ofsted.getFoot().getElement().getTextRecursively()).isEqualTo("Good or better72.7%72.7%");
    }

    @Test
    void showsFormerMembersWithTheirLastDayAndLeavesThemOutOfTheShare() {
        jdbc.sql("""
                        update collaboration_member m join collaboration_collaboration c on c.id = m.collaboration_id
                          join establishment_school s on s.id = m.school_id
                        set m.valid_to = '2014-03-31'
                        where c.slug = 'hythe-hub' and s.name = 'Hythe Hub school 7 (demo)'""").update();

        navigate(CollaborationView.class, Map.of("slug", "hythe-hub"));

        assertThat(text()).contains("31 March 2014");
        NativeTable ofsted = find(NativeTable.class)
                .withAttribute("aria-label", "Ofsted judgements")
                .single();
        assertThat(ofsted.getElement().getTextRecursively()).contains("Schools67");
    }

    @Test
    void aCollaborationThatDoesNotExistIsNotFound() {
        UI.getCurrent().navigate("collaborations/no-such-one");

        assertThat(find(H1.class).all()).extracting(H1::getText).containsExactly("This page does not exist");
    }

    @Test
    void showsRoundsWithEnvelopesDatesAndSums() {
        navigate(RoundsView.class);

        assertThat(text())
                .contains("£1,600,000")
                .contains("2 June 2014 to 18 July 2014")
                .contains("£3,711,605")
                .contains("£1,598,974")
                .contains("All (spent by the authority itself)")
                .contains("£648,000");
    }

    @Test
    void findsCollaborationsAndSchools() {
        open("search", "q=hythe");

        assertThat(text()).contains("Collaborations: 1. Bids: 0. Schools: 7.");
        assertThat(find(Anchor.class).withText("Hythe Hub").single().getHref()).isEqualTo("collaborations/hythe-hub");
    }

    @Test
    void findsABidForThoseWhoMaySeeItOnly() {
        bids.draftBid("hythe-hub");

        open("search", "q=hythe");
        assertThat(text()).contains("Hythe Hub 2014/15");

        logIn.as("lead.weald-consortium");
        open("search", "q=hythe hub");
        assertThat(text()).contains("Bids: 0.").doesNotContain("Hythe Hub 2014/15");
    }

    @Test
    void searchesForTextThatLooksLikeMarkupAndShowsItAsText() {
        UI.getCurrent().navigate("search", QueryParameters.of("q", "<b>%' or 1=1 🏫</b>"));

        assertThat(text()).contains("Nothing found for <b>%' or 1=1 🏫</b>");
    }

    @Test
    void typingAnotherWordSearchesAgain() {
        open("search", "q=hythe");

        test(findInView(TextField.class).withLabel("Search for").single()).setValue("samphire");

        assertThat(text()).contains("Samphire Hub");
    }

    @Test
    void theAdministratorMovesTheDemoDate() {
        navigate(DemoDateView.class);

        test(find(com.vaadin.flow.component.button.Button.class)
                        .withText("Next week: 23 June 2014")
                        .single())
                .click();

        assertThat(clock.today()).isEqualTo(java.time.LocalDate.of(2014, 6, 23));
        assertThat(find(Paragraph.class).withText("Demo date: 23 June 2014").exists())
                .isTrue();
    }

    private static void open(String path, String query) {
        UI.getCurrent().navigate(path, QueryParameters.fromString(query));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private SelectTester<Select<Object>, Object> select(String label) {
        return new SelectTester<>(
                (Select<Object>) find(Select.class).withLabel(label).single());
    }

    @SuppressWarnings("unchecked")
    private Grid<CollaborationRow> grid() {
        return (Grid<CollaborationRow>) find(Grid.class).single();
    }

    private String text() {
        return getCurrentView().getElement().getTextRecursively();
    }
}
