package brussels.passerelle.demo.seed;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

/** A drawing of an identity card with nobody on it. No letters: a machine without fonts can draw it too. */
final class Picture {
    private Picture() {}

    static byte[] card() throws IOException {
        var image = new BufferedImage(856, 540, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(0xE8EEF4));
        pen.fillRect(0, 0, 856, 540);
        pen.setColor(new Color(0x2F5D8A));
        pen.fillRect(0, 0, 856, 70);
        pen.setColor(new Color(0xB9C7D6));
        pen.fillRect(50, 120, 240, 320);
        pen.setColor(new Color(0x8296AB));
        pen.fillOval(110, 160, 120, 130);
        pen.fillRoundRect(80, 310, 180, 130, 90, 90);
        for (var line = 0; line < 6; line++)
            pen.fillRect(340, 130 + 50 * line, line % 2 == 0 ? 420 : 300, 18);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(image, "png", bytes))
            throw new IOException("This Java cannot write PNG");
        return bytes.toByteArray();
    }
}
