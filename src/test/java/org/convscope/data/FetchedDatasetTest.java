package org.convscope.data;

import static org.convscope.problem.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.convscope.data.fetch.FaultyServer;
import org.convscope.data.fetch.Fetch;
import org.convscope.data.fetch.FetchTools;
import org.convscope.data.fetch.Tar;
import org.convscope.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a server to images, on an archive that is made here: ten images in each file, labels taking turns. */
class FetchedDatasetTest {

    private static final int IMAGES = 10;
    private static final byte[] ARCHIVE = Tar.cifar(IMAGES);

    @TempDir
    private Path datasets;

    @Test
    void whatWasFetchedIsLoadedByTheCatalogueCard() throws IOException {
        DatasetCard card = new DatasetCard(
                "little",
                "Little",
                List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"),
                Shape.of(3, 32, 32),
                5 * IMAGES,
                IMAGES,
                "CC0-1.0",
                "https://example.org",
                Map.of());
        try (FaultyServer server = new FaultyServer(FaultyServer.file(ARCHIVE))) {
            Fetch fetch =
                    new Fetch(Tar.parcel(ARCHIVE, Tar.files(IMAGES), server.address()), datasets, FetchTools.STANDARD);
            FetchedDataset source = new FetchedDataset(card, fetch);
            assertProblem("data.notFetched", source::load, "Little", fetch.folder());
            fetch.run(progress -> {}, new Cancellation());
            Dataset dataset = source.load();
            assertSame(dataset, source.load());
            assertEquals(card, dataset.card());
            assertEquals(5 * IMAGES, dataset.train().size());
            assertEquals(7, dataset.train().label(37));
            assertEquals(IMAGES, dataset.test().size());
            assertEquals(
                    dataset.train().own(13),
                    Datasets.at(fetch.folder()).load().train().own(13),
                    "as a folder of one's own");
        }
    }
}
