/** What is left when the application or its database is killed in the middle of something. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.crash;
