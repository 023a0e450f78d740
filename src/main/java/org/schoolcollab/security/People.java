package org.schoolcollab.security;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.security.Role.ScopeType;
import org.schoolcollab.shared.PortalClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of people. Not a use case: other modules' use cases, which check who may, read and change it inside their own
 * transaction.
 */
@Component
public class People implements UserDetailsService {

    /** A person as others see them. */
    public record Person(PersonId id, String username, String displayName, boolean enabled, boolean demo) {}

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final PortalClock clock;
    private final LoginThrottle throttle;
    private final ApplicationEventPublisher events;

    People(
            JdbcClient jdbc,
            PasswordEncoder passwords,
            PortalClock clock,
            LoginThrottle throttle,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.clock = clock;
        this.throttle = throttle;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String username) {
        PortalPrincipal principal =
                principal(username).orElseThrow(() -> new UsernameNotFoundException("unknown user"));
        return throttle.refuses(username) ? principal.locked() : principal;
    }

    /** The person with this user name, with all grants, as the log-in keeps them. */
    @Transactional(readOnly = true)
    public Optional<PortalPrincipal> principal(String username) {
        return jdbc.sql("""
                        select id, username, display_name, password_hash, enabled from security_person where username = ?""")
                .param(username)
                .query((row, n) -> {
                    PersonId id = PersonId.of(row.getString("id"));
                    return new PortalPrincipal(
                            id,
                            row.getString("username"),
                            row.getString("display_name"),
                            row.getString("password_hash"),
                            row.getBoolean("enabled"),
                            grantsOf(id));
                })
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Person> find(PersonId id) {
        return jdbc.sql(SELECT_PERSON + " where p.id = ?")
                .param(id.toString())
                .query(People::person)
                .optional();
    }

    /** Every person, by display name. */
    @Transactional(readOnly = true)
    public List<Person> all() {
        return jdbc.sql(SELECT_PERSON + " order by p.display_name")
                .query(People::person)
                .list();
    }

    /** Enabled people who hold the role in exactly this place, by display name. */
    @Transactional(readOnly = true)
    public List<Person> holders(Role role, Scope scope) {
        return jdbc.sql(SELECT_PERSON + """

                                 join security_role_grant g on g.person_id = p.id
                                 where g.role = ? and g.scope_type = ? and g.scope_key = ? and p.enabled
                                 order by p.display_name, p.id""")
                .params(role.name(), scope.type().name(), scope.key())
                .query(People::person)
                .list();
    }

    /** Keys of the places in which an enabled person holds the role, e.g. ids of the schools that have a headteacher here. */
    @Transactional(readOnly = true)
    public Set<String> keysHeld(Role role) {
        return new HashSet<>(
                jdbc.sql("""
                        select distinct g.scope_key from security_role_grant g join security_person p on p.id = g.person_id
                        where g.role = ? and p.enabled""").param(role.name()).query(String.class).list());
    }

    @Transactional(readOnly = true)
    public Set<RoleGrant> grantsOf(PersonId id) {
        return new HashSet<>(jdbc.sql("select role, scope_type, scope_key from security_role_grant where person_id = ?")
                .param(id.toString())
                .query((row, n) -> new RoleGrant(
                        Role.valueOf(row.getString("role")),
                        new Scope(ScopeType.valueOf(row.getString("scope_type")), row.getString("scope_key"))))
                .list());
    }

    /** Whether anybody may administer the portal. */
    @Transactional(readOnly = true)
    public boolean hasAdministrator() {
        return jdbc.sql("""
                        select count(*) from security_role_grant g join security_person p on p.id = g.person_id
                        where g.role = 'ADMINISTRATOR' and p.enabled""").query(Integer.class).single() > 0;
    }

    /** Enabled people who may administer the portal; held until the caller's transaction ends, so that the last one stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<PersonId> lockAdministrators() {
        return jdbc.sql("""
                        select p.id from security_role_grant g join security_person p on p.id = g.person_id
                        where g.role = 'ADMINISTRATOR' and p.enabled order by p.id for update""").query((row, n) -> PersonId.of(row.getString("id"))).list();
    }

    /** Whether nobody has this user name yet. */
    @Transactional(readOnly = true)
    public boolean isFree(String username) {
        return jdbc.sql("select count(*) from security_person where username = ?")
                        .param(username)
                        .query(Integer.class)
                        .single()
                == 0;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void setEnabled(PersonId id, boolean enabled) {
        jdbc.sql("update security_person set enabled = ?, version = version + 1 where id = ?")
                .params(enabled, id.toString())
                .update();
        Set<RoleGrant> grants = grantsOf(id);
        events.publishEvent(enabled ? new RolesChanged(id, Set.of(), grants) : new RolesChanged(id, grants, Set.of()));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void setPassword(PersonId id, String passwordHash) {
        jdbc.sql("update security_person set password_hash = ?, version = version + 1 where id = ?")
                .params(passwordHash, id.toString())
                .update();
    }

    /** Takes away every grant the person has and gives these. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replaceGrants(PersonId id, Collection<RoleGrant> grants) {
        Set<RoleGrant> before = grantsOf(id);
        jdbc.sql("delete from security_role_grant where person_id = ?")
                .param(id.toString())
                .update();
        grants.forEach(grant -> insert(id, grant));
        events.publishEvent(new RolesChanged(id, before, Set.copyOf(grants)));
    }

    /** Adds a person. The caller's transaction also writes the audit record. */
    @Transactional(propagation = Propagation.MANDATORY)
    public PersonId add(
            String username,
            String displayName,
            @Nullable String email,
            String passwordHash,
            boolean demo,
            Collection<RoleGrant> grants) {
        PersonId id = PersonId.random();
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into security_person (id, username, display_name, email, password_hash, enabled, demo, created_at)
                        values (?, ?, ?, ?, ?, true, ?, ?)""")
                .params(java.util.Arrays.asList(
                        id.toString(), username, displayName, email, passwordHash, demo, java.sql.Timestamp.from(now)))
                .update();
        grants.forEach(grant -> insert(id, grant));
        events.publishEvent(new RolesChanged(id, Set.of(), Set.copyOf(grants)));
        return id;
    }

    /** Gives one role more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void grant(PersonId id, RoleGrant grant) {
        Set<RoleGrant> before = grantsOf(id);
        insert(id, grant);
        events.publishEvent(new RolesChanged(id, before, grantsOf(id)));
    }

    private void insert(PersonId id, RoleGrant grant) {
        jdbc.sql("""
                        insert into security_role_grant (id, person_id, role, scope_type, scope_key, granted_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        UUID.randomUUID().toString(),
                        id.toString(),
                        grant.role().name(),
                        grant.scope().type().name(),
                        grant.scope().key(),
                        java.sql.Timestamp.from(clock.instant()))
                .update();
    }

    /** A salted hash, safe to store. */
    public String hash(String password) {
        return java.util.Objects.requireNonNull(passwords.encode(password));
    }

    private static final String SELECT_PERSON =
            "select p.id, p.username, p.display_name, p.enabled, p.demo from security_person p";

    private static Person person(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Person(
                PersonId.of(row.getString("id")),
                row.getString("username"),
                row.getString("display_name"),
                row.getBoolean("enabled"),
                row.getBoolean("demo"));
    }
}
