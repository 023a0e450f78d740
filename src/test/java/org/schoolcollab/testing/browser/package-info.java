/** Tests in a real Chromium: the portal once on a free port, people who log in, screenshots and the axe check. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.testing.browser;
