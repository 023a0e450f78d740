package org.schoolcollab.bid;

import org.schoolcollab.bid.attachment.Attachment;

/**
 * A file beside a plan, as it is now or as it was kept with a revision.
 *
 * @param opens whether it can be opened: it is still there, or the plan was submitted with it
 */
public record PlanFile(Attachment file, boolean opens) {}
