@org.jspecify.annotations.NullMarked
package org.schoolcollab.collaboration.ui;
