package app.ajar.support;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Every statement that the program under test sent to its store, each once, as Hibernate wrote it. */
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
        SENT.computeIfAbsent(sql, first -> new LongAdder()).increment();
        return sql;
    }

    /** Makes a program under test tell. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Configuration {

        @Bean
        HibernatePropertiesCustomizer statements() {
            return properties -> properties.put(JdbcSettings.STATEMENT_INSPECTOR, new Statements());
        }
    }
}
