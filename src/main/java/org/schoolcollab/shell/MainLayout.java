package org.schoolcollab.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.schoolcollab.security.Actor;
import org.schoolcollab.security.CurrentUser;

/** The frame around every screen: navigation by role on the left, search and the person on top. */
@Layout
@AnonymousAllowed
public class MainLayout extends AppLayout implements AfterNavigationObserver {

    private final transient CurrentUser currentUser;
    private final transient List<NavBadge> badges;
    private final Map<String, Span> badgeByPath = new HashMap<>();

    MainLayout(
            CurrentUser currentUser,
            AuthenticationContext authentication,
            List<NavBadge> badges,
            List<HeaderExtra> extras) {
        this.currentUser = currentUser;
        this.badges = badges;
        setPrimarySection(Section.DRAWER);
        addClassName("portal");
        Anchor skip = new Anchor("#content", getTranslation("shell.skip"));
        skip.addClassName("skip-link");
        skip.setRouterIgnore(true);
        getElement().insertChild(0, skip.getElement());

        Span name = new Span(getTranslation("app.name"));
        name.addClassName("portal-name");
        addToDrawer(name, navigation());
        Footer about = new Footer(new Anchor("accessibility", getTranslation("shell.accessibility")));
        about.addClassName("portal-about");
        addToDrawer(about);

        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("shell.menu"));
        Header bar = new Header(toggle, search(), extras(extras), person(authentication));
        bar.addClassName("portal-bar");
        addToNavbar(bar);
        shortcuts();
    }

    private SideNav navigation() {
        SideNav nav = new SideNav();
        nav.getElement().setAttribute("aria-label", getTranslation("shell.navigation"));
        for (MenuEntry entry : MenuConfiguration.getMenuEntries()) {
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

    private Component search() {
        TextField field = new TextField();
        field.setId("portal-search");
        field.setPlaceholder(getTranslation("shell.search.placeholder"));
        field.setAriaLabel(getTranslation("shell.search.label"));
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        field.addClassName("portal-search");
        field.addKeyPressListener(Key.ENTER, e -> {
            if (!field.getValue().isBlank()) {
                UI.getCurrent()
                        .navigate(
                                "search",
                                QueryParameters.of("q", field.getValue().strip()));
            }
        });
        return field;
    }

    private static Component extras(List<HeaderExtra> extras) {
        Div box = new Div();
        box.addClassName("portal-extras");
        extras.forEach(extra -> box.add(extra.content()));
        return box;
    }

    private Component person(AuthenticationContext authentication) {
        Div box = new Div();
        box.addClassName("portal-person");
        currentUser.find().ifPresent(actor -> {
            Span name = new Span(actor.name());
            name.addClassName("person-name");
            Span roles = new Span(roles(actor));
            roles.addClassName("person-roles");
            Div who = new Div(name, roles);
            who.addClassName("person-who");
            Button logout = new Button(getTranslation("shell.logout"), e -> authentication.logout());
            logout.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            box.add(who, logout);
        });
        return box;
    }

    private String roles(Actor actor) {
        return actor.grants().stream()
                .map(grant -> getTranslation("enum.Role." + grant.role().name()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** "/" focuses the search, "?" lists the shortcuts; neither while a person types. */
    private void shortcuts() {
        Dialog help = new Dialog();
        help.setHeaderTitle(getTranslation("shell.shortcuts.title"));
        help.add(ShortcutList.create(this));
        Button close = new Button(getTranslation("shell.close"), e -> help.close());
        help.getFooter().add(close);
        Button opener = new Button(getTranslation("shell.shortcuts.open"), e -> help.open());
        opener.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        opener.addClassName("shortcut-opener");
        opener.addClickShortcut(Key.F1, KeyModifier.SHIFT);
        addToDrawer(opener);
        addAttachListener(e -> e.getUI().getPage().executeJs("""
                if (!window.portalKeys) {
                  window.portalKeys = true;
                  window.addEventListener('keydown', event => {
                    const typing = event.composedPath().some(el =>
                      el.tagName && (/^(input|textarea|select)$/i.test(el.tagName) || el.isContentEditable));
                    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
                    if (event.key === '/') {
                      event.preventDefault();
                      document.getElementById('portal-search')?.focus();
                    } else if (event.key === '?') {
                      document.querySelector('.shortcut-opener')?.click();
                    }
                  });
                }"""));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        refreshBadges();
        Component content = getContent();
        if (content != null) {
            content.getElement().setAttribute("id", "content");
            content.getElement().setAttribute("tabindex", "-1");
        }
    }

    private void refreshBadges() {
        currentUser
                .find()
                .ifPresent(actor -> badges.forEach(source -> {
                    Span badge = badgeByPath.get(source.path());
                    if (badge != null) {
                        int count = source.count(actor);
                        badge.setText(Integer.toString(count));
                        badge.setVisible(count > 0);
                    }
                }));
    }
}
