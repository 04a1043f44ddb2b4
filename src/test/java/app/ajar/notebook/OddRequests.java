package app.ajar.notebook;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes up requests that no browser sends, one after the other, the same ones for the same seed. */
final class OddRequests {

    /** Stands in many values: wherever it turns up that is no page, something was quoted. */
    static final String MARKER = "Zwetschge";

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String BOUNDARY = "odd";

    private static final List<String> USUAL_METHODS = List.of("GET", "POST", "POST", "POST");
    private static final List<String> METHODS =
            List.of("HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "get", "X-ODD");
    private static final List<String> TYPES = List.of(
            FORM,
            FORM,
            FORM,
            FORM,
            FORM + ";charset=UTF-8",
            FORM + ";charset=UTF-16",
            FORM + ";charset=nonsense",
            FORM + ";charset=",
            "multipart/form-data; boundary=" + BOUNDARY,
            "multipart/form-data",
            "application/json",
            "text/plain",
            "nonsense",
            "");
    private static final List<String> TAILS = List.of(
            "/",
            ".json",
            ";jsessionid=1",
            "//",
            "/..",
            "/%2e%2e/",
            "/%00",
            "/%5c",
            "/%zz",
            "%20",
            "/new",
            "/" + MARKER);
    private static final List<String> HEADERS = List.of(
            "Accept: application/json",
            "Accept: " + MARKER,
            "Accept: text/html;q=nonsense",
            "Accept-Language: zz-" + "x".repeat(200),
            "Accept-Charset: nonsense",
            "Accept-Encoding: " + MARKER,
            "X-HTTP-Method-Override: DELETE",
            "X-Forwarded-Proto: https",
            "X-Forwarded-Proto: " + MARKER,
            "X-Forwarded-For: " + MARKER,
            "X-Forwarded-For: 1.2.3.4, ::::, unknown",
            "X-Forwarded-Host: " + MARKER + ".example",
            "X-Forwarded-Prefix: /" + MARKER,
            "Forwarded: for=" + MARKER + ";host=" + MARKER,
            "Range: bytes=0-" + "9".repeat(30),
            "If-None-Match: \"" + MARKER,
            "If-Modified-Since: " + MARKER,
            "Origin: null",
            "Origin: http://" + MARKER + ".example",
            "Referer: http://" + MARKER + ".example/",
            "Cookie: pass=" + MARKER,
            "Cookie: pass=; pass=\"; form=%; =x;;",
            "Cookie: __Host-pass=" + "A".repeat(43),
            "Content-Encoding: gzip",
            "Authorization: Basic " + MARKER,
            "Last-Event-ID: " + "9".repeat(100));

    /** A request as it goes over the wire. {@code told} says enough to find it again, and nothing else is ever printed. */
    record Odd(String method, byte[] bytes, String told) {}

    /** What a browser has in hand. */
    record Hand(String cookies, String token, String note) {}

    private final Random random;
    private final List<String> paths;
    private final List<String> fields;

    OddRequests(long seed, List<String> paths, List<String> fields) {
        this.random = new Random(seed);
        this.paths = paths;
        this.fields = fields;
    }

    Odd next(Hand hand) {
        String method = oneOf(chance(8) ? METHODS : USUAL_METHODS);
        String path = path(hand);
        String type = oneOf(TYPES);
        var head = new StringBuilder(method)
                .append(' ')
                .append(path)
                .append(chance(4) ? "?" + form(hand, 2) : "")
                .append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        if (!chance(4)) {
            head.append("Cookie: ").append(hand.cookies()).append("\r\n");
        }
        for (int more = random.nextInt(3); more > 0; more--) {
            head.append(oneOf(HEADERS)).append("\r\n");
        }
        byte[] body = body(type, hand);
        if (!type.isEmpty()) {
            head.append("Content-Type: ").append(type).append("\r\n");
        }
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return new Odd(method, all, method + " " + path + " (" + type + ", " + body.length + " bytes)");
    }

    private String path(Hand hand) {
        var path = new StringBuilder();
        for (String part : oneOf(paths).substring(1).split("/")) {
            path.append('/').append(part.startsWith("{") ? variable(hand) : part);
        }
        return chance(6) ? path + oneOf(TAILS) : path.toString();
    }

    private String variable(Hand hand) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> hand.note();
            case 3 -> UUID.randomUUID().toString();
            case 4 -> "0-0-0-0-0";
            case 5 -> URLEncoder.encode(text(), StandardCharsets.UTF_8).substring(0, 1);
            case 6 -> "9".repeat(1 + random.nextInt(300));
            default -> MARKER;
        };
    }

    private byte[] body(String type, Hand hand) {
        if (type.startsWith("multipart")) {
            return IntStream.range(0, random.nextInt(6))
                    .mapToObj(part -> "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + oneOf(fields)
                            + (chance(3) ? "\"; filename=\"" + MARKER : "") + "\"\r\n\r\n" + text() + "\r\n")
                    .collect(Collectors.joining("", "", chance(3) ? "" : "--" + BOUNDARY + "--\r\n"))
                    .getBytes(StandardCharsets.UTF_8);
        }
        String form = form(hand, 12);
        if (chance(150)) {
            // Around what a form may hold.
            form += "&body=" + "a".repeat(524_288 - 200 + random.nextInt(400));
        }
        return form.getBytes(chance(10) ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1);
    }

    private String form(Hand hand, int most) {
        var pairs = new ArrayList<String>();
        if (!chance(5)) {
            pairs.add("_csrf=" + hand.token());
        }
        for (int more = random.nextInt(most); more > 0; more--) {
            String name = chance(8) ? encoded(text()) : oneOf(fields);
            for (int again = chance(25) ? 40 : 1; again > 0; again--) {
                pairs.add(chance(30) ? name : name + "=" + value(hand));
            }
        }
        return String.join("&", pairs);
    }

    private String value(Hand hand) {
        if (chance(60)) {
            return oneOf(List.of("%ed%a0%80", "%ff%fe", "%c3%28", "%", "%zz", "%u0041", "%f0%9f"));
        }
        return switch (random.nextInt(12)) {
            case 0 -> "";
            case 1 -> "yes";
            case 2 -> String.valueOf(random.nextInt(-2, 8));
            case 3 -> "9".repeat(1 + random.nextInt(40));
            case 4 -> hand.note();
            case 5 ->
                oneOf(List.of("talk", "again", "calm", "/guide", "/../" + MARKER, "2027-02-29", "2027-03-01", "A4"));
            case 6 -> oneOf(List.of("%00", "a%00b", "%0d%0aLocation:%20" + MARKER, "+", "%25"));
            case 7 -> encoded("a".repeat(oneOf(List.of(119, 120, 121, 3_999, 4_000, 4_001, 19_999, 20_000, 20_001))));
            default -> encoded(text());
        };
    }

    private String text() {
        return switch (random.nextInt(12)) {
            case 0 -> MARKER + "\r\nSet-Cookie: pass=" + MARKER;
            case 1 -> "</textarea><script>" + MARKER + "</script>";
            case 2 -> "${7*7}__${" + MARKER + "}__::x";
            case 3 -> "\u0000\u0001\u001b" + MARKER + "\ufffe\uffff";
            case 4 -> "\ud83c\udf19\u200d\ud83c\udf19 \u202e" + MARKER;
            case 5 -> "e" + "\u0301".repeat(1 + random.nextInt(2_000));
            case 6 -> "\ud800" + MARKER + "\udc00\udfff";
            case 7 -> "zoo zebra zone youth yellow year";
            case 8 -> "' or 1=1; drop table note; --" + MARKER;
            case 9 -> " \u00a0\u2003\u3000\ufeff";
            case 10 ->
                random.ints(1 + random.nextInt(60), 0, Character.MAX_CODE_POINT + 1)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            default -> MARKER + " would rather not go, and said so. ".repeat(1 + random.nextInt(20));
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
