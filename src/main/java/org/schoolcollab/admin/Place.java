package org.schoolcollab.admin;

import java.io.Serializable;
import org.schoolcollab.security.Scope;

/** A place that a role can reach over; its name is empty where the role reaches everywhere. */
public record Place(Scope scope, String name) implements Serializable {}
