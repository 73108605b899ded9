package org.convscope.data.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.convscope.data.Dataset;
import org.convscope.data.DatasetSource;
import org.convscope.data.LabelledImages;
import org.convscope.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files that ship are the ones the field knows, by numbers published elsewhere. */
class PublishedFilesTest {

    @ParameterizedTest
    @CsvSource({
        "train-images-idx3-ubyte, 6bbc9ace898e44ae57da46a324031adb",
        "train-labels-idx1-ubyte, a25bea736e30d166cdddb491f175f624",
        "t10k-images-idx3-ubyte, 2646ac647ad5339dbf082846283269ea",
        "t10k-labels-idx1-ubyte, 27ae3e4e09519cfbb04c329615203637"
    })
    void mnistUnpackedHasItsPublishedMd5(String name, String md5) throws Exception {
        try (InputStream file = getClass().getResourceAsStream("/datasets/mnist/" + name + ".gz");
                InputStream content = new GZIPInputStream(file)) {
            byte[] digest = MessageDigest.getInstance("MD5").digest(content.readAllBytes());
            assertEquals(md5, HexFormat.of().formatHex(digest));
        }
    }

    @Test
    void meanAndDeviationAreTheOnesThatCoursesNormaliseWith() {
        assertBrightness(new Mnist(), 0.1307, 0.3081);
        assertBrightness(new FashionMnist(), 0.2860, 0.3530);
    }

    @Test
    void fashionMnistHasAsManyImagesOfEveryClass() {
        Dataset dataset = new FashionMnist().load();
        for (int label = 0; label < 10; label++) {
            assertEquals(6000, dataset.train().indicesOf(label).length);
            assertEquals(1000, dataset.test().indicesOf(label).length);
        }
    }

    @Test
    void theFirstImagesAreAnAnkleBootAndAFive() {
        Dataset fashion = new FashionMnist().load();
        assertEquals("ankle-boot", fashion.card().classes().get(fashion.train().label(0)));
        Dataset digits = new Mnist().load();
        assertEquals("5", digits.card().classes().get(digits.train().label(0)));
    }

    @Test
    void fashionMnistCarriesItsLicence() throws IOException {
        try (InputStream licence = getClass().getResourceAsStream("/datasets/fashion-mnist/LICENSE")) {
            assertTrue(
                    new String(licence.readAllBytes(), StandardCharsets.UTF_8).contains("Copyright © 2017 Zalando SE"));
        }
    }

    private static void assertBrightness(DatasetSource source, double mean, double deviation) {
        LabelledImages train = source.load().train();
        Shape shape = train.shape();
        float[] values = new float[shape.size()];
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < train.size(); i++) {
            train.copyInto(i, values, 0);
            for (float value : values) {
                sum += value;
                squares += (double) value * value;
            }
        }
        double count = (double) train.size() * shape.size();
        assertEquals(mean, sum / count, 5e-5);
        assertEquals(deviation, Math.sqrt(squares / count - Math.pow(sum / count, 2)), 5e-5);
    }
}
