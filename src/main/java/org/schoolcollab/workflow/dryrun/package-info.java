/** Tries a draft: a made-up bid goes every path of it in the engine, and nothing of that stays. */
@org.jspecify.annotations.NullMarked
package org.schoolcollab.workflow.dryrun;
