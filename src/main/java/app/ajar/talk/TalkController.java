package app.ajar.talk;

import app.ajar.shared.PublicPage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Planning a talk. What is typed comes in the body of a form and goes back on one sheet, or in one calendar file; nothing
 * is kept in between, so any copy of the program can answer.
 */
@Controller
@RequestMapping("/talk")
class TalkController {

    /** Neutral, since it stands in a list of downloads. */
    private static final String FILE_NAME = "date.ics";

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final CalendarFile calendar;
    private final TalkText text;
    private final MessageSource messages;
    private final Clock clock;

    TalkController(CalendarFile calendar, TalkText text, MessageSource messages, Clock clock) {
        this.calendar = calendar;
        this.text = text;
        this.messages = messages;
        this.clock = clock;
    }

    /** Reads no field at all: this page is the same for everybody. */
    @PublicPage
    @GetMapping
    ModelAndView begin() {
        return asking(TalkForm.BLANK, List.of());
    }

    @PostMapping
    ModelAndView plan(@RequestParam MultiValueMap<String, String> fields, Locale locale) {
        TalkForm form = TalkForm.of(fields);
        if (fields.containsKey("change")) {
            return asking(form, List.of());
        }
        List<TalkForm.Problem> problems = form.problems(today());
        if (form.isBlank()) {
            problems = List.of(new TalkForm.Problem("opening", "missing"));
        }
        if (!problems.isEmpty()) {
            return asking(form, problems);
        }
        return new ModelAndView("talk/sheet")
                .addObject("form", form)
                .addObject("begins", form.begins().isPresent())
                .addObject("when", text.when(form, locale))
                .addObject("text", text.of(form, locale));
    }

    /** The calendar file, for a talk that has a day and a time. */
    @PostMapping(params = "calendar")
    Object calendar(@RequestParam MultiValueMap<String, String> fields, Locale locale) {
        TalkForm form = TalkForm.of(fields);
        List<TalkForm.Problem> problems = form.problems(today());
        Optional<LocalDateTime> begins = form.begins();
        if (problems.isEmpty() && begins.isEmpty()) {
            problems = List.of(new TalkForm.Problem("day", "missing"));
        }
        if (!problems.isEmpty()) {
            return asking(form, problems);
        }
        String word = form.word().isEmpty() ? messages.getMessage("talk.word.usual", null, locale) : form.word();
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(FILE_NAME)
                                .build()
                                .toString())
                .body(calendar.of(begins.orElseThrow(), form.minutes(), word).getBytes(StandardCharsets.UTF_8));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static ModelAndView asking(TalkForm form, List<TalkForm.Problem> problems) {
        var page = new ModelAndView("talk/plan")
                .addObject("form", form)
                .addObject("problems", problems)
                .addObject("lengths", TalkForm.LENGTHS);
        if (!problems.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }
}
