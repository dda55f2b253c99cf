package brussels.passerelle.system;

import java.nio.file.Path;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;

/** How a person reaches a control: with a pointer, or with nothing but a keyboard. */
sealed interface Hand permits Hand.Pointer, Hand.Keyboard {
    void press(Locator control);

    void fill(Locator field, String value);

    /** Chooses a radio button. */
    void choose(Locator radio);

    void give(Locator fileInput, Path file);

    record Pointer() implements Hand {
        @Override
        public void press(Locator control) {
            control.click();
        }

        @Override
        public void fill(Locator field, String value) {
            field.fill(value);
        }

        @Override
        public void choose(Locator radio) {
            // The visible thing is the label; a person presses that.
            radio.evaluate("input => (input.labels[0] ?? input).click()");
        }

        @Override
        public void give(Locator fileInput, Path file) {
            fileInput.setInputFiles(file);
        }
    }

    /** Finds controls by walking with Tab, as someone without a mouse must. */
    record Keyboard(Page page) implements Hand {
        private static final int STEPS = 120;
        private static final int TRIES = 4;
        private static final Page.WaitForFileChooserOptions ONE_TRY = new Page.WaitForFileChooserOptions()
                .setTimeout(8000);

        @Override
        public void press(Locator control) {
            reach(control);
            page.keyboard().press("Enter");
        }

        @Override
        public void fill(Locator field, String value) {
            reach(field);
            page.keyboard().press("Control+A");
            page.keyboard().type(value);
        }

        @Override
        public void choose(Locator radio) {
            // One stop of Tab for the whole group, the arrows inside it.
            var name = radio.getAttribute("name");
            var group = page.locator("input[type=radio][name='" + name + "']");
            for (var step = 0; step < STEPS && !focusIn(group); step++)
                page.keyboard().press("Tab");
            page.keyboard().press("Space");
            for (var step = 0; step < group.count() && !radio.isChecked(); step++)
                page.keyboard().press("ArrowDown");
            if (!radio.isChecked())
                throw new AssertionError("not to be chosen by keyboard: " + radio);
        }

        @Override
        public void give(Locator fileInput, Path file) {
            for (var attempt = 1;; attempt++) {
                reach(fileInput);
                try {
                    page.waitForFileChooser(ONE_TRY, () -> page.keyboard().press("Space")).setFiles(file);
                    return;
                } catch (TimeoutError e) {
                    // On a loaded machine the browser sometimes swallows the dialogue; a person would press again.
                    if (attempt == TRIES)
                        throw e;
                }
            }
        }

        private void reach(Locator control) {
            control.waitFor(new Locator.WaitForOptions()
                    .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
            for (var step = 0; step < STEPS; step++) {
                if (focusIn(control))
                    return;
                page.keyboard().press("Tab");
            }
            throw new AssertionError("not reached by keyboard: " + control);
        }

        private static boolean focusIn(Locator controls) {
            return (Boolean) controls.evaluateAll("all => all.includes(document.activeElement)");
        }
    }
}
