package org.schoolcollab.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A data source around the portal's that can write down the statements of one thread, with their parameters, or break off at one of
 * them. Otherwise it stands aside: connections are the pool's own.
 */
public final class Statements {

    /** One statement as it went to the database; several rows of parameters where it was sent as a batch. */
    public record Sent(String sql, List<List<@Nullable Object>> rows) {}

    /** Where to break off: before or after the statement of this number, counted from 1; the commit is the last one. */
    public record Point(int number, boolean before) {}

    /** What is thrown where the thread was broken off. No conflict, so nobody tries again; no exception, so nobody handles it. */
    public static final class BrokenOff extends Error {}

    /** Breaks off: cuts the connection, kills the database or the process. */
    public interface Killer {
        void kill(Connection connection) throws Exception;
    }

    private static final class Countdown {

        private final Point point;
        private final Killer killer;
        private int reached;
        private boolean gone;
        private @Nullable Throwable failure;

        Countdown(Point point, Killer killer) {
            this.point = point;
            this.killer = killer;
        }

        void at(boolean before, boolean commit, Connection connection) throws Exception {
            reached += before ? 1 : 0;
            boolean here = point.number() == 0 ? commit : reached == point.number();
            if (gone || (here && before == point.before())) {
                if (!gone) {
                    gone = true;
                    kill(connection);
                }
                throw new BrokenOff();
            }
        }

        /** A killer that fails is not lost among the errors that it causes. */
        private void kill(Connection connection) throws Exception {
            try {
                killer.kill(connection);
            } catch (Exception | Error failed) {
                failure = failed;
                throw failed;
            }
        }
    }

    private static final ThreadLocal<@Nullable List<Sent>> RECORDING = new ThreadLocal<>();
    private static final ThreadLocal<@Nullable Countdown> BREAKING = new ThreadLocal<>();

    private static volatile @Nullable Trap trap;

    private Statements() {}

    private record Trap(String fragment, Runnable caught) {}

    /** Calls back in whichever thread is about to send a statement that contains this, each time. */
    public static void before(String fragment, Runnable caught) {
        trap = new Trap(fragment, caught);
    }

    /** Lets tests watch the statements of an application's own data source. */
    public static void watch(ConfigurableApplicationContext application) {
        application.addBeanFactoryPostProcessor(factory -> factory.addBeanPostProcessor(new Watching()));
    }

    private static final class Watching implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return name.equals("dataSource") && bean instanceof DataSource source ? around(source) : bean;
        }
    }

    public static DataSource around(DataSource real) {
        return (DataSource) Proxy.newProxyInstance(
                Statements.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Object result = call(real, method, arguments);
                    return result instanceof Connection connection && isWatched() ? recording(connection) : result;
                });
    }

    /** What this does, in statements. */
    public static List<Sent> of(Runnable act) {
        List<Sent> sent = new ArrayList<>();
        RECORDING.set(sent);
        try {
            act.run();
        } finally {
            RECORDING.remove();
        }
        return List.copyOf(sent);
    }

    /**
     * Does this and breaks off at the point; the thread does nothing more on the database from there on.
     *
     * @return whether the point was reached
     */
    public static boolean breaking(Point point, Killer killer, Runnable act) {
        Countdown countdown = new Countdown(point, killer);
        run(countdown, act);
        return countdown.gone;
    }

    private static void run(Countdown countdown, Runnable act) {
        BREAKING.set(countdown);
        try {
            act.run();
        } catch (BrokenOff | RuntimeException brokenOff) {
            if (!countdown.gone) {
                throw brokenOff;
            }
        } finally {
            BREAKING.remove();
        }
        if (countdown.failure != null) {
            throw new IllegalStateException("could not be broken off", countdown.failure);
        }
    }

    /** Breaks off before the first commit; answers how many statements it is to there, the commit counted. */
    public static int untilCommit(Killer killer, Runnable act) {
        Countdown countdown = new Countdown(new Point(0, true), killer);
        run(countdown, act);
        return countdown.reached;
    }

    private static boolean isWatched() {
        return RECORDING.get() != null || BREAKING.get() != null || trap != null;
    }

    private static void at(boolean before, boolean commit, Connection connection) throws Exception {
        Countdown countdown = BREAKING.get();
        if (countdown != null) {
            countdown.at(before, commit, connection);
        }
    }

    private static Connection recording(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                Statements.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    boolean commits = method.getName().equals("commit");
                    if (commits) {
                        sent("commit", List.of());
                        at(true, true, real);
                    }
                    Object result = call(real, method, arguments);
                    if (commits) {
                        at(false, true, real);
                    }
                    return method.getName().equals("prepareStatement") && result instanceof PreparedStatement statement
                            ? recording(real, statement, String.valueOf(arguments[0]))
                            : result;
                });
    }

    private static PreparedStatement recording(Connection connection, PreparedStatement real, String sql) {
        Map<Integer, @Nullable Object> parameters = new TreeMap<>();
        List<List<@Nullable Object>> batch = new ArrayList<>();
        return (PreparedStatement) Proxy.newProxyInstance(
                Statements.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (proxy, method, arguments) -> {
                    String name = method.getName();
                    if (name.equals("setNull")) {
                        parameters.put((Integer) arguments[0], null);
                    } else if (name.startsWith("set") && arguments.length > 1 && arguments[0] instanceof Integer at) {
                        parameters.put(at, arguments[1]);
                    } else if (name.equals("addBatch")) {
                        batch.add(new ArrayList<>(parameters.values()));
                    } else if (name.startsWith("execute")) {
                        sent(sql, batch.isEmpty() ? List.of(new ArrayList<>(parameters.values())) : List.copyOf(batch));
                        batch.clear();
                        at(true, false, connection);
                        Object result = call(real, method, arguments);
                        at(false, false, connection);
                        return result;
                    }
                    return call(real, method, arguments);
                });
    }

    private static void sent(String sql, List<List<@Nullable Object>> rows) {
        List<Sent> recording = RECORDING.get();
        if (recording != null) {
            recording.add(new Sent(sql, rows));
        }
        Trap set = trap;
        if (set != null && sql.contains(set.fragment())) {
            set.caught().run();
        }
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }
}
