package org.schoolcollab.workflow.dryrun;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.schoolcollab.workflow.dryrun.Moment.Act;
import org.schoolcollab.workflow.dryrun.Moment.Alternative;
import org.schoolcollab.workflow.dryrun.Moment.Branch;
import org.schoolcollab.workflow.dryrun.Moment.Open;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * Goes paths for a while, in one transaction: from each moment does whatever can be done there, one after the other, each from a
 * savepoint to which it goes back. A path that comes to a situation that is known already ends there. What is left when the time is up
 * is kept, and done again from the start in another transaction.
 */
final class Walk {

    private final Rehearsal rehearsal;
    private final Actors actors;
    private final World world;
    private final Connection connection;
    private final long until;
    private final List<Moment> left = new ArrayList<>();

    /** @param until by {@link System#nanoTime()} */
    Walk(Rehearsal rehearsal, Actors actors, World world, Connection connection, long until) {
        this.rehearsal = rehearsal;
        this.actors = actors;
        this.world = world;
        this.connection = connection;
        this.until = until;
    }

    static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    void go() {
        while (!rehearsal.pending().isEmpty() && isTime()) {
            Moment moment = rehearsal.pending().pollFirst();
            Savepoint start = savepoint();
            try {
                moment.way().forEach(this::again);
                explore(moment);
            } finally {
                left.reversed().forEach(rehearsal.pending()::addFirst);
                left.clear();
            }
            back(start);
        }
    }

    private boolean isTime() {
        return until - System.nanoTime() > 0 && rehearsal.bound() == DryRunReport.Bound.ALL_PATHS;
    }

    private void again(Branch branch) {
        world.begin(branch.from().bid(), branch.from().at(), branch.how().answers());
        actors.act(branch.how());
    }

    private void explore(Moment moment) {
        try {
            while (!moment.open().isEmpty() && isTime()) {
                Savepoint before = savepoint();
                Branch branch = gone(moment);
                Moment next = branch.next();
                if (next != null) {
                    next.reachedBy(branch);
                    explore(next);
                }
                back(before);
            }
        } finally {
            if (!moment.open().isEmpty()) {
                left.add(moment);
            }
        }
    }

    private Branch gone(Moment moment) {
        Alternative how = moment.open().removeFirst();
        Branch branch;
        try {
            branch = go(moment, how);
        } catch (RuntimeException conflict) {
            moment.open().addFirst(how);
            throw conflict;
        }
        world.answers()
                .others()
                .reversed()
                .forEach(answers -> moment.open().addFirst(new Alternative(how.act(), how.open(), answers)));
        moment.branches().add(branch);
        rehearsal.moved(branch.next() == null);
        return branch;
    }

    private Branch go(Moment from, Alternative how) {
        world.begin(from.bid(), from.at(), how.answers());
        Path.Stuck stuck;
        try {
            actors.act(how);
            Lookout.Sight sight = actors.look();
            if (sight.isOver()) {
                return over(from, how);
            }
            Optional<Moment> known = rehearsal.seen().getOrDefault(sight.situation(), List.of()).stream()
                    .filter(moment -> moment.isKnownIn(sight.known()))
                    .findFirst();
            if (known.isPresent()) {
                return branch(from, how, null, known.get(), null, null);
            }
            if (!sight.open().isEmpty() || sight.waits()) {
                return branch(from, how, arrived(sight), null, null, null);
            }
            stuck = at(Path.Why.NOTHING_OPEN, how);
        } catch (RuntimeException failure) {
            stuck = Failures.of(failure, how.open(), world);
        }
        return branch(from, how, null, null, Path.End.STUCK, stuck);
    }

    private Branch over(Moment from, Alternative how) {
        if (!world.bid().isWhole()) {
            return branch(from, how, null, null, Path.End.STUCK, at(Path.Why.ENDED_MIDWAY, how));
        }
        Path.End end = Path.End.valueOf(world.bid().status().name());
        return branch(from, how, null, null, end, null);
    }

    private Path.Stuck at(Path.Why why, Alternative how) {
        if (world.steps().isEmpty()) {
            Open open = how.open();
            return new Path.Stuck(why, open.process(), open.element(), world.label(open.process(), open.element()), "");
        }
        PathStep last = world.steps().getLast();
        return new Path.Stuck(why, last.process(), last.element(), last.name(), "");
    }

    private Branch branch(
            Moment from,
            Alternative how,
            @Nullable Moment next,
            @Nullable Moment joins,
            Path.@Nullable End end,
            Path.@Nullable Stuck stuck) {
        Answers answers = world.answers();
        Alternative whole = new Alternative(how.act(), how.open(), answers.given());
        List<PathStep> steps = List.copyOf(world.steps());
        if (!steps.isEmpty()) {
            steps = withLater(from, steps);
        }
        return new Branch(from, whole, steps, answers.otherwise(), next, joins, end, stuck);
    }

    private static List<PathStep> withLater(Moment from, List<PathStep> steps) {
        if (from.later().isEmpty()) {
            return steps;
        }
        List<PathStep> told = new ArrayList<>(steps);
        told.set(0, told.getFirst().with(from.later()));
        return List.copyOf(told);
    }

    /** A moment that nobody had come to: finds out what can be done there. Nothing is kept before all of it is known. */
    private Moment arrived(Lookout.Sight sight) {
        Moment moment = new Moment(world.bid().copy(), world.now(), sight.stands(), sight.known());
        List<Alternative> open = new ArrayList<>();
        if (sight.open().isEmpty()) {
            open.add(new Alternative(Act.WAIT, Open.NONE, List.of()));
        }
        sight.open().forEach(step -> {
            boolean vote = step.screen().equals("vote");
            open.add(new Alternative(vote ? Act.VOTE : Act.DO, step, List.of()));
            if (vote && actors.hears("votingEnded")) {
                open.add(new Alternative(Act.END_VOTING, step, List.of()));
            }
            if (runsOut(moment, step)) {
                open.add(new Alternative(Act.RUN_OUT, step, List.of()));
            }
        });
        sight.open().stream()
                .filter(step -> moment.bid().isWithdrawable()
                        && rehearsal.withdrawnFrom().add(name(step)))
                .forEach(step -> open.add(new Alternative(Act.WITHDRAW, step, List.of())));
        moment.open().addAll(open);
        rehearsal
                .seen()
                .computeIfAbsent(sight.situation(), none -> new ArrayList<>())
                .add(moment);
        return moment;
    }

    /** Whether a step ends by itself if nobody acts; tried where it is first come to, with what happens beside it. */
    private boolean runsOut(Moment moment, Open step) {
        if (!rehearsal.probed().contains(name(step))) {
            World.Mark mark = world.mark();
            world.begin(moment.bid(), moment.at(), List.of());
            Savepoint before = savepoint();
            boolean ends;
            try {
                ends = actors.runsOut(moment, step);
            } catch (RuntimeException failure) {
                Failures.of(failure, step, world);
                // The path on which it happens says so.
                ends = true;
            }
            back(before);
            world.backTo(mark);
            if (ends) {
                rehearsal.runsOut().add(name(step));
            }
            rehearsal.probed().add(name(step));
        }
        return rehearsal.runsOut().contains(name(step));
    }

    private static String name(Open step) {
        return step.process() + "#" + step.element();
    }

    private Savepoint savepoint() {
        try {
            return connection.setSavepoint();
        } catch (SQLException failure) {
            throw new UncategorizedSQLException("savepoint", null, failure);
        }
    }

    private void back(Savepoint to) {
        try {
            connection.rollback(to);
            connection.releaseSavepoint(to);
        } catch (SQLException failure) {
            throw new UncategorizedSQLException("back to a savepoint", null, failure);
        }
    }
}
