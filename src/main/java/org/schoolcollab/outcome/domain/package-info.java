/** Rules and tables of the reports. Internal to the module. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.outcome.domain;
