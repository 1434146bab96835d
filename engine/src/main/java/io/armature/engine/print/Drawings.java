package io.armature.engine.print;

import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer.SVGImage;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Draws SVG without the style sheets of elsewhere that it names, which would stop the drawing. For one document. */
final class Drawings extends BatikSVGDrawer {

    /** Up to the end of the rule, wherever signs stand in texts and brackets. */
    private static final Pattern IMPORT =
            Pattern.compile("@import\\s*(?:\"[^\"]*\"|'[^']*'|\\([^)]*\\)|[^;\"'({}])*;?", Pattern.CASE_INSENSITIVE);

    @Override
    public SVGImage buildSVGImage(
            Element svg, Box box, CssContext style, double width, double height, double dotsPerPixel) {
        return precise(super.buildSVGImage(alone(svg), box, style, width, height, dotsPerPixel));
    }

    @Override
    public SVGImage buildStandaloneSVGImage(
            Element svg, String address, double width, double height, double dotsPerPixel) {
        return precise(super.buildStandaloneSVGImage(alone(svg), address, width, height, dotsPerPixel));
    }

    private static Element alone(Element svg) {
        NodeList sheets = svg.getElementsByTagNameNS("*", "style");
        for (int i = 0; i < sheets.getLength(); i++) {
            String sheet = sheets.item(i).getTextContent();
            if (sheet.contains("@")) {
                sheets.item(i).setTextContent(IMPORT.matcher(sheet).replaceAll(""));
            }
        }
        return svg;
    }

    private static SVGImage precise(SVGImage image) {
        return new SVGImage() {
            @Override
            public int getIntrinsicWidth() {
                return image.getIntrinsicWidth();
            }

            @Override
            public int getIntrinsicHeight() {
                return image.getIntrinsicHeight();
            }

            @Override
            public boolean hasIntrinsicSize() {
                return image.hasIntrinsicSize();
            }

            @Override
            public float getIntrinsicRatio() {
                return image.getIntrinsicRatio();
            }

            @Override
            public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
                try {
                    image.drawSVG(device, context, x, y);
                } catch (RuntimeException broken) {
                    throw new ProblemException(
                            Problem.inValue(ProblemCode.PRINT_DRAWING, "", String.valueOf(broken.getMessage())));
                }
            }
        };
    }
}
