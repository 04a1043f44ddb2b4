package app.ajar.safety;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of help.
 *
 * @param kind emergency, domestic-abuse, crisis-suicide, lgbt, men or relationship-support
 * @param phone as it is dialled inside its country; none where the service is on the web only
 * @param hours as the operator gives them; none where they are not known
 */
record Helpline(
        String name,
        String kind,
        @Nullable String phone,
        @Nullable String text,
        @Nullable String web,
        @Nullable String hours,
        List<String> languages,
        String audience) {

    public boolean forEveryone() {
        return audience.equals("everyone");
    }

    /** The web address without its scheme: it is printed, so that it can be read out and typed. */
    public @Nullable String webShown() {
        return web == null ? null : web.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
    }
}
