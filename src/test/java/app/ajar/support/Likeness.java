package app.ajar.support;

import java.awt.image.BufferedImage;

/**
 * How far a picture is from another of the same page. Letters are smoothed a little otherwise on other machines, so single
 * dots may differ; what a reader would see may not.
 *
 * @param far share of dots whose colour is further than {@value #NEAR} of 255 from what it was
 * @param worst the same within the square, {@value #SQUARE} dots wide, where it is most
 * @param mean how far the colours of all dots are on the average, of 255
 */
public record Likeness(double far, double worst, double mean) {

    static final int NEAR = 48;
    static final int SQUARE = 32;
    static final double FAR = .005;
    static final double WORST = .25;
    static final double MEAN = 1;

    private static final Likeness OTHER_SIZE = new Likeness(1, 1, 255);
    private static final int MARK = 0xd01060;

    /** Whether nobody would see that they differ. */
    public boolean isClose() {
        return far <= FAR && worst <= WORST && mean <= MEAN;
    }

    public static Likeness of(BufferedImage then, BufferedImage now) {
        int width = then.getWidth();
        int height = then.getHeight();
        if (width != now.getWidth() || height != now.getHeight()) {
            return OTHER_SIZE;
        }
        int[] before = dots(then);
        int[] after = dots(now);
        int across = (width + SQUARE - 1) / SQUARE;
        int[] squares = new int[across * ((height + SQUARE - 1) / SQUARE)];
        long all = 0;
        int far = 0;
        int worst = 0;
        for (int dot = 0; dot < before.length; dot++) {
            int apart = apart(before[dot], after[dot]);
            all += apart;
            if (apart > NEAR) {
                far++;
                worst = Math.max(worst, ++squares[dot / width / SQUARE * across + dot % width / SQUARE]);
            }
        }
        double count = before.length;
        return new Likeness(far / count, worst / (double) (SQUARE * SQUARE), all / count);
    }

    /** The picture as it is now, pale, with the dots that are far from what they were in a loud colour. */
    public static BufferedImage difference(BufferedImage then, BufferedImage now) {
        int width = now.getWidth();
        var shown = new BufferedImage(width, now.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < now.getHeight(); y++) {
            for (int x = 0; x < width; x++) {
                boolean both = x < then.getWidth() && y < then.getHeight();
                boolean far = !both || apart(then.getRGB(x, y), now.getRGB(x, y)) > NEAR / 4;
                shown.setRGB(x, y, far ? MARK : (now.getRGB(x, y) >> 1 & 0x7f7f7f) + 0x808080);
            }
        }
        return shown;
    }

    private static int[] dots(BufferedImage picture) {
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    /** The farthest of red, green and blue. */
    private static int apart(int one, int other) {
        int farthest = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            farthest = Math.max(farthest, Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)));
        }
        return farthest;
    }
}
