package org.schoolcollab.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.schoolcollab.security.AccessRefused;
import org.schoolcollab.security.PersonId;
import org.schoolcollab.security.PortalPrincipal;
import org.schoolcollab.security.Role;
import org.schoolcollab.security.Role.ScopeType;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.security.Roles;
import org.schoolcollab.security.Scope;
import org.schoolcollab.shared.UseCase;
import org.schoolcollab.testing.PortalTest;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every service method and every route against every role and nobody, taken from the code: who is not named is refused, who is named
 * gets past the rule. Who holds the role holds it nowhere, so the rows are closed to them either way.
 */
@PortalTest
class AccessMatrixTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    TransactionTemplate transaction;

    @TestFactory
    Stream<DynamicTest> everyServiceMethodAgainstEveryRole() {
        List<DynamicTest> tests = new ArrayList<>();
        context.getBeansWithAnnotation(UseCase.class).values().forEach(service -> {
            for (Method method : AopUtils.getTargetClass(service).getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers())
                        && !Modifier.isStatic(method.getModifiers())
                        && !method.isSynthetic()) {
                    String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
                    tests.add(DynamicTest.dynamicTest(name, () -> holdsForEveryRole(service, method)));
                }
            }
        });
        assertThat(tests).hasSizeGreaterThan(20);
        return tests.stream();
    }

    private void holdsForEveryRole(Object service, Method method) {
        RolesAllowed rule = method.getAnnotation(RolesAllowed.class);
        if (method.isAnnotationPresent(PermitAll.class)
                && OpenToHoldersOfALink.CLASSES.contains(
                        method.getDeclaringClass().getName())) {
            letsIn(service, method, anonymous());
            return;
        }
        assertThat(rule).as("rule of %s", method).isNotNull();
        Set<String> allowed = Set.of(rule.value());
        refuses(service, method, anonymous());
        for (Role role : Role.values()) {
            if (allowed.contains(role.name()) || allowed.contains(Roles.PERSON)) {
                letsIn(service, method, holder(role));
            } else {
                refuses(service, method, holder(role));
            }
        }
    }

    private void refuses(Object service, Method method, Authentication who) {
        assertThat(outcome(service, method, who))
                .as("%s for %s", method.getName(), who.getAuthorities())
                .isInstanceOf(AccessRefused.class);
    }

    /** The call may still fail, for it names nothing that exists; it must not fail by role. */
    private void letsIn(Object service, Method method, Authentication who) {
        Throwable failure = transaction.execute(status -> {
            status.setRollbackOnly();
            Throwable found = outcome(service, method, who);
            return found == null ? new NoFailure() : found;
        });
        assertThat(failure)
                .as("%s for %s", method.getName(), who.getAuthorities())
                .isNotInstanceOf(AccessDeniedException.class);
    }

    private static final class NoFailure extends Exception {}

    private static @Nullable Throwable outcome(Object service, Method method, Authentication who) {
        SecurityContextHolder.setContext(new SecurityContextImpl(who));
        try {
            Method callable = AopUtils.selectInvocableMethod(method, service.getClass());
            callable.setAccessible(true);
            Throwable thrown = catchThrowable(() -> callable.invoke(
                    service,
                    Arrays.stream(method.getParameterTypes())
                            .map(AccessMatrixTest::anything)
                            .toArray()));
            return thrown instanceof InvocationTargetException wrapped ? wrapped.getCause() : thrown;
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static @Nullable Object anything(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 1;
        }
        return type == long.class ? (Object) 1L : null;
    }

    @TestFactory
    Stream<DynamicTest> everyRouteAgainstEveryRole() {
        List<Class<? extends Component>> views = views();
        assertThat(views).hasSizeGreaterThan(5);
        AccessAnnotationChecker checker = new AccessAnnotationChecker();
        return views.stream()
                .map(view -> DynamicTest.dynamicTest(view.getSimpleName(), () -> {
                    RolesAllowed rule = view.getAnnotation(RolesAllowed.class);
                    boolean open = view.isAnnotationPresent(AnonymousAllowed.class);
                    assertThat(open || rule != null)
                            .as("%s says who may open it", view)
                            .isTrue();
                    assertThat(checker.hasAccess(view, null, role -> false))
                            .as("%s for nobody", view)
                            .isEqualTo(open);
                    for (Role role : Role.values()) {
                        boolean named = rule != null
                                && (Arrays.asList(rule.value()).contains(role.name())
                                        || Arrays.asList(rule.value()).contains(Roles.PERSON));
                        Authentication who = holder(role);
                        assertThat(checker.hasAccess(
                                        view,
                                        who,
                                        asked -> AuthorityUtils.authorityListToSet(who.getAuthorities())
                                                .contains("ROLE_" + asked)))
                                .as("%s for %s", view, role)
                                .isEqualTo(open || named);
                    }
                }));
    }

    @Test
    void theNamesOfTheRolesAreTheRoles() throws IllegalAccessException {
        List<String> names = new ArrayList<>();
        for (var field : Roles.class.getDeclaredFields()) {
            names.add((String) field.get(null));
        }

        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of(Roles.PERSON),
                                Arrays.stream(Role.values()).map(Role::name))
                        .toList());
    }

    private static List<Class<? extends Component>> views() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        List<Class<? extends Component>> views = new ArrayList<>();
        for (BeanDefinition found : scanner.findCandidateComponents("org.schoolcollab")) {
            try {
                views.add(Class.forName(found.getBeanClassName()).asSubclass(Component.class));
            } catch (ClassNotFoundException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return views;
    }

    private static Authentication holder(Role role) {
        Scope nowhere = new Scope(role.scopeType(), role.scopeType() == ScopeType.ALL ? "" : "nowhere");
        PortalPrincipal principal = new PortalPrincipal(
                PersonId.random(), "only." + role, "Only " + role, "none", true, Set.of(new RoleGrant(role, nowhere)));
        return UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities());
    }

    private static Authentication anonymous() {
        return new AnonymousAuthenticationToken("key", "nobody", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
    }
}
