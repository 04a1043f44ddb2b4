package app.ajar.attempts;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Turns an address into one of {@value #MOST} numbers: HMAC-SHA256 under a secret that is drawn each day (UTC), shared by
 * all nodes through the store, and removed after it. Each number stands for tens of thousands of addresses, so whoever has
 * the table, and even the secret, cannot tell whose it was.
 */
@Component
class AddressNumbers {

    static final int MOST = 65_536;

    private static final int SECRET_BYTES = 32;

    // Whoever has an IPv6 address has the 64 bits behind it for the taking.
    private static final int IPV6_NETWORK_BYTES = 8;

    private static final Pattern IPV4 =
            Pattern.compile("(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");
    private static final Pattern IPV6 = Pattern.compile("(?=.*:)[\\p{XDigit}:][\\p{XDigit}:.]*");

    private record Day(LocalDate date, SecretKeySpec secret) {

        @Override
        public String toString() {
            return "Day[…]";
        }
    }

    private final JdbcTemplate store;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable Day today;

    AddressNumbers(JdbcTemplate store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The number of an address, today.
     *
     * @param address as the web server gives it: IPv4, IPv6, or, behind a proxy that is set up badly, any text
     * @return 1 to {@value #MOST}
     */
    int of(String address) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret());
            return 1
                    + Short.toUnsignedInt(
                            ByteBuffer.wrap(mac.doFinal(network(address))).getShort());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java", impossible);
        }
    }

    /** Removes the secrets of days that are over. */
    void tidy() {
        store.update("delete from attempt_secret where drawn_on < ?", date());
    }

    private SecretKeySpec secret() {
        Day known = today;
        LocalDate date = date();
        if (known == null || !known.date().equals(date)) {
            known = new Day(date, new SecretKeySpec(sharedSecret(date), "HmacSHA256"));
            today = known;
        }
        return known.secret();
    }

    /** Whoever is first that day draws it; all others, here and on other nodes, take what is there. */
    private byte[] sharedSecret(LocalDate date) {
        List<byte[]> there = drawn(date);
        if (there.isEmpty()) {
            byte[] fresh = new byte[SECRET_BYTES];
            random.nextBytes(fresh);
            try {
                store.update("insert into attempt_secret (drawn_on, secret) values (?, ?)", date, fresh);
            } catch (DuplicateKeyException somebodyWasFaster) {
                // Theirs counts.
            }
            // Before yesterday's goes: at midnight this very day may be over.
            there = drawn(date);
            tidy();
        }
        return there.get(0);
    }

    private List<byte[]> drawn(LocalDate date) {
        return store.queryForList("select secret from attempt_secret where drawn_on = ?", byte[].class, date);
    }

    private LocalDate date() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** All of an IPv4 address, the network part of an IPv6 one. A name is never looked up: it would tell others. */
    private static byte[] network(String address) {
        String plain = address.replaceFirst("%.*", "");
        if (!IPV4.matcher(plain).matches() && !IPV6.matcher(plain).matches()) {
            return address.getBytes(StandardCharsets.UTF_8);
        }
        try {
            InetAddress parsed = InetAddress.getByName(plain);
            return parsed instanceof Inet6Address
                    ? Arrays.copyOf(parsed.getAddress(), IPV6_NETWORK_BYTES)
                    : parsed.getAddress();
        } catch (UnknownHostException noAddress) {
            return address.getBytes(StandardCharsets.UTF_8);
        }
    }
}
