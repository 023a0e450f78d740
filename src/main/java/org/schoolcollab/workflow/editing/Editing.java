package org.schoolcollab.workflow.editing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * One person's work on a draft: the definition as it is now, and what was done to it, to be undone and done again. Drawn or listed, it
 * is one history. Belongs to one screen; not to be shared between threads.
 */
public final class Editing {

    /** Acts that can be undone. */
    public static final int MOST = 100;

    private record Done(Edit edit, Definition before) {}

    private final Deque<Done> undo = new ArrayDeque<>();
    private final Deque<Done> redo = new ArrayDeque<>();
    private Definition current;

    public Editing(Definition current) {
        this.current = current;
    }

    public Definition current() {
        return current;
    }

    /**
     * Does it; what was undone before can no longer be done again.
     *
     * @throws EditRefused if it makes no sense; nothing is changed
     */
    public Definition apply(Edit edit) {
        Definition before = current;
        Definition after = before.apply(edit);
        if (after.xml().equals(before.xml())) {
            return current;
        }
        undo.push(new Done(edit, before));
        if (undo.size() > MOST) {
            undo.removeLast();
        }
        redo.clear();
        current = after;
        return current;
    }

    /** Takes the last act back; nothing where there is none. */
    public Definition undo() {
        if (!undo.isEmpty()) {
            Done last = undo.pop();
            redo.push(new Done(last.edit(), current));
            current = last.before();
        }
        return current;
    }

    /** Does again what was taken back last; nothing where there is none. */
    public Definition redo() {
        if (!redo.isEmpty()) {
            Done last = redo.pop();
            undo.push(new Done(last.edit(), current));
            current = last.before();
        }
        return current;
    }

    public boolean canUndo() {
        return !undo.isEmpty();
    }

    public boolean canRedo() {
        return !redo.isEmpty();
    }

    /** What undo would take back. */
    public Optional<Edit> lastEdit() {
        return Optional.ofNullable(undo.peek()).map(Done::edit);
    }

    /** What redo would do again. */
    public Optional<Edit> nextEdit() {
        return Optional.ofNullable(redo.peek()).map(Done::edit);
    }
}
