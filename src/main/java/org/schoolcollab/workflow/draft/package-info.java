/** Process definitions under work: kept apart from what is published, saved as people edit. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.workflow.draft;
