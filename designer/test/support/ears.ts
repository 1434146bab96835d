import type { Page } from "playwright-core";

/**
 * Hears what a screen reader says of a page of its own accord: words that come into a live region, and alerts and states that come
 * with their words. The answer tells all that was heard since.
 */
export async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const live = '[aria-live="polite"], [aria-live="assertive"], [role="status"]:not([aria-live]), output:not([aria-live]), [role="alert"]:not([aria-live])';
    const elementOf = (node: Node) => (node instanceof Element ? node : node.parentElement);
    const heard: string[] = [];
    const hear = (node: Node) => {
      const words = node.textContent?.trim();
      if (words) heard.push(words);
    };
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        if (elementOf(target)?.closest(live)) {
          if (type === "characterData") hear(target);
          else addedNodes.forEach(hear);
        } else addedNodes.forEach((node) => node instanceof Element && [node, ...node.querySelectorAll("*")].filter((each) => each.matches('[role="alert"], [role="status"]')).forEach(hear));
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { heard });
  });
  return () => page.evaluate(() => (window as unknown as { heard: readonly string[] }).heard);
}

/** What is said of an element besides its name, by the browser's own tree of what is accessible. */
export async function descriptionOf(page: Page, selector: string): Promise<{ readonly name: string; readonly description: string }> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send("DOM.getDocument", { depth: 0 });
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector });
  const { nodes } = await session.send("Accessibility.queryAXTree", { nodeId });
  const told = nodes.find(({ ignored, role }) => !ignored && ["button", "link"].includes(String(role?.value)));
  return { name: String(told?.name?.value ?? ""), description: String(told?.description?.value ?? "") };
}
