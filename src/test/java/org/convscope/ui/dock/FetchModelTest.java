package org.convscope.ui.dock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.convscope.data.DatasetCard;
import org.convscope.data.fetch.FaultyServer;
import org.convscope.data.fetch.Fetch;
import org.convscope.data.fetch.FetchProgress;
import org.convscope.data.fetch.FetchTools;
import org.convscope.data.fetch.Tar;
import org.convscope.tensor.Shape;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Notices;
import org.convscope.ui.kit.Pulse;
import org.convscope.workbench.FakeWorkbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A dataset that is not here, chosen in the form for a new run; news arrive when this test has time for them. */
@Timeout(60)
class FetchModelTest {

    private static final byte[] ARCHIVE = Tar.cifar(10);

    @TempDir
    private Path datasets;

    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final Notices notices = new Notices(text -> {});
    private final DatasetCard here = card("here");
    private final DatasetCard little = card("little");

    @Test
    void whatIsMissingIsFetchedAndThenCanBeLearnedFrom() throws Exception {
        try (FaultyServer server = new FaultyServer(FaultyServer.file(ARCHIVE))) {
            NewRunModel form = form(server);
            FetchModel model = new FetchModel(form, notices, pulse());
            assertEquals(FetchModel.State.HERE, model.stateProperty().get());
            model.fetch();
            assertEquals(0, server.requests().size(), "there is nothing to fetch");

            form.datasetProperty().set(little);
            assertEquals(FetchModel.State.MISSING, model.stateProperty().get());
            assertEquals(
                    "data.notFetched",
                    form.checkProperty().get().problems().get(NewRunField.DATA).code());
            assertTrue(form.checkProperty().get().scenario().isEmpty());
            assertEquals(1, model.megabytes());

            List<FetchProgress> heard = new ArrayList<>();
            model.progressProperty().addListener((property, before, now) -> now.ifPresent(heard::add));
            model.fetch();
            model.fetch();
            assertEquals(FetchModel.State.FETCHING, model.stateProperty().get());
            form.datasetProperty().set(here);
            assertEquals(FetchModel.State.HERE, model.stateProperty().get());
            form.datasetProperty().set(little);
            drawUntil(model, FetchModel.State.HERE);
            assertTrue(heard.get(heard.size() - 1).isWhole());
            assertFalse(form.checkProperty().get().problems().containsKey(NewRunField.DATA));
            assertEquals(1, server.requests().size());
            assertEquals(1, notices.shown().size());
        }
    }

    @Test
    void aCancelledFetchIsNoFaultAndGoesOnLater() throws Exception {
        try (FaultyServer server = new FaultyServer(FaultyServer.stall(ARCHIVE, 5000), FaultyServer.file(ARCHIVE))) {
            NewRunModel form = form(server);
            FetchModel model = new FetchModel(form, notices, pulse());
            form.datasetProperty().set(little);
            model.fetch();
            server.awaitSilence();
            model.cancel();
            drawUntil(model, FetchModel.State.MISSING);
            assertEquals(List.of(), notices.shown());
            assertEquals(Optional.empty(), model.progressProperty().get());
            model.fetch();
            drawUntil(model, FetchModel.State.HERE);
        }
    }

    @Test
    void whatGoesWrongIsTold() throws Exception {
        try (FaultyServer server = new FaultyServer(FaultyServer.status(404))) {
            NewRunModel form = form(server);
            FetchModel model = new FetchModel(form, notices, pulse());
            form.datasetProperty().set(little);
            model.fetch();
            drawUntil(model, FetchModel.State.MISSING);
            assertEquals(1, notices.shown().size());
            assertTrue(notices.shown().get(0).headline().getValue().contains("does not give"));
        }
    }

    private void drawUntil(FetchModel model, FetchModel.State wanted) throws InterruptedException {
        while (model.stateProperty().get() != wanted) {
            screen.take().run();
        }
    }

    private NewRunModel form(FaultyServer server) throws IOException {
        Fetch fetch = new Fetch(Tar.parcel(ARCHIVE, Tar.files(10), server.address()), datasets, FetchTools.STANDARD);
        return new NewRunModel(
                new ExploreModel(new FakeWorkbench(), Pulse.immediate()),
                List.of(here, little),
                card -> card.equals(little) ? Optional.of(fetch) : Optional.empty());
    }

    private Pulse pulse() {
        return new Pulse() {
            @Override
            public <T> Consumer<T> latest(Consumer<T> receiver) {
                return news -> screen.add(() -> receiver.accept(news));
            }

            @Override
            public <T> Consumer<T> every(Consumer<List<T>> receiver) {
                return news -> screen.add(() -> receiver.accept(List.of(news)));
            }

            @Override
            public Runnable repeat(int millis, Runnable tick) {
                return () -> {};
            }
        };
    }

    private static DatasetCard card(String id) {
        return new DatasetCard(
                id,
                id,
                List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
                Shape.of(3, 32, 32),
                50,
                10,
                "",
                "",
                Map.of());
    }
}
