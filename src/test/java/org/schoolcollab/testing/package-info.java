/** What tests share: one database and one application for all of them, put back to a known state before each test. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.testing;
