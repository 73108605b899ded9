package org.convscope.ui.kit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.text.Font;

/** Which fonts of this machine the window may count on. */
public final class Typefaces {

    /** The package that brings a Chinese font to Debian and its kin. */
    public static final String CHINESE_PACKAGE = "fonts-noto-cjk";

    /** Faces with Simplified Chinese, the calmest on screen first. */
    private static final List<String> CHINESE = List.of(
            "Noto Sans CJK SC",
            "Noto Sans SC",
            "Source Han Sans SC",
            "Source Han Sans CN",
            "PingFang SC",
            "Microsoft YaHei",
            "Microsoft YaHei UI",
            "Hiragino Sans GB",
            "WenQuanYi Micro Hei",
            "WenQuanYi Zen Hei",
            "Droid Sans Fallback",
            "SimHei",
            "SimSun");

    private Typefaces() {}

    /** A face of this machine that has Chinese characters, if any. */
    public static Optional<String> chinese() {
        return chineseAmong(Font.getFamilies());
    }

    /** The face for a language, or empty where the system's own is right. */
    public static Optional<String> of(Locale language) {
        return language.getLanguage().equals("zh") ? chinese() : Optional.empty();
    }

    static Optional<String> chineseAmong(List<String> families) {
        return CHINESE.stream().filter(families::contains).findFirst();
    }
}
