// The component library names its icons and a few parts in English for screen readers, whatever its locale says. Icons
// only decorate here, so they fall silent; the rest gets Chinese words as it appears.

const words: readonly (readonly [place: string, label: string | null])[] = [
  [".anticon[aria-label]", null],
  [".ant-segmented[aria-label]", null],
  [".ant-select-clear", "清除"],
  [".ant-picker-clear", "清除"],
  ['[aria-label="Close"]', "关闭"],
];

function translate(root: Element): void {
  for (const [place, label] of words) {
    const found = [...root.querySelectorAll(place), ...(root.matches(place) ? [root] : [])];
    for (const element of found) {
      if (label !== null) element.setAttribute("aria-label", label);
      else element.removeAttribute("aria-label");
      if (element.matches(".anticon")) {
        element.removeAttribute("role");
        element.setAttribute("aria-hidden", "true");
      }
    }
  }
}

new MutationObserver((changes) => {
  for (const { addedNodes } of changes) {
    for (const node of addedNodes) if (node instanceof Element) translate(node);
  }
}).observe(document.body, { childList: true, subtree: true });
