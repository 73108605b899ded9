package org.convscope.spec;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.convscope.blueprint.Architecture;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;
import org.convscope.tensor.Shape;

/**
 * How the images of a dataset come into a network's input.
 *
 * @param size what is wanted, {@code [C, H, W]}; empty for the images' own. One channel becomes three by
 *     repeating it, three become one by their luminance (ITU-R BT.601)
 * @param fit what is done where the sizes differ. Padding frames an image that is smaller as it is, and makes
 *     a larger one smaller
 * @param normalise whether each channel is moved and scaled so that over all training images its mean is 0 and
 *     its deviation 1; otherwise values are from 0 to 1
 * @param augment how training images are varied
 */
public record Preparation(Optional<Shape> size, Fit fit, boolean normalise, Set<Augmentation> augment) {

    /** Images as the dataset has them. */
    public static final Preparation AS_IS = new Preparation(Optional.empty(), Fit.PAD, false, Set.of());

    /** The longest side that is accepted. */
    public static final int MOST_PIXELS = 4096;

    private static final int MOST_VALUES = 1 << 22;

    // Beyond this, a frame would hold more nothing than image.
    private static final double MOST_FRAME = 1.5;

    private static final Pattern SIZE = Pattern.compile("(\\d{1,4})[x\u00D7](\\d{1,4})[x\u00D7](\\d{1,4})");

    public Preparation {
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(fit, "fit");
        augment = augment.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(augment));
        size.ifPresent(wanted -> mustBeSensible(wanted, wanted.toString()));
    }

    /**
     * What a network needs that cannot be drawn on images of shape {@code own}: the size that it was published
     * for, with the images' own channels if it can; framed where little is added, else stretched.
     * {@link #AS_IS} where that is enough, and where nothing helps.
     */
    public static Preparation standard(Architecture architecture, Map<String, String> options, Shape own, int classes) {
        Shape published = architecture.standardInput();
        boolean isSignal = own.height() == 1;
        if (canDraw(architecture, options, own, classes) || isSignal != (published.height() == 1)) {
            return AS_IS;
        }
        Shape inOwnColours = Shape.of(own.channels(), published.height(), published.width());
        for (Shape size : List.of(inOwnColours, published)) {
            if (canRecolour(own, size) && canDraw(architecture, options, size, classes)) {
                return new Preparation(Optional.of(size), usualFit(own, size), false, Set.of());
            }
        }
        return AS_IS;
    }

    /** How images of shape {@code own} best come to {@code wanted}: framed where little is added, else stretched. */
    public static Fit usualFit(Shape own, Shape wanted) {
        boolean holds = wanted.height() >= own.height() && wanted.width() >= own.width();
        boolean tightly = wanted.height() <= MOST_FRAME * own.height() && wanted.width() <= MOST_FRAME * own.width();
        return holds && tightly ? Fit.PAD : Fit.STRETCH;
    }

    /** A size as a person types it: {@code 1x32x32}. */
    public static Shape parseSize(String text) {
        Matcher lengths = SIZE.matcher(text);
        if (!lengths.matches()) {
            throw Problem.of("spec.size", text, MOST_PIXELS).asException();
        }
        int[] numbers = new int[3];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Integer.parseInt(lengths.group(i + 1));
            if (numbers[i] < 1) {
                throw Problem.of("spec.size", text, MOST_PIXELS).asException();
            }
        }
        if ((long) numbers[0] * numbers[1] * numbers[2] > MOST_VALUES) {
            throw Problem.of("spec.size", text, MOST_PIXELS).asException();
        }
        Shape size = Shape.of(numbers);
        mustBeSensible(size, text);
        return size;
    }

    /** The shape in which images of shape {@code own} reach the network. */
    public Shape shape(Shape own) {
        Shape wanted = size.orElse(own);
        if (!canRecolour(own, wanted)) {
            throw Problem.of("spec.channels", own, wanted).asException();
        }
        return wanted;
    }

    /** Whether images of shape {@code own} reach the network as they are, in every epoch. */
    public boolean leaves(Shape own) {
        return size.orElse(own).equals(own) && !normalise && augment.isEmpty();
    }

    /** The same, with normalising or without. */
    public Preparation normalising(boolean wish) {
        return new Preparation(size, fit, wish, augment);
    }

    /** The same, with these variations. */
    public Preparation varying(Set<Augmentation> wish) {
        return new Preparation(size, fit, normalise, wish);
    }

    /** What differs from {@link #AS_IS}, as words of a scenario: {@code input=1x32x32 fit=pad}. */
    Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        size.ifPresent(wanted -> {
            words.put("input", wanted.toString().replace('\u00D7', 'x'));
            words.put("fit", fit.id());
        });
        if (normalise) {
            words.put("normalise", "true");
        }
        if (!augment.isEmpty()) {
            words.put("augment", augment.stream().map(Augmentation::id).collect(Collectors.joining(",")));
        }
        return words;
    }

    /** Takes its words out of those of a scenario; what is not said is as in {@link #AS_IS}. */
    static Preparation take(Map<String, String> words) {
        String normalise = words.getOrDefault("normalise", "false");
        if (!normalise.equals("true") && !normalise.equals("false")) {
            throw Problem.of("spec.scenario", "normalise=" + normalise).asException();
        }
        Preparation found = new Preparation(
                Optional.ofNullable(words.get("input")).map(Preparation::parseSize),
                Fit.byId(words.getOrDefault("fit", AS_IS.fit.id())),
                normalise.equals("true"),
                Augmentation.parse(words.getOrDefault("augment", "none")));
        List.of("input", "fit", "normalise", "augment").forEach(words::remove);
        return found;
    }

    private static void mustBeSensible(Shape size, String text) {
        boolean sidesFit = size.isMaps() && size.height() <= MOST_PIXELS && size.width() <= MOST_PIXELS;
        if (!sidesFit || size.size() > MOST_VALUES) {
            throw Problem.of("spec.size", text, MOST_PIXELS).asException();
        }
    }

    private static boolean canRecolour(Shape own, Shape wanted) {
        int from = own.channels();
        int to = wanted.channels();
        return from == to || from == 1 && to == 3 || from == 3 && to == 1;
    }

    private static boolean canDraw(Architecture architecture, Map<String, String> options, Shape input, int classes) {
        try {
            architecture.draw(input, classes, options);
            return true;
        } catch (ProblemException refused) {
            return false;
        }
    }
}
