package org.convscope.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.frame.ColorScale;
import org.convscope.frame.Mosaic;
import org.convscope.frame.Numbers;
import org.convscope.lens.Differences;
import org.convscope.lens.Overview;
import org.convscope.lens.Pairing;
import org.convscope.ui.kit.Texts;
import org.convscope.workbench.LayerHealth;

/** The newest maps of all runs with the colour scales that they are seen in: one for a slot, or one for each run. */
final class Scales {

    private final List<Side> sides;
    private final Slots slots;
    private final List<List<Optional<Mosaic>>> mosaics = new ArrayList<>();

    /**
     * How maps are to be seen.
     *
     * @param shared whether maps of the same slot that have the same kind of colours share their scale
     * @param differences whether rows with what the first run has more than each other are wanted below
     * @param pairings by run and slot, how its maps are ordered to stand under those of the first that they are like
     */
    record Wish(boolean shared, boolean differences, Map<Integer, Map<Integer, Pairing>> pairings) {

        Wish {
            pairings = Map.copyOf(pairings);
        }
    }

    private Scales(List<Side> sides, Slots slots) {
        this.sides = sides;
        this.slots = slots;
    }

    static Scales of(List<Side> sides, Slots slots, Wish wish) {
        Scales scales = new Scales(sides, slots);
        List<List<Optional<Mosaic>>> own = new ArrayList<>();
        for (int row = 0; row < sides.size(); row++) {
            List<Optional<Mosaic>> ofRow = new ArrayList<>();
            for (int slot = 0; slot < slots.size(); slot++) {
                ofRow.add(scales.own(row, slot, wish));
            }
            own.add(ofRow);
        }
        for (List<Optional<Mosaic>> ofRow : own) {
            List<Optional<Mosaic>> seen = new ArrayList<>();
            for (int slot = 0; slot < slots.size(); slot++) {
                seen.add(wish.shared ? shared(ofRow.get(slot), slot, own) : ofRow.get(slot));
            }
            scales.mosaics.add(seen);
        }
        for (int row = 1; wish.differences && row < sides.size(); row++) {
            scales.mosaics.add(differences(own.get(0), own.get(row)));
        }
        return scales;
    }

    private static List<Optional<Mosaic>> differences(List<Optional<Mosaic>> first, List<Optional<Mosaic>> other) {
        List<Optional<Mosaic>> differences = new ArrayList<>();
        for (int slot = 0; slot < first.size(); slot++) {
            Optional<Mosaic> theirs = other.get(slot);
            differences.add(first.get(slot)
                    .filter(mosaic -> theirs.isPresent()
                            && mosaic.values()
                                    .shape()
                                    .equals(theirs.get().values().shape()))
                    .map(mosaic -> Differences.of(mosaic, theirs.get())));
        }
        return differences;
    }

    /** What a row shows in a slot, if it is known; rows of differences stand behind those of the runs. */
    Optional<Mosaic> mosaic(int row, int slot) {
        return row < mosaics.size() ? mosaics.get(row).get(slot) : Optional.empty();
    }

    /** The range of the colours, and for an activation how much of it stands at an end; in few letters where it is narrow. */
    String caption(int row, int slot, boolean isNarrow) {
        Optional<Mosaic> mosaic = mosaic(row, slot);
        if (mosaic.isEmpty()) {
            return "";
        }
        ColorScale scale = mosaic.get().scale(0);
        String range = scale.map().diverges()
                ? "±" + shortly(scale.high())
                : shortly(scale.low()) + (isNarrow ? "–" : " … ") + shortly(scale.high());
        String share = row < sides.size() ? share(row, slot, mosaic.get(), isNarrow) : "";
        return share.isEmpty() ? range : share + "\n" + range;
    }

    private String share(int row, int slot, Mosaic mosaic, boolean isNarrow) {
        String node = slots.slots().get(slot).nodes().get(row).orElseThrow();
        if (!(sides.get(row).run().blueprint().node(node).op() instanceof Op.Activation activation)) {
            return "";
        }
        if (activation.kind() == Nonlinearity.RELU) {
            return Texts.get(isNarrow ? "compare.share" : "compare.atZero", Math.round(100 * zeros(mosaic)));
        }
        LayerHealth health = sides.get(row).healthProperty().get();
        return health == null
                ? ""
                : health.layers().stream()
                        .filter(layer -> layer.activation().equals(node))
                        .filter(layer -> Double.isFinite(layer.saturatedShare()))
                        .map(layer -> Texts.get(
                                isNarrow ? "compare.share" : "compare.saturated",
                                Math.round(100 * layer.saturatedShare())))
                        .findFirst()
                        .orElse("");
    }

    private static double zeros(Mosaic mosaic) {
        int zeros = 0;
        for (int i = 0; i < mosaic.values().size(); i++) {
            if (mosaic.values().flat(i) == 0) {
                zeros++;
            }
        }
        return (double) zeros / mosaic.values().size();
    }

    private static String shortly(double value) {
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        return size >= 1000 || size < 0.01
                ? Numbers.text(value)
                : String.format(Locale.ROOT, size >= 10 ? "%.0f" : size >= 1 ? "%.1f" : "%.2f", value)
                        .replace("-", "−");
    }

    private Optional<Mosaic> own(int row, int slot, Wish wish) {
        Overview overview = sides.get(row).overviewProperty().get();
        Optional<Mosaic> mosaic = overview == null
                ? Optional.empty()
                : slots.slots()
                        .get(slot)
                        .nodes()
                        .get(row)
                        .flatMap(node -> Optional.ofNullable(overview.mosaics().get(node)));
        Pairing pairing = wish.pairings.getOrDefault(row, Map.of()).get(slot);
        return pairing == null
                ? mosaic
                : mosaic.map(each -> new Mosaic(each.stamp(), pairing.ordered(each.values()), each.scales()));
    }

    private static Optional<Mosaic> shared(Optional<Mosaic> own, int slot, List<List<Optional<Mosaic>>> all) {
        return own.map(mosaic -> {
            ColorScale scale = mosaic.scale(0);
            for (List<Optional<Mosaic>> other : all) {
                ColorScale theirs = other.get(slot).map(each -> each.scale(0)).orElse(scale);
                scale = theirs.map() == scale.map() ? scale.with(theirs) : scale;
            }
            return scale.equals(mosaic.scale(0)) ? mosaic : new Mosaic(mosaic.stamp(), mosaic.values(), List.of(scale));
        });
    }
}
