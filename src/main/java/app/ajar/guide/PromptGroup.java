package app.ajar.guide;

import java.util.List;

/**
 * Prompts that do the same thing in a talk.
 *
 * @param key such as {@code to-open}; the app's word for it is {@code guide.group.<key>}
 */
public record PromptGroup(String key, List<PromptView> prompts) {}
