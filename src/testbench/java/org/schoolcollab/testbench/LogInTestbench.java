package org.schoolcollab.testbench;

import com.vaadin.testbench.TestBench;
import com.vaadin.testbench.TestBenchTestCase;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * Logging in and finding the task queue, with Vaadin TestBench. Needs its licence and a running portal (./portal run): the profile
 * {@code testbench} runs it, the default build compiles it only.
 */
class LogInTestbench extends TestBenchTestCase {

    private static final String ADDRESS = System.getProperty("portal.url", "http://localhost:8080");

    @BeforeEach
    void openBrowser() {
        setDriver(TestBench.createDriver(
                new ChromeDriver(new ChromeOptions().addArguments("--headless=new", "--no-sandbox"))));
    }

    @AfterEach
    void closeBrowser() {
        getDriver().quit();
    }

    @Test
    void anAdviserFindsTheTaskQueueAfterTheLogIn() {
        getDriver().get(ADDRESS + "/login");
        $("vaadin-text-field").get(0).setProperty("value", "adviser.south");
        $("vaadin-password-field").get(0).setProperty("value", "demo-2014");
        $("vaadin-button").get(0).click();
        waitUntil(driver -> $("h1").exists() && !driver.getCurrentUrl().contains("login"));
        Assertions.assertThat($("h1").get(0).getText()).isEqualTo("Tasks");
    }
}
