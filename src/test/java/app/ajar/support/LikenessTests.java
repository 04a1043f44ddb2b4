package app.ajar.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** What counts as the same picture of a page, and what does not. */
class LikenessTests {

    private final BufferedImage page = page(new Color(0xfbf7ef), 60);

    @Test
    void aPictureIsLikeItself() {
        assertThat(Likeness.of(page, page(new Color(0xfbf7ef), 60))).isEqualTo(new Likeness(0, 0, 0));
    }

    @Test
    void oneDotThatIsSmoothedOtherwiseIsNoDifference() {
        BufferedImage now = page(new Color(0xfbf7ef), 60);
        now.setRGB(60, 70, 0xff808080);
        Likeness likeness = Likeness.of(page, now);
        assertThat(likeness.far()).isPositive();
        assertThat(likeness.isClose()).isTrue();
    }

    @Test
    void aButtonOfAnotherColourIsADifference() {
        BufferedImage now = page(new Color(0xfbf7ef), 60);
        Graphics2D pen = now.createGraphics();
        pen.setColor(Color.BLUE);
        pen.fillRect(40, 60, 40, 16);
        assertThat(Likeness.of(page, now).far()).isLessThan(Likeness.FAR);
        assertThat(Likeness.of(page, now).isClose()).isFalse();
    }

    @Test
    void aPageThatIsAShadeDarkerAllOverIsADifference() {
        Likeness likeness = Likeness.of(page, page(new Color(0xf8f4ec), 60));
        assertThat(likeness.far()).isZero();
        assertThat(likeness.isClose()).isFalse();
    }

    @Test
    void somethingThatMovedAFewDotsIsADifference() {
        assertThat(Likeness.of(page, page(new Color(0xfbf7ef), 66)).isClose()).isFalse();
    }

    @Test
    void anotherSizeIsADifference() {
        var shorter = new BufferedImage(page.getWidth(), page.getHeight() - 1, BufferedImage.TYPE_INT_RGB);
        assertThat(Likeness.of(page, shorter).isClose()).isFalse();
    }

    @Test
    void whatDiffersStandsOutInTheDifference() {
        BufferedImage now = page(new Color(0xfbf7ef), 60);
        now.setRGB(5, 5, 0xff000000);
        BufferedImage difference = Likeness.difference(page, now);
        assertThat(difference.getRGB(5, 5)).isNotEqualTo(difference.getRGB(6, 5));
        assertThat(difference.getRGB(6, 5)).isEqualTo(difference.getRGB(7, 5));
    }

    /** Paper with a button on it. */
    private static BufferedImage page(Color paper, int top) {
        var picture = new BufferedImage(390, 800, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(paper);
        pen.fillRect(0, 0, 390, 800);
        pen.setColor(new Color(0xa04624));
        pen.fillOval(40, top, 160, 48);
        pen.dispose();
        return picture;
    }
}
