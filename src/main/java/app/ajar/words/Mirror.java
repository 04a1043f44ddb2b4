package app.ajar.words;

import app.ajar.words.Reflection.Finding;
import app.ajar.words.Reflection.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a text against the rules. Pure: the same text gives the same answer, and nothing of it stays behind. */
final class Mirror {

    private final RuleBook book;

    Mirror(RuleBook book) {
        this.book = book;
    }

    private record Mark(Rule rule, int from, int to) {
        boolean touches(Mark other) {
            return from < other.to && other.from < to;
        }
    }

    Reflection read(String text) {
        return read(text, new Phrase.Effort());
    }

    Reflection read(String text, Phrase.Effort effort) {
        List<Sentence> sentences = Sentence.of(text, book.shortForms());
        for (Sentence sentence : sentences) {
            if (!marks(book.harm(), sentence, effort).isEmpty()) {
                return Reflection.ofHarm();
            }
        }
        var marks = new ArrayList<Mark>();
        var good = new ArrayList<Mark>();
        for (Sentence sentence : sentences) {
            List<Mark> here = marks(book.pressure(), sentence, effort);
            marks.addAll(here);
            if (here.isEmpty()) {
                for (Rule rule : book.good()) {
                    good.addAll(marks(List.of(rule), sentence, effort));
                }
            }
        }
        List<Finding> findings = findings(text, marks);
        return new Reflection(false, passages(text, marks, findings), findings, findings(text, good));
    }

    private static List<Mark> marks(List<Rule> rules, Sentence sentence, Phrase.Effort effort) {
        var marks = new ArrayList<Mark>();
        for (Rule rule : rules) {
            for (Phrase.Hit hit : rule.in(sentence, effort)) {
                var mark = new Mark(
                        rule,
                        sentence.words().get(hit.from()).from(),
                        sentence.words().get(hit.to() - 1).to());
                // One reason for one place: a sentence with three of them reads like a telling-off.
                if (marks.stream().noneMatch(mark::touches)) {
                    marks.add(mark);
                }
            }
        }
        marks.sort(Comparator.comparingInt(Mark::from));
        return marks;
    }

    /** One for each rule, in the order of the text. */
    private static List<Finding> findings(String text, List<Mark> marks) {
        Map<Rule, List<String>> byRule = new LinkedHashMap<>();
        marks.forEach(mark -> byRule.computeIfAbsent(mark.rule(), rule -> new ArrayList<>())
                .add(text.substring(mark.from(), mark.to())));
        var findings = new ArrayList<Finding>();
        byRule.forEach((rule, quotes) -> findings.add(new Finding(
                rule, findings.size() + 1, quotes.stream().distinct().toList())));
        return findings;
    }

    private static List<Passage> passages(String text, List<Mark> marks, List<Finding> findings) {
        var passages = new ArrayList<Passage>();
        int at = 0;
        for (Mark mark : marks) {
            if (mark.from() > at) {
                passages.add(new Passage(text.substring(at, mark.from()), 0));
            }
            int number = findings.stream()
                    .filter(finding -> finding.rule().equals(mark.rule()))
                    .mapToInt(Finding::number)
                    .findFirst()
                    .orElseThrow();
            passages.add(new Passage(text.substring(mark.from(), mark.to()), number));
            at = mark.to();
        }
        if (at < text.length()) {
            passages.add(new Passage(text.substring(at), 0));
        }
        return passages;
    }
}
