package org.convscope.ui.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import org.convscope.frame.Mosaic;
import org.convscope.lens.Overview;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.map.geometry.Camera;
import org.convscope.ui.map.geometry.Column;
import org.convscope.ui.map.geometry.NetworkMapLayout;
import org.convscope.ui.map.geometry.Rectangles;
import org.convscope.ui.map.geometry.Strand;
import org.convscope.ui.map.geometry.Strands;
import org.convscope.ui.map.model.Kernels;
import org.convscope.ui.map.model.NetworkMapModel;
import org.convscope.ui.map.paint.Lighting;
import org.convscope.ui.map.paint.Picture;
import org.convscope.ui.map.paint.Sheet;

/** The pictures of all columns, of the faint strands between them, and of the selected map's kernels. */
final class PictureWall extends Group {

    // No node's id begins with a blank.
    private static final String KERNELS = " kernels";
    private static final String STRANDS_INTO = " strands into ";

    /** Points beyond the window within which pictures are ordered: a drag finds them ready. */
    private static final double NEAR = 400;

    /** While the camera moves, pictures are ordered anew each time that it has come so many points. */
    private static final double STEP = 96;

    private final ExploreModel explore;
    private final NetworkMapModel model;
    private final Inks inks;
    private final Painting painting;
    private final Runnable changed;
    private final Map<String, PictureView> views = new HashMap<>();
    private final Group webbing = new Group();
    private NetworkMapLayout webbed;
    private List<Sheet.Web> webs = List.of();
    private double pixelsPerPoint = 1;
    private Camera orderedBy;
    private boolean isOld = true;
    private Map<String, Hung> hung = Map.of();

    /** A sheet that was ordered: asked for again, it is not made again, which for hundreds of tiles takes time. */
    private record Hung(Column column, Sheet.Maps sheet) {}

    /** An empty wall; {@code changed} is called whenever it shows something else. */
    PictureWall(ExploreModel explore, NetworkMapModel model, Inks inks, Pulse pulse, Runnable changed) {
        this.explore = explore;
        this.model = model;
        this.inks = inks;
        this.changed = changed;
        this.painting = new Painting(pulse, this::show);
        setManaged(false);
        setMouseTransparent(true);
        webbing.setManaged(false);
        webbing.setMouseTransparent(true);
    }

    /** The faint strands, to be hung below whatever stands out from them. */
    Group webbing() {
        return webbing;
    }

    /** What hangs here is no longer true, or no longer all. */
    void age() {
        isOld = true;
    }

    /** Moves what is there to where it is seen now, and has painted what will be missing or old in the end. */
    void show(Motion motion, double density) {
        NetworkMapLayout layout = model.viewport().layoutProperty().get();
        Camera camera = camera();
        List.of(this, webbing).forEach(group -> {
            group.setTranslateX(motion.camera().x());
            group.setTranslateY(motion.camera().y());
        });
        if (isOld || density != pixelsPerPoint || !isNear(camera)) {
            isOld = false;
            pixelsPerPoint = density;
            orderedBy = camera;
            order(layout, camera, density);
        }
        if (motion.isMoving()) {
            carry(motion.layout(), motion.camera().scale());
        }
    }

    /** What has no place on the way, such as kernels, comes back with the next order. */
    private void carry(NetworkMapLayout layout, double scale) {
        views.forEach((key, view) -> {
            if (!layout.shows(key)) {
                view.setVisible(false);
            } else if (view.isVisible() && view.picture().sheet() instanceof Sheet.Maps maps) {
                view.carry(scale, maps.bounds(), layout.column(key).bounds());
            }
        });
    }

    /** Whether all that this camera sees was ordered for another one. */
    private boolean isNear(Camera camera) {
        return camera.scale() == orderedBy.scale()
                && Math.abs(camera.x() - orderedBy.x()) <= STEP
                && Math.abs(camera.y() - orderedBy.y()) <= STEP;
    }

    private void order(NetworkMapLayout layout, Camera camera, double density) {
        views.values().forEach(view -> view.place(camera.scale(), density));
        Lighting light = new Lighting(
                camera.scale() * density,
                explore.surfaceProperty().get(),
                argb((Color) inks.frame.getFill(), 1),
                argb((Color) inks.strand.getStroke(), inks.strand.getStrokeWidth()));
        Rectangle2D view = Rectangles.grown(model.viewport().visible(), 2 * STEP / camera.scale());
        Set<String> near = near(layout);
        explore.pictures().inSightProperty().set(near);
        painting.order(sheets(layout, near), view, light);
    }

    /** The mosaics as they are painted now, by node; not always those of the newest overview. */
    Map<String, Mosaic> shown() {
        Map<String, Mosaic> mosaics = new HashMap<>();
        views.forEach((key, view) -> {
            if (view.isVisible() && view.picture().sheet() instanceof Sheet.Maps maps) {
                mosaics.put(key, maps.mosaic());
            }
        });
        return mosaics;
    }

    /** What stands in the view or near it. */
    private Set<String> near(NetworkMapLayout layout) {
        Rectangle2D near = Rectangles.grown(model.viewport().visible(), NEAR / camera().scale());
        return layout.columns().stream()
                .filter(column -> near.intersects(column.bounds()))
                .map(Column::node)
                .collect(Collectors.toSet());
    }

    private List<Sheet> sheets(NetworkMapLayout layout, Set<String> near) {
        List<Sheet> sheets = new ArrayList<>(webs(layout));
        Overview overview = explore.pin().pictureProperty().get();
        Map<String, Hung> hanging = new HashMap<>();
        for (Column column : layout.columns()) {
            if (!near.contains(column.node())) {
                continue;
            }
            Mosaic mosaic = overview == null ? null : overview.mosaics().get(column.node());
            boolean pictured = mosaic != null && column.kind() != Column.Kind.CLASSES;
            if (pictured && mosaic.planes() == column.count()) {
                Hung before = hung.get(column.node());
                boolean isSame = before != null
                        && before.column.equals(column)
                        && before.sheet.mosaic().equals(mosaic);
                Hung now = isSame ? before : new Hung(column, Sheet.Maps.of(column, mosaic));
                hanging.put(column.node(), now);
                sheets.add(now.sheet);
            }
        }
        hung = hanging;
        model.kernelStrip().ifPresent(strip -> {
            Kernels kernels = model.selectedKernelsProperty().get();
            sheets.add(new Sheet.Maps(KERNELS, kernels.planes(), strip.tiles(), strip.tiles()));
        });
        return sheets;
    }

    private Camera camera() {
        return model.viewport().cameraProperty().get();
    }

    private List<Sheet.Web> webs(NetworkMapLayout layout) {
        if (!layout.equals(webbed)) {
            webbed = layout;
            Map<String, List<Strand>> byTarget = Strands.faint(
                            explore.runProperty().get().blueprint(), layout)
                    .stream()
                    .collect(Collectors.groupingBy(Strand::to));
            webs = byTarget.entrySet().stream()
                    .map(into -> new Sheet.Web(
                            STRANDS_INTO + into.getKey(),
                            into.getValue().stream()
                                    .map(strand -> strand.curve(layout))
                                    .toList()))
                    .toList();
        }
        return webs;
    }

    private void show(List<Picture> pictures) {
        Set<String> shown = new HashSet<>();
        for (Picture picture : pictures) {
            String key = picture.sheet().key();
            PictureView view = views.computeIfAbsent(key, unseen -> {
                PictureView made = new PictureView();
                (picture.sheet() instanceof Sheet.Web ? webbing : this)
                        .getChildren()
                        .add(made);
                return made;
            });
            view.show(picture);
            view.place(camera().scale(), pixelsPerPoint);
            view.setVisible(true);
            shown.add(key);
        }
        views.forEach((key, view) -> view.setVisible(shown.contains(key)));
        changed.run();
        tellWhatIsPainted();
    }

    private void tellWhatIsPainted() {
        Overview newest = explore.pin().pictureProperty().get();
        Map<String, Mosaic> mosaics = shown();
        mosaics.remove(KERNELS);
        boolean isPainted = newest != null
                && !mosaics.isEmpty()
                && newest.mosaics().entrySet().containsAll(mosaics.entrySet());
        if (isPainted) {
            explore.pictures().paint(newest);
        }
    }

    /** A colour as 0xAARRGGBB, {@code opacity} of it. */
    private static int argb(Color color, double opacity) {
        return (int) Math.round(Math.min(1, color.getOpacity() * opacity) * 255) << 24
                | (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }
}
