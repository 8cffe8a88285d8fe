import { type RefObject, useEffect } from "react";

/**
 * Ctrl+S saves and Esc closes while the focus is inside; not while a pinyin is being composed, and not where a list of
 * choices is open and takes the key for itself. Listens on the element, so that windows opened from it do not count.
 */
export function useFormKeys(pane: RefObject<HTMLElement | null>, save: () => void, leave: () => void): void {
  useEffect(() => {
    const element = pane.current;
    if (element === null) return;
    const keys = (event: KeyboardEvent): void => {
      if (event.isComposing || event.defaultPrevented) return;
      if (event.key === "s" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        // What is being typed is taken over when its box loses the focus; the window draws that before it saves.
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        setTimeout(save);
      }
      if (event.key === "Escape" && !hasOpenPopup()) leave();
    };
    element.addEventListener("keydown", keys);
    return () => element.removeEventListener("keydown", keys);
  });
}

/** Lists of choices, menus and questions close themselves first. */
function hasOpenPopup(): boolean {
  const popups = document.querySelectorAll(".ant-select-dropdown, .ant-dropdown, .ant-popover, .ant-modal-wrap");
  return [...popups].some((popup) => popup instanceof HTMLElement && popup.offsetParent !== null);
}
