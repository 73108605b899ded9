package org.convscope.ui.shell;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Windows that share the screen in equal columns. */
public final class SideBySide {

    private SideBySide() {}

    /** Gives each window its column of the first one's screen, left to right; none becomes too narrow to be used. */
    public static void arrange(List<Stage> windows) {
        Rectangle2D room = screen(windows.get(0)).getVisualBounds();
        double share = room.getWidth() / windows.size();
        double width = Math.max(share, ConvScopeWindow.LEAST_WIDTH);
        // Columns that are wider than their share overlap evenly instead of leaving the screen.
        double distance = windows.size() == 1 ? 0 : (room.getWidth() - width) / (windows.size() - 1);
        for (int i = 0; i < windows.size(); i++) {
            Stage window = windows.get(i);
            window.setMaximized(false);
            window.setX(room.getMinX() + i * distance);
            window.setY(room.getMinY());
            window.setWidth(width);
            window.setHeight(room.getHeight());
        }
    }

    private static Screen screen(Stage window) {
        return Screen.getScreensForRectangle(window.getX(), window.getY(), window.getWidth(), window.getHeight())
                .stream()
                .findFirst()
                .orElseGet(Screen::getPrimary);
    }
}
