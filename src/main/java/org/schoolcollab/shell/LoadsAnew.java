package org.schoolcollab.shell;

/**
 * A page on which nothing is typed but in dialogs. Where a step that it asks for is refused, because somebody else was faster or things
 * have changed, it loads what is true now as soon as the person has read why.
 */
public interface LoadsAnew {}
