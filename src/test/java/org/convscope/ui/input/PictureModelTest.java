package org.convscope.ui.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.convscope.tensor.Shape;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Notices;
import org.convscope.ui.kit.Pulse;
import org.convscope.workbench.FakeWorkbench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureModelTest {

    @TempDir
    private Path folder;

    private final ExploreModel explore = new ExploreModel(new FakeWorkbench(), Pulse.immediate());
    private final Notices notices = new Notices(report -> {});
    private final PictureModel model = new PictureModel(explore, notices, Pulse.immediate(), Runnable::run);

    @BeforeEach
    void open() {
        explore.open("lenet-sigmoid");
    }

    @Test
    void aPictureIsLookedAtInTheShapeOfTheNetwork() throws IOException {
        model.open(blackPicture());
        assertEquals("black.png", explore.subjectProperty().get().name());
        assertFalse(explore.subjectProperty().get().isLabelled());
        assertEquals(
                Shape.of(1, 28, 28), explore.subjectProperty().get().image().shape());
        assertEquals(0, explore.subjectProperty().get().image().flat(400));
        assertEquals(ExploreModel.NO_TEST_IMAGE, explore.testIndexProperty().get());
    }

    @Test
    void swappingDarkAndLightReadsItAgain() throws IOException {
        model.open(blackPicture());
        model.invertedProperty().set(true);
        assertEquals(1, explore.subjectProperty().get().image().flat(400));
    }

    @Test
    void whatIsNoPictureIsToldAndTheImageStays() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.png"), "not a picture");
        model.open(text);
        assertEquals("data.noPicture", notices.shown().get(0).topic());
        assertEquals(0, explore.testIndexProperty().get());
    }

    @Test
    void whatIsNoPictureDoesNotTakeThePlaceOfOneThatIs() throws IOException {
        model.open(blackPicture());
        model.open(Files.writeString(folder.resolve("notes.png"), "not a picture"));
        assertEquals("black.png", model.fileProperty().get().getFileName().toString());
        model.invertedProperty().set(true);
        assertEquals("black.png", explore.subjectProperty().get().name());
        assertEquals(1, explore.subjectProperty().get().image().flat(400));
    }

    @Test
    void aComplaintGoesWhenTheNextPictureCanBeRead() throws IOException {
        model.open(Files.writeString(folder.resolve("notes.png"), "not a picture"));
        model.open(blackPicture());
        assertTrue(notices.shown().isEmpty());
    }

    @Test
    void onlyFilesThatCouldBePicturesAreTakenWhenDropped() {
        assertTrue(PictureModel.looksReadable(Path.of("a/boot.PNG")));
        assertTrue(PictureModel.looksReadable(Path.of("boot.tar.jpeg")));
        assertFalse(PictureModel.looksReadable(Path.of("boot.pdf")));
        assertFalse(PictureModel.looksReadable(Path.of("boot")));
    }

    private Path blackPicture() throws IOException {
        Path file = folder.resolve("black.png");
        ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_BYTE_GRAY), "png", file.toFile());
        return file;
    }
}
