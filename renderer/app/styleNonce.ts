// The content policy lets only style elements with this start's nonce apply. The component library puts it on most of
// its own, but not on those that measure scroll bars and lock scrolling; every style element made here gets it instead.

/** The nonce that the host wrote into the page. */
export const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute("content") ?? "";

const createElement = document.createElement.bind(document);

document.createElement = ((name: string, options?: ElementCreationOptions): HTMLElement => {
  const element = createElement(name, options);
  if (name === "style") element.nonce = nonce;
  return element;
}) as typeof document.createElement;
