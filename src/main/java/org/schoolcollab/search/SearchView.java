package org.schoolcollab.search;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.schoolcollab.bid.BidFilter;
import org.schoolcollab.bid.BidQueries;
import org.schoolcollab.bid.BidSort;
import org.schoolcollab.collaboration.SchoolQueries;
import org.schoolcollab.collaboration.SchoolQueries.FoundSchool;
import org.schoolcollab.programme.CollaborationFilter;
import org.schoolcollab.programme.CollaborationSort;
import org.schoolcollab.programme.ProgrammeQueries;
import org.schoolcollab.security.Roles;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shell.Page;

/** What the search on top of every screen finds: collaborations, bids that the person may see, schools. */
@Route("search")
@RolesAllowed(Roles.PERSON)
public class SearchView extends Page implements BeforeEnterObserver {

    private static final int SHOWN = 20;
    private static final int LONGEST = 100;

    private final transient ProgrammeQueries programme;
    private final transient BidQueries bids;
    private final transient SchoolQueries schools;
    private final TextField text = new TextField(getTranslation("search.text"));
    private final Paragraph summary = new Paragraph();
    private final Div results = new Div();

    SearchView(ProgrammeQueries programme, BidQueries bids, SchoolQueries schools) {
        this.programme = programme;
        this.bids = bids;
        this.schools = schools;
        title(getTranslation("search.title"));
        text.setHelperText(getTranslation("search.text.hint"));
        text.setMaxLength(LONGEST);
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        text.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                getUI().ifPresent(ui -> ui.navigate(
                        SearchView.class, QueryParameters.of("q", e.getValue().strip())));
            }
        });
        Div form = new Div(text);
        form.addClassName("form");
        form.getElement().setAttribute("role", "search");
        summary.getElement().setAttribute("role", "status");
        results.addClassName("stack");
        add(form, summary, results);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String asked = Texts.clean(
                event.getLocation().getQueryParameters().getSingleParameter("q").orElse(""));
        String words = asked.substring(0, asked.offsetByCodePoints(0, Math.min(LONGEST, Texts.length(asked))));
        text.setValue(words);
        results.removeAll();
        if (words.isEmpty()) {
            summary.setText(getTranslation("search.nothingAsked"));
            return;
        }
        title(getTranslation("search.title.of", words));
        CollaborationFilter named = CollaborationFilter.named(words);
        BidFilter bidsNamed = new BidFilter(null, null, null, words);
        int collaborationCount = programme.count(named);
        int bidCount = bids.count(bidsNamed);
        int schoolCount = schools.count(words);
        summary.setText(
                collaborationCount + bidCount + schoolCount == 0
                        ? getTranslation("search.nothing", words)
                        : getTranslation("search.found", collaborationCount, bidCount, schoolCount));
        show(
                "search.collaborations",
                collaborationCount,
                programme.list(named, CollaborationSort.NAME, false, 0, SHOWN),
                row -> line(
                        "collaborations/" + row.slug(),
                        row.name(),
                        row.areaName() == null ? "" : row.areaName() + ", " + row.districtName()),
                "collaborations?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
        show(
                "search.bids",
                bidCount,
                bids.list(bidsNamed, BidSort.COLLABORATION, false, 0, SHOWN),
                bid -> line(
                        "bids/" + bid.id(),
                        bid.collaborationName() + " " + bid.roundName(),
                        getTranslation("enum.BidStatus." + bid.status().name())),
                "bids?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
        show("search.schools", schoolCount, schools.named(words, SHOWN), this::school, "");
    }

    private Component school(FoundSchool school) {
        String phase = getTranslation("enum.Phase." + school.phase().name());
        return school.collaborationSlug() == null
                ? new Span(school.name() + " · " + phase)
                : line(
                        "collaborations/" + school.collaborationSlug(),
                        school.name(),
                        phase + " · " + school.collaborationName());
    }

    private static Component line(String path, String name, String more) {
        Span detail = new Span(more.isEmpty() ? "" : " · " + more);
        detail.addClassName("hint");
        return new Span(new Anchor(path, name), detail);
    }

    private <T> void show(String key, int count, List<T> found, Function<T, Component> line, String all) {
        if (count == 0) {
            return;
        }
        UnorderedList list = new UnorderedList();
        found.forEach(each -> list.add(new ListItem(line.apply(each))));
        Section section = new Section(new H2(getTranslation(key, count)), list);
        section.addClassName("card");
        if (count > found.size()) {
            section.add(
                    all.isEmpty()
                            ? new Paragraph(getTranslation("search.narrow", found.size()))
                            : new Anchor(all, getTranslation("search.all", count)));
        }
        results.add(section);
    }
}
