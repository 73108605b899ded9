package org.convscope.ui.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Zoo;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Selection;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Remembered;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.map.bands.HeadingBand;
import org.convscope.ui.map.bands.LegendBand;
import org.convscope.ui.map.bands.Minimap;
import org.convscope.ui.map.bands.SearchBox;
import org.convscope.ui.map.bands.ToolRow;
import org.convscope.ui.map.bands.Trail;
import org.convscope.ui.map.geometry.Camera;
import org.convscope.ui.map.geometry.NetworkMapLayout;
import org.convscope.ui.map.graph.BlockTree;
import org.convscope.ui.map.model.BlockNames;
import org.convscope.ui.map.model.LayerSearch;
import org.convscope.ui.map.model.Legend;
import org.convscope.ui.map.model.NetworkMapModel;
import org.convscope.ui.map.model.Readout;
import org.convscope.workbench.OpenRun;

/**
 * The network map. Whatever changes is drawn once per pulse, in {@link #layoutChildren}: pictures come
 * ready from the background; strands, figures and marks have a canvas each, so that a move of the mouse
 * draws marks and strands anew and nothing else.
 */
public final class NetworkMapView extends Region {

    /** So far within the map's own edges pictures end: what lies below the map need not be drawn while they move. */
    private static final double HEM = 2;

    private final ExploreModel explore;
    private final NetworkMapModel model;

    private final Inks inks = new Inks(this::arrangeAnew);
    private final HeadingBand headings = new HeadingBand(this::arrangeAnew);
    private final Pane stage = new Pane() {
        // It is not managed: while only the camera moves, nothing around it is arranged anew.
        @Override
        protected void layoutChildren() {
            draw();
        }
    };
    private final Rectangle edges = new Rectangle();
    private final Motion motion;
    private final GroundCanvas ground;
    private final StrandsCanvas strands;
    private final PictureWall pictures;
    private final FiguresCanvas figures;
    private final MarksCanvas marks;
    private final LegendBand legends = new LegendBand();
    private final Trail trail = new Trail(this::goBack);
    private final Minimap minimap;
    private final ToolRow tools;
    private final SearchBox search;
    private final Narrator narrator;

    private boolean namesAreOld = true;
    private boolean arrangementIsOld = true;
    private boolean headingsAreOld = true;
    private boolean legendsAreOld = true;
    private Camera lastCamera = Camera.HOME;
    private double pixelsPerPoint = 1;

    /** The map of what {@code explore} has open; pictures come with the pulse. */
    public NetworkMapView(ExploreModel explore, Pulse pulse) {
        this(explore, new NetworkMapModel(explore, pulse), pulse);
        reducedMotionProperty().set(Remembered.ofThisPerson().get("motion").equals(Optional.of("reduced")));
    }

    NetworkMapView(ExploreModel explore, NetworkMapModel model, Pulse pulse) {
        this.explore = explore;
        this.model = model;
        this.narrator = new Narrator(explore, model, stage, headings);
        this.motion = new Motion(model.viewport(), reducedMotionProperty(), this::move, this::redrawAll);
        this.ground = new GroundCanvas(motion, inks);
        this.strands = new StrandsCanvas(explore, model, motion, inks);
        this.pictures = new PictureWall(explore, model, inks, pulse, this::redrawLegends);
        this.figures = new FiguresCanvas(explore, model, motion, inks);
        this.marks = new MarksCanvas(explore, model, motion, inks);
        this.minimap = new Minimap(model.viewport());
        this.tools = new ToolRow(explore, model);
        this.search = new SearchBox(this::find, this::go, this::leaveSearch);

        setId("network-map");
        getStyleClass().add("network-map");
        getStylesheets().add(NetworkMapView.class.getResource("/css/map.css").toExternalForm());
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setOnMousePressed(pressed -> requestFocus());
        addEventFilter(MouseEvent.MOUSE_PRESSED, pressed -> motion.finish());
        stage.setId("network-map-stage");
        stage.setManaged(false);
        stage.setClip(edges);
        stage.getChildren().addAll(ground, pictures.webbing(), strands, pictures, figures, marks);
        getChildren().addAll(inks.all());
        getChildren().addAll(stage, headings, legends, trail, minimap, tools, search, narrator.pill());
        Pointer.listen(stage, model, narrator::follow);
        Keys.listen(this, model);
        listen();
        describe();
    }

    /** The map that was opened, by double click or Enter, and is still selected, for an inspector to take the focus. */
    public ReadOnlyObjectProperty<Selection> openedProperty() {
        return model.openedProperty();
    }

    /** Whether nothing may move by itself. */
    public BooleanProperty reducedMotionProperty() {
        return narrator.reducedMotionProperty();
    }

    /** Where a person looks, for whoever drives the window by itself. */
    public NetworkMapModel model() {
        return model;
    }

    /** Opens the search for a layer. */
    public void search() {
        search.open();
    }

    private void listen() {
        explore.runProperty().addListener(changed -> {
            namesAreOld = true;
            describe();
            arrangeAnew();
        });
        explore.pin().pictureProperty().addListener(changed -> {
            pictures.age();
            orderPictures();
            redrawFigures();
            narrator.speak();
            describe();
        });
        explore.surfaceProperty().addListener(changed -> redrawAll());
        explore.subjectProperty().addListener(changed -> redrawFigures());
        explore.selectionProperty().addListener(changed -> redrawMarks());
        explore.hoveredProperty().addListener(changed -> redrawMarks());
        model.focusKernelsProperty().addListener(changed -> redrawMarks());
        model.selectedKernelsProperty().addListener(changed -> {
            pictures.age();
            requestLayout();
        });
        model.viewport().cameraProperty().addListener(changed -> follow());
        model.viewport().layoutProperty().addListener(changed -> {
            redrawAll();
            narrator.lookAgain();
        });
        Texts.language().addListener(changed -> {
            headings.translate();
            describe();
            arrangeAnew();
        });
        widthProperty().addListener(changed -> arrangeAnew());
        heightProperty().addListener(changed -> arrangeAnew());
        sceneProperty().addListener(changed -> arrangeAnew());
    }

    /** Painting takes a while: where nothing but the values is new, it need not begin with the next picture of the screen. */
    private void orderPictures() {
        if (!arrangementIsOld && motion.layout() != null) {
            pictures.show(motion, pixelsPerPoint);
        }
    }

    private void arrangeAnew() {
        arrangementIsOld = true;
        redrawAll();
    }

    private void redrawAll() {
        pictures.age();
        ground.age();
        figures.age();
        strands.age();
        marks.age();
        headingsAreOld = true;
        redrawLegends();
    }

    /** A camera that only moves takes everything along. */
    private void follow() {
        Camera camera = model.viewport().cameraProperty().get();
        if (camera.scale() != lastCamera.scale()) {
            headingsAreOld = true;
            legendsAreOld = true;
        }
        lastCamera = camera;
        stage.requestLayout();
    }

    /** Blocks part: what is drawn in places of the world is drawn anew, pictures are only moved. */
    private void move() {
        ground.age();
        figures.age();
        strands.age();
        marks.age();
        stage.requestLayout();
    }

    private void redrawFigures() {
        figures.age();
        requestLayout();
    }

    private void redrawMarks() {
        strands.age();
        marks.age();
        redrawLegends();
        narrator.speak();
        describe();
    }

    private void redrawLegends() {
        legendsAreOld = true;
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 1040;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 690;
    }

    @Override
    protected void layoutChildren() {
        if (arrangementIsOld) {
            arrangementIsOld = false;
            arrange();
        }
        draw();
    }

    private void draw() {
        NetworkMapLayout layout = motion.layout();
        stage.setVisible(layout != null);
        minimap.setVisible(minimap.isVisible() && layout != null);
        headings.setVisible(layout != null && layout.isRow());
        legends.setVisible(layout != null && layout.isRow());
        if (layout != null) {
            draw(layout);
        }
    }

    private void draw(NetworkMapLayout layout) {
        Camera camera = motion.camera();
        ground.show(camera, stage.getWidth(), stage.getHeight());
        strands.show(camera, stage.getWidth(), stage.getHeight());
        figures.show(camera, stage.getWidth(), stage.getHeight());
        marks.show(camera, stage.getWidth(), stage.getHeight());
        if (layout.isRow()) {
            drawBands(layout, camera);
        }
        minimap.show(new Rectangle2D(0, stage.getLayoutY(), stage.getWidth(), stage.getHeight()));
        pictures.show(motion, pixelsPerPoint);
    }

    private void drawBands(NetworkMapLayout layout, Camera camera) {
        headings.move(camera);
        legends.move(camera);
        if (headingsAreOld) {
            headingsAreOld = false;
            headings.place(layout, camera);
        }
        if (legendsAreOld) {
            legendsAreOld = false;
            legends.show(
                    Legend.of(layout, pictures.shown(), model.focus()),
                    explore.surfaceProperty().get());
            legends.place(layout, camera, model.focus());
        }
    }

    private void arrange() {
        OpenRun run = explore.runProperty().get();
        if (namesAreOld) {
            namesAreOld = false;
            headings.name(run == null || !model.folding().isRow() ? null : run.blueprint());
        }
        pixelsPerPoint = getScene() == null || getScene().getWindow() == null
                ? 1
                : Math.max(1, getScene().getWindow().getOutputScaleX());
        double bottom = getHeight() - tools.prefHeight(-1);
        boolean isRow = model.folding().isRow();
        double trailHeight = isRow ? 0 : Math.ceil(trail.prefHeight(-1));
        double legendsTop = isRow ? bottom - legends.height() : bottom;
        if (run != null) {
            model.arrange(
                    getWidth(),
                    detail -> legendsTop - (isRow ? headings.height(detail) : trailHeight),
                    new MeasuredLabels(run, headings, figures));
        }
        NetworkMapLayout layout = model.viewport().layoutProperty().get();
        double top = layout == null || !isRow ? trailHeight : headings.height(layout.detail());
        trail.setVisible(!isRow);
        trail.resizeRelocate(0, 0, getWidth(), trailHeight);
        headings.resizeRelocate(0, 0, getWidth(), top);
        stage.resizeRelocate(0, top, getWidth(), Math.max(0, legendsTop - top));
        edges.setX(HEM);
        edges.setWidth(Math.max(0, stage.getWidth() - 2 * HEM));
        edges.setHeight(stage.getHeight());
        legends.resizeRelocate(0, legendsTop, getWidth(), bottom - legendsTop);
        tools.resizeRelocate(0, bottom, getWidth(), getHeight() - bottom);
        search.relocate(Math.max(8, getWidth() - 260), top + 8);
    }

    private List<Node> find(String text) {
        OpenRun run = explore.runProperty().get();
        return run == null ? List.of() : LayerSearch.find(run.blueprint(), text);
    }

    private void go(Node node) {
        leaveSearch();
        model.go(Selection.of(node.id(), 0));
    }

    private void leaveSearch() {
        search.setVisible(false);
        requestFocus();
    }

    private void follow(OpenRun run) {
        BlockTree tree = model.folding().tree();
        if (run == null || tree == null || model.folding().isRow()) {
            trail.show(List.of());
            return;
        }
        List<Trail.Step> steps = new ArrayList<>();
        steps.add(new Trail.Step(BlockTree.TOP, title(run.blueprint().network())));
        Selection selected = model.selected();
        if (selected != null) {
            for (String block : tree.path(selected.node())) {
                steps.add(new Trail.Step(block, BlockNames.of(tree.block(block))));
            }
            steps.add(new Trail.Step(
                    selected.node(), BlockNames.of(tree, selected.node()).get(0)));
        }
        trail.show(steps);
    }

    /** A network that was read from a file need not be of the zoo. */
    private static String title(String network) {
        return Zoo.ALL.stream()
                .filter(architecture -> architecture.id().equals(network))
                .map(Architecture::title)
                .findFirst()
                .orElse(network);
    }

    private void goBack(Trail.Step step) {
        requestFocus();
        if (step.id().equals(BlockTree.TOP)) {
            explore.selectionProperty().set(null);
            model.viewport().fit();
        } else if (model.folding().tree().isBlock(step.id())) {
            model.showBlock(step.id());
        } else {
            model.showNode(step.id());
        }
    }

    private void describe() {
        follow(explore.runProperty().get());
        Selection selected = model.selected();
        setAccessibleText(
                selected == null
                        ? Texts.get("map.accessible.none")
                        : Readout.of(explore, selected, null).spoken());
    }
}
