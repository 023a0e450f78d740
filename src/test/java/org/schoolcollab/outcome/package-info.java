/** Tests of the reports. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.outcome;
