package org.convscope.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class SvgPictureTest {

    private final SvgPicture picture = new SvgPicture(100, 50, "white");

    @Test
    void whatIsDrawnIsWellFormedWhateverTheWords() throws Exception {
        picture.text("black", 1, 2, "end", "a < b & c > \"d\"");
        picture.line(new SvgPicture.Pen("#777777", 1, "5 4"), 0, 0, 10, 10);
        picture.dot("red", 5, 5, 2);
        picture.box("none", 0, 0, 4, 4);
        Document read = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(picture.done().getBytes(StandardCharsets.UTF_8)));
        assertEquals("0 0 100 50", read.getDocumentElement().getAttribute("viewBox"));
        assertEquals(
                "a < b & c > \"d\"", read.getElementsByTagName("text").item(0).getTextContent());
    }

    @Test
    void aCurveIsBrokenWhereItHasAGap() {
        picture.curve(
                new SvgPicture.Pen("blue", 2),
                Curve.of("", new double[] {0, 1, 2, 3, 4}, new double[] {0, 1, Double.NaN, 3, Double.NaN}));
        String svg = picture.done();
        assertTrue(svg.contains("points=\"0.0,0.0 1.0,1.0\""));
        assertTrue(svg.contains("points=\"3.0,3.0\""));
        assertFalse(svg.contains("NaN"));
    }
}
