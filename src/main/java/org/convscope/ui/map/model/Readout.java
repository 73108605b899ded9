package org.convscope.ui.map.model;

import java.util.ArrayList;
import java.util.List;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Census;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.ReceptiveField;
import org.convscope.frame.Bars;
import org.convscope.frame.Mosaic;
import org.convscope.frame.Numbers;
import org.convscope.lens.Overview;
import org.convscope.tensor.Cell;
import org.convscope.tensor.Plane;
import org.convscope.tensor.Shape;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Selection;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.map.geometry.KernelStrip;
import org.convscope.workbench.OpenRun;

/**
 * What is said about a thing that is pointed at.
 *
 * @param title its name
 * @param value its number, or empty
 * @param notes what else is worth knowing
 */
public record Readout(String title, String value, List<String> notes) {

    public Readout {
        notes = List.copyOf(notes);
    }

    /** Of a map, a value in it, a unit or an output row. */
    public static Readout of(ExploreModel explore, Selection where, Kernels kernels) {
        OpenRun run = explore.runProperty().get();
        Blueprint blueprint = run.blueprint();
        Overview overview = explore.pin().pictureProperty().get();
        List<String> notes = new ArrayList<>();
        if (where.hasCell()) {
            ReceptiveField seen = run.census().row(where.node()).receptiveField();
            notes.add(Texts.get(
                    "map.hover.sees", seen.vertical().size(), seen.horizontal().size()));
        }
        explore.pin().stepProperty().get().ifPresent(step -> {
            if (explore.pin().isDifference()) {
                notes.add(Texts.get("map.hover.difference", Numbers.count(step)));
            }
        });
        if (kernels != null) {
            notes.addAll(ofKernels(blueprint, where, kernels));
        }
        return new Readout(title(run, where), overview == null ? "" : value(overview, blueprint, where), notes);
    }

    /** Of one weight of the selected map's kernels. */
    public static Readout ofWeight(Blueprint blueprint, Kernels kernels, KernelStrip.Place place) {
        Selection map = kernels.map();
        Cell cell = place.cell();
        float weight = kernels.planes().plane(place.source()).at(cell.row(), cell.column());
        return new Readout(
                Texts.get(
                        "map.hover.weight",
                        blueprint.source(map.node()).id(),
                        place.source(),
                        map.node(),
                        map.channel()),
                cell + "   " + Numbers.text(weight),
                List.of(sums(kernels.strength(place.source()))));
    }

    /** Of a whole node: what it does, and what it costs. */
    public static Readout ofNode(OpenRun run, String id) {
        Census.Row row = run.census().row(id);
        List<String> notes = new ArrayList<>();
        if (row.parameters().total() > 0) {
            notes.add(Texts.get("map.hover.parameters", row.parameters().arithmetic()));
        }
        if (row.macs() > 0) {
            notes.add(Texts.get("map.hover.macs", Numbers.count(row.macs())));
        }
        String op = OpNames.of(row.node().op());
        return new Readout(id.equals(op) ? id : id + " · " + op, row.output().toString(), notes);
    }

    /** All of it in one line, for a screen reader. */
    public String spoken() {
        return value.isEmpty() ? title : title + ", " + value;
    }

    private static String title(OpenRun run, Selection where) {
        Blueprint blueprint = run.blueprint();
        Shape shape = blueprint.shape(where.node());
        if (where.node().equals(blueprint.last().id())) {
            List<String> names =
                    run.dataset().card().classNames(Texts.language().get());
            return where.node() + " · " + names.get(where.channel());
        }
        boolean single = shape.height() == 1 && shape.width() == 1;
        return Texts.get(single ? "map.hover.unit" : "map.hover.map", where.node(), where.channel(), shape.channels());
    }

    private static String value(Overview overview, Blueprint blueprint, Selection where) {
        if (where.node().equals(blueprint.last().id())) {
            return overview.prediction().bars().stream()
                    .filter(bar -> bar.index() == where.channel())
                    .map(Bars.Bar::value)
                    .map(Numbers::text)
                    .findFirst()
                    .orElse("");
        }
        Mosaic mosaic = overview.mosaics().get(where.node());
        if (mosaic == null || where.channel() >= mosaic.planes()) {
            return "";
        }
        Plane plane = mosaic.plane(where.channel());
        if (plane.height() == 1 && plane.width() == 1) {
            return Numbers.text(plane.at(0, 0));
        }
        Cell cell = where.cell();
        return cell == null ? "" : cell + "   " + Numbers.text(plane.at(cell.row(), cell.column()));
    }

    private static List<String> ofKernels(Blueprint blueprint, Selection where, Kernels kernels) {
        Node reader = blueprint.node(kernels.map().node());
        if (kernels.map().isSameMap(where)) {
            return List.of(Texts.get("map.hover.strands"));
        }
        if (reader.inputs().contains(where.node()) && where.channel() < kernels.sources()) {
            return List.of(
                    Texts.get("map.hover.kernel", reader.id(), kernels.map().channel()),
                    sums(kernels.strength(where.channel())));
        }
        return List.of();
    }

    private static String sums(Kernels.Strength strength) {
        return Texts.get("map.hover.sums", Numbers.text(strength.size()), Numbers.text(strength.sum()));
    }
}
