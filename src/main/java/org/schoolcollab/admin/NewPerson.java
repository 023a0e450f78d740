package org.schoolcollab.admin;

import java.util.Set;
import org.schoolcollab.security.RoleGrant;

/**
 * Somebody to be added, as typed.
 *
 * @param email may be empty
 */
public record NewPerson(String username, String name, String email, Set<RoleGrant> grants) {}
