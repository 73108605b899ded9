package org.convscope.data.source;

import org.convscope.data.Dice;
import org.convscope.data.Generator;

/** Paints figures in integers: lengths are 256ths of a pixel, sines 1024ths, colours 0xRRGGBB. */
final class ShapePainter implements Generator {

    private static final int SIDE = 32;
    private static final int PIXEL = 256;
    private static final int UNIT = 1024;
    private static final int HUES = 1536;
    private static final int BLUE = 1024;
    private static final int HUE_SPREAD = 90;
    private static final int LEAST_CONTRAST = 170;
    private static final int NOISE = 10;
    private static final int TRIES = 24;

    /** What a figure's outline may be. */
    private enum Form {
        DISC,
        SQUARE,
        TRIANGLE,
        RING
    }

    /** What a figure is filled with. */
    private enum Fill {
        PLAIN,
        ACROSS,
        UPRIGHT,
        SLANTING,
        CHEQUERS,
        DOTS
    }

    private static final Fill[] TEXTURES = {Fill.ACROSS, Fill.UPRIGHT, Fill.SLANTING, Fill.CHEQUERS, Fill.DOTS};
    private static final int FIRST_TEXTURE = 5;

    /** A figure: its form, its middle and radius, how far it is turned, its fill and the fill's two colours. */
    private record Figure(
            Form form,
            int x,
            int y,
            int radius,
            Turn turn,
            Fill fill,
            Turn grain,
            int period,
            int phase,
            int ink,
            int other) {}

    /** Cosine and sine of an angle, in 1024ths. */
    private record Turn(int cosine, int sine) {

        // StrictMath gives the same on every machine.
        static Turn by(int degrees) {
            double angle = Math.PI * degrees / 180;
            return new Turn(
                    (int) Math.rint(UNIT * StrictMath.cos(angle)), (int) Math.rint(UNIT * StrictMath.sin(angle)));
        }

        int along(int x, int y) {
            return (x * cosine + y * sine) / UNIT;
        }

        int across(int x, int y) {
            return (y * cosine - x * sine) / UNIT;
        }
    }

    @Override
    public void draw(int label, Dice dice, byte[] pixels, int offset) {
        int[] canvas = new int[SIDE * SIDE];
        int ink = ink(label, dice);
        paintBackground(canvas, ink, dice);
        paintLitter(canvas, dice);
        paint(canvas, figure(label, ink, dice));
        for (int i = 0; i < canvas.length; i++) {
            for (int channel = 0; channel < 3; channel++) {
                int value = (canvas[i] >> 16 - 8 * channel & 0xFF) + dice.between(-NOISE, NOISE);
                pixels[offset + channel * canvas.length + i] = (byte) Math.min(255, Math.max(0, value));
            }
        }
    }

    private static int ink(int label, Dice dice) {
        int spread = dice.between(-HUE_SPREAD, HUE_SPREAD);
        int strength = dice.between(190, 255);
        int light = dice.between(150, 255);
        return switch (label) {
            case 0, 2, 3 -> colour(Math.floorMod(spread, HUES), strength, light);
            case 1, 4 -> colour(BLUE + spread, strength, light);
            default -> colour(dice.below(HUES), strength, light);
        };
    }

    private static Figure figure(int label, int ink, Dice dice) {
        boolean textured = label >= FIRST_TEXTURE;
        Fill fill = textured ? TEXTURES[label - FIRST_TEXTURE] : Fill.PLAIN;
        Form form =
                switch (label) {
                    case 0, 1 -> Form.DISC;
                    case 2 -> Form.SQUARE;
                    case 3 -> Form.TRIANGLE;
                    case 4 -> Form.RING;
                    default -> Form.values()[dice.below(3)];
                };
        int radius = dice.between(textured ? 9 * PIXEL : 7 * PIXEL, 13 * PIXEL);
        int x = dice.between(radius, SIDE * PIXEL - radius);
        int y = dice.between(radius, SIDE * PIXEL - radius);
        int slant = fill == Fill.SLANTING ? 45 + 90 * dice.below(2) : 0;
        Turn grain = Turn.by(slant + dice.between(-7, 7));
        int other = contrasting(ink, dice);
        return new Figure(
                form,
                x,
                y,
                radius,
                Turn.by(dice.between(-20, 20)),
                fill,
                grain,
                dice.between(4 * PIXEL, 6 * PIXEL),
                dice.below(6 * PIXEL),
                ink,
                other);
    }

    private static int contrasting(int ink, Dice dice) {
        int found = 0;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            found = colour(dice.below(HUES), dice.below(256), dice.below(256));
            if (distance(ink, found) >= 2 * LEAST_CONTRAST) {
                return found;
            }
        }
        return found;
    }

    /** From one colour to another along some direction; neither is like the figure's. */
    private static void paintBackground(int[] canvas, int ink, Dice dice) {
        int[] ends = new int[2];
        for (int end = 0; end < 2; end++) {
            for (int attempt = 0; attempt < TRIES; attempt++) {
                ends[end] = colour(dice.below(HUES), dice.below(256), dice.between(30, 255));
                if (distance(ink, ends[end]) >= LEAST_CONTRAST) {
                    break;
                }
            }
        }
        Turn direction = Turn.by(dice.below(360));
        for (int i = 0; i < canvas.length; i++) {
            int along = (i % SIDE - SIDE / 2) * direction.cosine + (i / SIDE - SIDE / 2) * direction.sine;
            // From -23 to 23 pixels becomes 0 to 256.
            int share = Math.min(256, Math.max(0, 128 + along * 128 / (23 * UNIT)));
            canvas[i] = mixed(ends[0], ends[1], share);
        }
    }

    private static void paintLitter(int[] canvas, Dice dice) {
        int specks = dice.between(3, 7);
        for (int speck = 0; speck < specks; speck++) {
            int colour = colour(dice.below(HUES), dice.between(150, 255), dice.between(100, 255));
            int size = dice.between(2, 3);
            int left = dice.below(SIDE - size + 1);
            int top = dice.below(SIDE - size + 1);
            for (int i = 0; i < size * size; i++) {
                canvas[(top + i / size) * SIDE + left + i % size] = colour;
            }
        }
    }

    /** Four places in every pixel decide how much of it the figure takes, and in which of its colours. */
    private static void paint(int[] canvas, Figure figure) {
        for (int i = 0; i < canvas.length; i++) {
            int red = 0;
            int green = 0;
            int blue = 0;
            for (int place = 0; place < 4; place++) {
                int x = i % SIDE * PIXEL + PIXEL / 4 + place % 2 * PIXEL / 2 - figure.x;
                int y = i / SIDE * PIXEL + PIXEL / 4 + place / 2 * PIXEL / 2 - figure.y;
                int colour = covers(figure, x, y) ? (isInk(figure, x, y) ? figure.ink : figure.other) : canvas[i];
                red += colour >> 16 & 0xFF;
                green += colour >> 8 & 0xFF;
                blue += colour & 0xFF;
            }
            canvas[i] = red / 4 << 16 | green / 4 << 8 | blue / 4;
        }
    }

    private static boolean covers(Figure figure, int x, int y) {
        int u = figure.turn.along(x, y);
        int v = figure.turn.across(x, y);
        int radius = figure.radius;
        long square = (long) u * u + (long) v * v;
        return switch (figure.form) {
            case DISC -> square <= (long) radius * radius;
            case RING -> square <= (long) radius * radius && square * 100 >= 30L * radius * radius;
            case SQUARE -> Math.max(Math.abs(u), Math.abs(v)) <= radius * 3 / 4;
                // Sides at 60 degrees: the square root of 3 is 1774/1024.
            case TRIANGLE -> v <= radius / 2 && 1774L * Math.abs(u) <= 1024L * (v + radius);
        };
    }

    /** Whether a figure has the first of its two colours at a place. */
    private static boolean isInk(Figure figure, int x, int y) {
        int half = figure.period / 2;
        int u = Math.floorMod(figure.grain.along(x, y) + figure.phase, figure.period) - half;
        int v = Math.floorMod(figure.grain.across(x, y) + figure.phase, figure.period) - half;
        return switch (figure.fill) {
            case PLAIN -> true;
            case ACROSS, SLANTING -> v < 0;
            case UPRIGHT -> u < 0;
            case CHEQUERS -> u < 0 == v < 0;
                // Dots of a diameter of 0.7 periods.
            case DOTS -> ((long) u * u + (long) v * v) * 100 > 12L * figure.period * figure.period;
        };
    }

    /** A colour by hue (six parts of 256, red first), saturation and value. */
    private static int colour(int hue, int saturation, int value) {
        int between = hue % 256;
        int low = value * (255 - saturation) / 255;
        int falling = value * (255 * 256 - saturation * between) / (255 * 256);
        int rising = value * (255 * 256 - saturation * (256 - between)) / (255 * 256);
        return switch (hue / 256 % 6) {
            case 0 -> rgb(value, rising, low);
            case 1 -> rgb(falling, value, low);
            case 2 -> rgb(low, value, rising);
            case 3 -> rgb(low, falling, value);
            case 4 -> rgb(rising, low, value);
            default -> rgb(value, low, falling);
        };
    }

    private static int mixed(int from, int to, int share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            mixed |= ((from >> shift & 0xFF) * (256 - share) + (to >> shift & 0xFF) * share) / 256 << shift;
        }
        return mixed;
    }

    private static int distance(int one, int other) {
        int distance = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            distance += Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF));
        }
        return distance;
    }

    private static int rgb(int red, int green, int blue) {
        return red << 16 | green << 8 | blue;
    }
}
