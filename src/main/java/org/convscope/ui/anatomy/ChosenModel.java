package org.convscope.ui.anatomy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Zoo;
import org.convscope.tensor.Shape;

/** The choice of one network: which, with what options, for what images. Each change is a new {@link Wish}. */
final class ChosenModel {

    private static final String TEN = "10";

    private final ObjectProperty<Architecture> architecture = new SimpleObjectProperty<>();
    private final Map<String, StringProperty> options = new LinkedHashMap<>();
    private final StringProperty input = new SimpleStringProperty("");
    private final StringProperty classes = new SimpleStringProperty(TEN);
    private final ReadOnlyObjectWrapper<Wish> wish = new ReadOnlyObjectWrapper<>();
    private boolean filling;

    /** Begins with the first network of the zoo, as it was published. */
    ChosenModel() {
        architecture.addListener(changed -> offerChoices(architecture.get()));
        input.addListener(changed -> renew());
        classes.addListener(changed -> renew());
        architecture.set(Zoo.ALL.get(0));
    }

    /** Chooses a network as it was published. */
    void fill(Architecture published) {
        fill(new Wish(published, Map.of(), text(published.standardInput()), TEN));
    }

    /** Chooses what is drawn in a blueprint, whether the zoo has its network or a file had it. */
    void fill(Blueprint drawn) {
        Architecture known = Zoo.ALL.stream()
                .filter(architecture -> architecture.id().equals(drawn.network()))
                .findFirst()
                .orElseGet(() -> new FileDrawing(drawn));
        fill(new Wish(known, drawn.options().asMap(), text(drawn.input()), String.valueOf(drawn.classes())));
    }

    /** Chooses all that was chosen elsewhere. */
    void fill(Wish other) {
        filling = true;
        architecture.set(other.architecture());
        options.forEach((key, value) ->
                value.set(other.options().getOrDefault(key, choice(key).standard())));
        input.set(other.input());
        classes.set(other.classes());
        filling = false;
        renew();
    }

    /** The network; another one brings choices and a size of image of its own. */
    ObjectProperty<Architecture> architectureProperty() {
        return architecture;
    }

    /** The value of one of the choices that the architecture has now. */
    StringProperty optionProperty(String key) {
        return options.get(key);
    }

    /** Channels, height and width, as typed. */
    StringProperty inputProperty() {
        return input;
    }

    /** The number of classes, as typed. */
    StringProperty classesProperty() {
        return classes;
    }

    /** What is chosen now. */
    ReadOnlyObjectProperty<Wish> wishProperty() {
        return wish.getReadOnlyProperty();
    }

    private void offerChoices(Architecture chosen) {
        options.clear();
        for (Choice choice : chosen.choices()) {
            StringProperty option = new SimpleStringProperty(choice.standard());
            option.addListener(changed -> renew());
            options.put(choice.key(), option);
        }
        boolean outer = filling;
        filling = true;
        input.set(text(chosen.standardInput()));
        filling = outer;
        renew();
    }

    private void renew() {
        if (!filling) {
            Map<String, String> chosen = new LinkedHashMap<>();
            options.forEach((key, value) -> chosen.put(key, value.get()));
            wish.set(new Wish(architecture.get(), chosen, input.get(), classes.get()));
        }
    }

    private Choice choice(String key) {
        return architecture.get().choices().stream()
                .filter(choice -> choice.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Shape shape) {
        return Arrays.stream(shape.toArray()).mapToObj(Integer::toString).collect(Collectors.joining("x"));
    }
}
