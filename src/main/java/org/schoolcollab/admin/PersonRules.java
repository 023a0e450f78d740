package org.schoolcollab.admin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.schoolcollab.security.People;
import org.schoolcollab.security.RoleGrant;
import org.schoolcollab.shared.Texts;
import org.schoolcollab.shared.ValidationFailed;
import org.schoolcollab.shared.ValidationFailed.Problem;
import org.springframework.stereotype.Component;

/** What a person's details and password have to be like. */
@Component
class PersonRules {

    static final int SHORTEST_PASSWORD = 12;

    /** More is not read by the hash. */
    private static final int LONGEST_PASSWORD_BYTES = 72;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9.-]{2,99}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    private final People people;

    PersonRules(People people) {
        this.people = people;
    }

    /** Every gap in the details. */
    List<Problem> ofDetails(String username, String name, String email) {
        List<Problem> problems = new ArrayList<>();
        if (!USERNAME.matcher(Texts.clean(username)).matches()) {
            problems.add(Problem.of("username", "error.admin.username"));
        } else if (!people.isFree(Texts.clean(username))) {
            problems.add(Problem.of("username", "error.admin.usernameTaken"));
        }
        String cleanName = Texts.clean(name);
        if (cleanName.isEmpty()) {
            problems.add(Problem.of("name", "error.admin.name"));
        } else if (Texts.length(cleanName) > LONGEST_NAME) {
            problems.add(Problem.of("name", "error.text.tooLong", Texts.length(cleanName), LONGEST_NAME));
        }
        String cleanEmail = Texts.clean(email);
        if (!cleanEmail.isEmpty()
                && (cleanEmail.length() > LONGEST_EMAIL
                        || !EMAIL.matcher(cleanEmail).matches())) {
            problems.add(Problem.of("email", "error.admin.email"));
        }
        return problems;
    }

    /** Every gap in the roles: at least one, each with a place of the kind it reaches over. */
    List<Problem> ofGrants(Iterable<RoleGrant> grants) {
        boolean any = false;
        for (RoleGrant grant : grants) {
            any = true;
            if (grant.scope().type() != grant.role().scopeType()) {
                return List.of(Problem.of("grants", "error.admin.grantPlace"));
            }
        }
        return any ? List.of() : List.of(Problem.of("grants", "error.admin.grants"));
    }

    /** Every gap in a password that was typed twice. */
    List<Problem> ofPassword(String password, String repeated) {
        List<Problem> problems = new ArrayList<>();
        if (Texts.length(password) < SHORTEST_PASSWORD) {
            problems.add(Problem.of("password", "error.admin.passwordShort", SHORTEST_PASSWORD));
        } else if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
            problems.add(Problem.of("password", "error.admin.passwordLong", LONGEST_PASSWORD_BYTES));
        }
        if (!password.equals(repeated)) {
            problems.add(Problem.of("repeated", "error.admin.passwordRepeat"));
        }
        return problems;
    }

    /** @throws ValidationFailed with all of them, where there are any */
    static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ValidationFailed(problems);
        }
    }
}
