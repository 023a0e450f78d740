package org.schoolcollab.bid.ui;

import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.bid.BidId;
import org.schoolcollab.bid.FieldPlace;
import org.schoolcollab.bid.PlanDrafting;
import org.schoolcollab.bid.PlanDrafting.Drafting;
import org.schoolcollab.bid.PlanEdit;
import org.schoolcollab.bid.PlanFields;
import org.schoolcollab.bid.PlanFields.Line;
import org.schoolcollab.bid.PlanPresence;
import org.schoolcollab.bid.PlanPresence.Look;
import org.schoolcollab.bid.PlanPresence.Other;
import org.schoolcollab.bid.PlanSaved;
import org.schoolcollab.bid.PlanSaved.Conflict;
import org.schoolcollab.bid.PlanSaved.Kind;
import org.schoolcollab.bid.PlanSection;
import org.schoolcollab.bid.domain.FieldText;
import org.schoolcollab.shared.BusinessRuleViolation;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Saves what one window types, as it is typed, and brings in what others saved. A batch whose answer was lost is kept and sent again with
 * its id before anything else.
 */
class PlanWriting {

    /** What the window shows of it. */
    interface Screen {

        /** What was said at places of the plan. */
        PointsAtFields points();

        /** The draft holds this now. */
        void merge(PlanFields fields);

        /** Something was saved, is to be saved, or could not be. */
        void say();

        /** The plan cannot be changed any more. */
        void refused(BusinessRuleViolation refusal);

        /** A line that this person removed stays: somebody else has changed it. */
        void lineStays(Conflict conflict);

        /** What the portal knows of this field is stored. */
        void settled(PlanInput input);
    }

    private record Batch(UUID id, List<PlanEdit> edits) {}

    private static final int BEATS_APART = 5;

    private final PlanDrafting drafting;
    private final PlanPresence presence;
    private final BidId bid;
    private final FieldText texts;
    private final UUID window = UUID.randomUUID();
    private final PlanInputs inputs = new PlanInputs();
    private final List<PlanEdit> ofLines = new ArrayList<>();
    private final Screen screen;
    private @Nullable Batch sent;
    private @Nullable FieldPlace hand;
    private PlanFields known;
    private int version;
    private Instant savedAt;
    private String savedBy;
    private boolean trouble;
    private boolean closed;
    private int looks;
    private int looksAlone;

    PlanWriting(PlanDrafting drafting, PlanPresence presence, Drafting opened, FieldText texts, Screen screen) {
        this.screen = screen;
        this.drafting = drafting;
        this.presence = presence;
        this.bid = opened.bid().id();
        this.texts = texts;
        this.known = opened.fields();
        this.version = opened.draft().version();
        this.savedAt = opened.savedAt();
        this.savedBy = opened.savedBy();
    }

    PlanInputs inputs() {
        return inputs;
    }

    PlanFields known() {
        return known;
    }

    PointsAtFields points() {
        return screen.points();
    }

    int version() {
        return version;
    }

    Instant savedAt() {
        return savedAt;
    }

    /** Who saved last, by name; empty where it was this window. */
    String savedBy() {
        return savedBy;
    }

    boolean isInTrouble() {
        return trouble;
    }

    /** Whether the plan cannot be changed any more. */
    boolean isClosed() {
        return closed;
    }

    /** Whether everything that was typed is stored. */
    boolean isClean() {
        return sent == null && ofLines.isEmpty() && inputs.areSettled();
    }

    void typed(PlanInput input) {
        looksAlone = 0;
        save();
    }

    void entered(PlanInput input) {
        looksAlone = 0;
        hand = input.place();
        tellHand();
    }

    void left(PlanInput input) {
        if (input.isSettled()) {
            tellSettled(input);
        }
        if (input.place().equals(hand)) {
            hand = null;
            tellHand();
        }
    }

    void tellSettled(PlanInput input) {
        screen.settled(input);
    }

    /** Lines were added or removed by this window's person. */
    void change(List<PlanEdit> edits) {
        ofLines.addAll(edits);
        save();
    }

    /** Whether lines that were added or removed here are not stored yet. */
    boolean hasLinesToSave() {
        return !ofLines.isEmpty() || sent != null;
    }

    /** What a section's line holds as far as this window knows; nothing where it is not stored. */
    Map<String, String> seen(PlanSection section, String line) {
        return known.find(section, line).map(Line::fields).orElse(Map.of());
    }

    /** Stores what is not stored yet; answers whether everything is. */
    boolean save() {
        if (closed) {
            return false;
        }
        Batch batch = sent == null ? collect() : sent;
        while (!batch.edits().isEmpty()) {
            sent = batch;
            PlanSaved saved;
            try {
                saved = drafting.change(bid, batch.id(), batch.edits());
            } catch (BusinessRuleViolation refusal) {
                closed = true;
                screen.refused(refusal);
                return false;
            } catch (DataAccessException | TransactionException | PersistenceException unreachable) {
                trouble = true;
                screen.say();
                return false;
            }
            trouble = false;
            sent = null;
            settle(batch, saved);
            batch = collect();
        }
        screen.say();
        return isClean();
    }

    private Batch collect() {
        List<PlanEdit> edits = new ArrayList<>(ofLines);
        ofLines.clear();
        edits.addAll(inputs.edits(this::last));
        return new Batch(UUID.randomUUID(), List.copyOf(edits));
    }

    /** The id of a section's last line, behind which new ones go. */
    String last(PlanSection section) {
        List<Line> lines = known.lines(section);
        return lines.isEmpty() ? PlanEdit.FIRST : lines.getLast().id();
    }

    /** The id of the line before one in the order of the plan, {@link PlanEdit#FIRST} where it is at the head. */
    String before(PlanSection section, String line) {
        String before = PlanEdit.FIRST;
        for (Line each : known.lines(section)) {
            if (each.id().equals(line)) {
                return before;
            }
            before = each.id();
        }
        return before;
    }

    private void settle(Batch batch, PlanSaved saved) {
        known = saved.fields();
        version = saved.version();
        if (saved.changed()) {
            savedAt = saved.at();
            savedBy = "";
        }
        Map<PlanEdit, List<Conflict>> conflicts =
                saved.conflicts().stream().collect(Collectors.groupingBy(Conflict::edit));
        for (PlanEdit edit : batch.edits()) {
            if (saved.refused().stream().noneMatch(refused -> refused.edit().equals(edit))) {
                inputs.settle(edit, conflicts.getOrDefault(edit, List.of()), this::stored);
            }
        }
        saved.conflicts().stream()
                .filter(conflict -> conflict.kind() == Kind.LINE_CHANGED)
                .forEach(screen::lineStays);
        saved.refused().forEach(inputs::refuse);
        screen.merge(known);
    }

    /** A text of a field as people read it. */
    String shown(FieldPlace place, String stored) {
        return place.section()
                .field(place.line(), place.field())
                .map(field -> texts.shown(field, stored))
                .orElse(stored);
    }

    /** What the draft holds in a field as far as this window knows. */
    String stored(FieldPlace place) {
        return known.find(place.section(), place.line())
                .map(line -> line.field(place.field()))
                .orElse("");
    }

    /** Looks what others did, tells of this window, and tries again what could not be saved. */
    List<Other> look() {
        looksAlone++;
        try {
            if (trouble) {
                save();
            }
            if (looks++ % BEATS_APART == 0) {
                tellHand();
            }
            Look look = presence.look(bid, window);
            if (look.version() != version && sent == null) {
                take(drafting.open(bid));
            }
            Map<FieldPlace, String> hands = look.others().stream()
                    .filter(other -> other.hand() != null)
                    .collect(Collectors.toMap(
                            other -> Objects.requireNonNull(other.hand()),
                            Other::name,
                            (one, two) -> one + ", " + two));
            inputs.showHands(hands);
            return look.others();
        } catch (DataAccessException | TransactionException | PersistenceException unreachable) {
            return List.of();
        }
    }

    /** How often this window has looked since its person last did anything. */
    int looksAlone() {
        return looksAlone;
    }

    void carryOn() {
        looksAlone = 0;
    }

    private void take(Drafting now) {
        known = now.fields();
        version = now.draft().version();
        savedAt = now.savedAt();
        savedBy = now.savedBy();
        screen.merge(known);
        screen.say();
    }

    private void tellHand() {
        presence.here(bid, window, hand);
    }

    /** The window is closed, or its person has gone. */
    void goAway() {
        presence.gone(bid, window);
    }
}
