package app.ajar.support;

import static java.lang.StackWalker.Option.RETAIN_CLASS_REFERENCE;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.SqlProvider;
import org.springframework.jdbc.support.KeyHolder;

/** Every statement that the program under test sent to its store, each once, as Hibernate or our JDBC wrote it. */
public final class Statements implements StatementInspector {

    private static final long serialVersionUID = 1L;

    private static final Map<String, LongAdder> SENT = new ConcurrentHashMap<>();

    /** All of them so far, from whichever test. */
    public static Set<String> sent() {
        return new LinkedHashSet<>(SENT.keySet());
    }

    /** Forgets what was sent until now. */
    public static void forget() {
        SENT.clear();
    }

    /** How often this one was sent. */
    public static long times(String sql) {
        return SENT.getOrDefault(sql, new LongAdder()).sum();
    }

    @Override
    public String inspect(String sql) {
        tell(sql);
        return sql;
    }

    private static void tell(String sql) {
        SENT.computeIfAbsent(sql, first -> new LongAdder()).increment();
    }

    /** Makes a program under test tell. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Configuration {

        @Bean
        HibernatePropertiesCustomizer statements() {
            return properties -> properties.put(JdbcSettings.STATEMENT_INSPECTOR, new Statements());
        }

        @Bean
        static BeanPostProcessor jdbcStatements() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof JdbcTemplate jdbc ? new Telling(jdbc) : bean;
                }
            };
        }
    }

    /** Tells what the program itself asks, and not what a test asks with the same template. */
    private static final class Telling extends JdbcTemplate {

        Telling(JdbcTemplate jdbc) {
            super(Objects.requireNonNull(jdbc.getDataSource()));
        }

        private static void tellOfTheProgram(Class<?> caller, String sql) {
            if (caller.getSimpleName().endsWith("Rows")) {
                tell(sql);
            }
        }

        @Override
        public int update(String sql, @Nullable Object... args) {
            tellOfTheProgram(StackWalker.getInstance(RETAIN_CLASS_REFERENCE).getCallerClass(), sql);
            return super.update(sql, args);
        }

        @Override
        public int update(PreparedStatementCreator creator, KeyHolder keys) {
            String sql = Objects.requireNonNull(((SqlProvider) creator).getSql());
            tellOfTheProgram(StackWalker.getInstance(RETAIN_CLASS_REFERENCE).getCallerClass(), sql);
            return super.update(creator, keys);
        }

        @Override
        public <T> @Nullable T query(String sql, ResultSetExtractor<T> rows, @Nullable Object... args) {
            tellOfTheProgram(StackWalker.getInstance(RETAIN_CLASS_REFERENCE).getCallerClass(), sql);
            return super.query(sql, rows, args);
        }
    }
}
