/** Files beside a plan: checked by their content, kept in the database or a folder, handed out as they came. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.bid.attachment;
