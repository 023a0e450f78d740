package org.schoolcollab.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;

/** The frame around every screen: navigation by role on the left, search and the person on top. */
@Layout
@AnonymousAllowed
public class MainLayout extends AppLayout implements AfterNavigationObserver {

    private static final String CONTENT = "content";

    private final transient CurrentUser currentUser;
    private final transient List<NavBadge> badges;
    private final Map<String, Span> badgeByPath = new HashMap<>();
    private final List<Registration> listening = new ArrayList<>();
    private @Nullable Component shown;

    MainLayout(
            CurrentUser currentUser,
            AuthenticationContext authentication,
            List<NavBadge> badges,
            List<HeaderExtra> extras) {
        this.currentUser = currentUser;
        this.badges = badges;
        setPrimarySection(Section.DRAWER);
        addClassName("portal");

        Span name = new Span(getTranslation("app.name"));
        name.addClassName("portal-name");
        addToDrawer(name, navigation(), foot());

        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("shell.menu"));
        Header bar = new Header(skipLink(), toggle);
        bar.addClassName("portal-bar");
        currentUser
                .find()
                .ifPresentOrElse(
                        actor -> bar.add(new SearchBox(), extras(extras), new PersonBox(actor, authentication::logout)),
                        () -> bar.add(login()));
        addToNavbar(bar);
    }

    /** The first thing that the keyboard reaches. */
    private Anchor skipLink() {
        Anchor skip = new Anchor("#" + CONTENT, getTranslation("shell.skip"));
        skip.addClassName("skip-link");
        skip.setRouterIgnore(true);
        skip.addAttachListener(e -> skip.getElement().executeJs("""
                this.onclick = event => {
                  event.preventDefault();
                  document.getElementById($0)?.focus();
                }""", CONTENT));
        return skip;
    }

    private SideNav navigation() {
        SideNav nav = new SideNav();
        nav.getElement().setAttribute("aria-label", getTranslation("shell.navigation"));
        List<MenuEntry> entries = MenuConfiguration.getMenuEntries();
        for (MenuEntry entry : entries) {
            // A page within another one of the list is reached from there.
            if (entries.stream().anyMatch(other -> entry.path().startsWith(other.path() + "/"))) {
                continue;
            }
            SideNavItem item = new SideNavItem(getTranslation(entry.title()), entry.path());
            item.setMatchNested(true);
            Span badge = new Span();
            badge.addClassName("nav-badge");
            badge.setVisible(false);
            item.setSuffixComponent(badge);
            badgeByPath.put(entry.path().replaceFirst("^/", ""), badge);
            nav.addItem(item);
        }
        return nav;
    }

    private Footer foot() {
        ShortcutDialog shortcuts = new ShortcutDialog();
        NativeButton opener = new NativeButton(getTranslation("shell.shortcuts.open"), e -> shortcuts.open());
        opener.addClassName("shortcut-opener");
        opener.addAttachListener(e -> e.getUI().getPage().executeJs(ShortcutDialog.LISTEN));
        Footer foot = new Footer(new Anchor("accessibility", getTranslation("shell.accessibility")));
        foot.addClassName("portal-foot");
        if (currentUser.find().isPresent()) {
            foot.add(opener);
        }
        return foot;
    }

    private static Component extras(List<HeaderExtra> extras) {
        Div box = new Div();
        box.addClassName("portal-extras");
        extras.forEach(extra -> box.add(extra.content()));
        return box;
    }

    private Component login() {
        Anchor login = new Anchor("login", getTranslation("shell.login"));
        login.setRouterIgnore(true);
        Div box = new Div(login);
        box.addClassName("portal-person");
        return box;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        refreshBadges();
        Component content = getContent();
        if (content == null || content.equals(shown)) {
            return;
        }
        content.getElement().setAttribute("id", CONTENT).setAttribute("tabindex", "-1");
        if (shown != null) {
            // A screen reader hears the new page, and the keyboard goes on from there.
            content.getElement().executeJs("(this.querySelector('h1') ?? this).focus(); window.scrollTo(0, 0);");
        }
        shown = content;
    }

    /** Counts also follow what this person does without leaving the screen, and what others do. */
    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        UI ui = attached.getUI();
        currentUser
                .find()
                .ifPresent(actor -> badges.forEach(badge -> listening.add(badge.listen(actor, () -> {
                    var unused = ui.access(this::refreshBadges);
                }))));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        listening.forEach(Registration::remove);
        listening.clear();
        super.onDetach(detached);
    }

    private void refreshBadges() {
        currentUser
                .find()
                .ifPresent(actor -> badges.stream()
                        .filter(source -> badgeByPath.containsKey(source.path()))
                        .forEach(source -> refresh(badgeByPath.get(source.path()), source, actor)));
    }

    private static void refresh(@Nullable Span badge, NavBadge source, Actor actor) {
        if (badge != null) {
            int count = source.count(actor);
            badge.setText(Integer.toString(count));
            badge.setVisible(count > 0);
        }
    }
}
