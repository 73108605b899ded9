package org.convscope.ui.shell;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Zoo;
import org.convscope.data.DatasetCard;
import org.convscope.spec.Preparation;
import org.convscope.spec.Scenario;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Mode;
import org.convscope.ui.kit.Notice;
import org.convscope.ui.kit.Notices;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Remembered;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Theme;
import org.convscope.ui.kit.Typefaces;
import org.convscope.workbench.OpenRun;

/** The state of the frame: theme, language, which areas are open, and whether the window is closing. */
final class ShellModel {

    private final ExploreModel explore;
    private final Notices notices;
    private final Remembered remembered;
    private final boolean chineseOffered;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>();
    private final Area input;
    private final Area inspector;
    private final Area dock;
    private final BooleanProperty helpOpen = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper closing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper closed = new ReadOnlyBooleanWrapper();
    private final Consumer<List<Throwable>> close;

    ShellModel(ExploreModel explore, Notices notices, Pulse pulse, Remembered remembered, boolean chineseOffered) {
        this.explore = explore;
        this.notices = notices;
        this.remembered = remembered;
        this.chineseOffered = chineseOffered;
        this.input = new Area("input", remembered);
        this.inspector = new Area("inspector", remembered);
        this.dock = new Area("dock", remembered);
        this.close = pulse.latest(this::close);
        theme.addListener((property, before, now) -> {
            remembered.put("theme", now.name());
            explore.surfaceProperty().set(now.surface());
        });
        theme.set(remembered.get("theme").filter(Theme.DARK.name()::equals).isPresent() ? Theme.DARK : Theme.LIGHT);
        speak(remembered.get("language").map(Locale::forLanguageTag).orElse(Locale.getDefault()));
    }

    void toggleTheme() {
        theme.set(theme.get().other());
    }

    /** The other language; where its font is missing, says what brings it. */
    void toggleLanguage() {
        if (!chineseOffered) {
            notices.tell(Notice.done("language", Texts.of("shell.noChineseFont", Typefaces.CHINESE_PACKAGE)));
            return;
        }
        boolean english = Texts.language().get().equals(Locale.ENGLISH);
        speak(english ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
        remembered.put("language", Texts.language().get().toLanguageTag());
    }

    /** Begins a run like the open one on other data; another program's network is shown them as it is. */
    void changeData(DatasetCard card) {
        OpenRun run = explore.runProperty().get();
        if (run != null && run.origin().isPresent()) {
            explore.opening().open(run.origin().get().toString(), card.id());
        } else if (run != null && !run.dataset().card().equals(card)) {
            Scenario now = run.scenario();
            Preparation preparation = Preparation.standard(
                            Zoo.byId(now.network()),
                            now.options(),
                            card.shape(),
                            card.classes().size())
                    .normalising(now.preparation().normalise())
                    .varying(now.preparation().augment());
            explore.begin(new Scenario(card.id(), now.network(), now.options(), now.plan(), preparation));
        }
    }

    /** Has everything recorded, then lets the window go. */
    void beginToClose() {
        if (!closing.get()) {
            closing.set(true);
            var unused = explore.close()
                    .whenComplete((done, wrong) -> close.accept(wrong == null ? List.of() : List.of(wrong)));
        }
    }

    /** Lets the window go at once. */
    void closeWithoutWaiting() {
        closed.set(true);
    }

    boolean isChineseOffered() {
        return chineseOffered;
    }

    ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    Area input() {
        return input;
    }

    Area inspector() {
        return inspector;
    }

    Area dock() {
        return dock;
    }

    /** What the window is used for. */
    ObjectProperty<Mode> modeProperty() {
        return explore.modeProperty();
    }

    BooleanProperty helpOpenProperty() {
        return helpOpen;
    }

    /** Whether what is open is being recorded for the last time. */
    ReadOnlyBooleanProperty closingProperty() {
        return closing.getReadOnlyProperty();
    }

    /** Whether nothing is left to lose. */
    ReadOnlyBooleanProperty closedProperty() {
        return closed.getReadOnlyProperty();
    }

    /** {@code LeNet · ReLU}. */
    StringBinding networkName() {
        return Bindings.createStringBinding(
                () -> explore.runProperty().get() == null
                        ? Texts.get("shell.network")
                        : name(explore.runProperty().get()),
                explore.runProperty(),
                Texts.language());
    }

    /** {@code Fashion-MNIST}. */
    StringBinding dataName() {
        return Bindings.createStringBinding(
                () -> explore.runProperty().get() == null
                        ? Texts.get("shell.data")
                        : explore.runProperty().get().dataset().card().title(),
                explore.runProperty(),
                Texts.language());
    }

    private static String name(OpenRun run) {
        String network = run.blueprint().network();
        // A network that another program saved is called after its file.
        String title = Zoo.ALL.stream()
                .filter(architecture -> architecture.id().equals(network))
                .map(Architecture::title)
                .findFirst()
                .orElse(network);
        String activation = run.blueprint().options().asMap().get("activation");
        return activation == null ? title : title + " · " + Texts.get("kit.value." + activation);
    }

    private void speak(Locale wanted) {
        boolean chinese = chineseOffered && wanted.getLanguage().equals("zh");
        Texts.language().set(chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
    }

    private void close(List<Throwable> wrong) {
        if (wrong.isEmpty()) {
            closed.set(true);
        } else {
            closing.set(false);
            notices.tell(
                    wrong.get(0),
                    new Notice.Action("close-anyway", Texts.of("shell.closeAnyway"), this::closeWithoutWaiting));
        }
    }
}
