package app.ajar.support;

/** Whether the reader's browser runs scripts. Everything has to work either way. */
public enum Scripts {
    ON,
    OFF
}
