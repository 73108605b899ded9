package org.convscope.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.frame.ColorScale;
import org.convscope.frame.Mosaic;
import org.convscope.frame.Numbers;
import org.convscope.lens.Overview;
import org.convscope.ui.kit.Texts;
import org.convscope.workbench.LayerHealth;

/** The newest maps of all runs with the colour scales that they are seen in: one for a slot, or one for each run. */
final class Scales {

    private final List<Side> sides;
    private final Slots slots;
    private final List<List<Optional<Mosaic>>> mosaics = new ArrayList<>();

    private Scales(List<Side> sides, Slots slots) {
        this.sides = sides;
        this.slots = slots;
    }

    /** Maps of the same slot that have the same kind of colours share their scale if it is wished. */
    static Scales of(List<Side> sides, Slots slots, boolean isShared) {
        Scales scales = new Scales(sides, slots);
        for (int row = 0; row < sides.size(); row++) {
            List<Optional<Mosaic>> ofRow = new ArrayList<>();
            for (int slot = 0; slot < slots.size(); slot++) {
                Optional<Mosaic> own = scales.own(row, slot);
                ofRow.add(isShared ? scales.shared(own, slot) : own);
            }
            scales.mosaics.add(ofRow);
        }
        return scales;
    }

    /** What a run's node in a slot gives, if it is known. */
    Optional<Mosaic> mosaic(int row, int slot) {
        return mosaics.get(row).get(slot);
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
        String share = share(row, slot, mosaic.get(), isNarrow);
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

    private Optional<Mosaic> own(int row, int slot) {
        Overview overview = sides.get(row).overviewProperty().get();
        return overview == null
                ? Optional.empty()
                : slots.slots()
                        .get(slot)
                        .nodes()
                        .get(row)
                        .map(overview.mosaics()::get)
                        .filter(Objects::nonNull);
    }

    private Optional<Mosaic> shared(Optional<Mosaic> own, int slot) {
        return own.map(mosaic -> {
            ColorScale scale = mosaic.scale(0);
            for (int other = 0; other < sides.size(); other++) {
                ColorScale theirs = own(other, slot).map(each -> each.scale(0)).orElse(scale);
                scale = theirs.map() == scale.map() ? scale.with(theirs) : scale;
            }
            return scale.equals(mosaic.scale(0)) ? mosaic : new Mosaic(mosaic.stamp(), mosaic.values(), List.of(scale));
        });
    }
}
