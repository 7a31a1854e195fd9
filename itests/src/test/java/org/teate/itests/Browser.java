// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.itests;

import static org.junit.Assert.assertEquals;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.Wait;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium in the hands of one person; every page that it comes to is checked for accessibility and script errors. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TeateServer server;
    private final ChromeDriver driver;

    private Browser(TeateServer server, ChromeDriver driver) {
        this.server = server;
        this.driver = driver;
    }

    static Browser of(TeateServer server, Path downloads) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.WARNING);
        ChromeOptions options = new ChromeOptions()
                .setBinary(onPath("chromium"))
                .addArguments(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--no-first-run",
                        "--window-size=1366,768")
                .setExperimentalOption("prefs", Map.of("download.default_directory", downloads.toString()));
        options.setAcceptInsecureCerts(true);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(onPath("chromedriver"))
                .build();
        return new Browser(server, new ChromeDriver(service, options));
    }

    /** Signs in through the page. */
    Browser signIn(String login, String password) {
        open("/sign-in");
        fill("利用者ID", login);
        fill("パスワード", password);
        press("サインイン");
        arriveAt("ホーム");
        return this;
    }

    void open(String path) {
        driver.get(server.page(path).toString());
        check();
    }

    /** Waits until the page has a heading that begins so. */
    void arriveAt(String heading) {
        waiting()
                .until(ExpectedConditions.visibilityOfElementLocated(
                        By.xpath("//h1[starts-with(normalize-space(), '" + heading + "')]")));
        check();
    }

    /** Waits until the page says this somewhere. */
    void awaitText(String text) {
        waiting().until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("main"), text));
        check();
    }

    void fill(String label, String text) {
        WebElement field =
                driver.findElement(By.id(driver.findElement(By.xpath("//label[normalize-space()='" + label + "']"))
                        .getDomAttribute("for")));
        if (List.of("date", "month").contains(String.valueOf(field.getDomAttribute("type")))) {
            // how such a field is typed into depends on the machine's language
            driver.executeScript("arguments[0].value = arguments[1]", field, text);
        } else {
            field.clear();
            field.sendKeys(text);
        }
    }

    /** Chooses what is offered under this name. */
    void choose(String id, String option) {
        new Select(driver.findElement(By.id(id))).selectByVisibleText(option);
    }

    /** Opens what is folded under this line. */
    void unfold(String summary) {
        driver.findElement(By.xpath("//summary[starts-with(normalize-space(), '" + summary + "')]"))
                .click();
    }

    void press(String button) {
        leaving(By.xpath("//main//button[starts-with(normalize-space(), '" + button + "')]"));
    }

    void follow(String css) {
        leaving(By.cssSelector(css));
    }

    String text(String css) {
        return driver.findElement(By.cssSelector(css)).getText();
    }

    int count(String css) {
        return driver.findElements(By.cssSelector(css)).size();
    }

    /** Follows a link to a file, which leaves the page as it is. */
    void download(String css) {
        driver.findElement(By.cssSelector(css)).click();
    }

    String path() {
        return URI.create(driver.getCurrentUrl()).getPath();
    }

    @Override
    public void close() {
        driver.quit();
    }

    /** Clicks and waits until another page is there, whole. */
    private void leaving(By what) {
        Object page = driver.executeScript("return performance.timeOrigin");
        driver.findElement(what).click();
        waiting().until(there -> driver.executeScript(
                        "return document.readyState === 'complete' && performance.timeOrigin !== arguments[0]", page)
                .equals(true));
    }

    /** What the driver cannot tell between two pages is asked again. */
    private Wait<WebDriver> waiting() {
        return new WebDriverWait(driver, PATIENCE, Duration.ofMillis(100)).ignoring(WebDriverException.class);
    }

    private void check() {
        List<String> violations = new AxeBuilder()
                .analyze(driver).getViolations().stream().map(Browser::sentence).toList();
        assertEquals(driver.getCurrentUrl(), List.of(), violations);
        List<String> complaints = driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
        assertEquals(driver.getCurrentUrl(), List.of(), complaints);
    }

    private static String sentence(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    private static File onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> new File(folder, program))
                .filter(File::canExecute)
                .findFirst()
                .orElseThrow(() -> new AssertionError(program + " is not installed"));
    }
}
