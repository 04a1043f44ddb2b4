package app.ajar.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** A reader pressed the way out. Whoever holds something open for this browser closes it now, before the answer. */
public record ReaderLeft(HttpServletRequest request, HttpServletResponse response) {}
