import type { Session, WebContents, WebFrameMain } from "electron";

// Who may speak to us and what a window may do (reliability §2.E). Types only: nothing of Electron is loaded here.

export const ORIGIN = "app://keji";

/** A message counts only from the top frame of our own page. */
export function isOurs(frame: Pick<WebFrameMain, "url" | "parent"> | null): boolean {
  return frame !== null && frame.parent === null && frame.url.startsWith(`${ORIGIN}/`);
}

/** No permission, no device, no request but our own, no spelling dictionary, no download. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on("will-download", (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !allowed(details.url) }));
}

function allowed(url: string): boolean {
  return (
    url.startsWith(`${ORIGIN}/`) || url.startsWith("devtools:") || url.startsWith("blob:") || url.startsWith("data:")
  );
}

/** The window shows our page and never leaves it. */
export function hardenWindow(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  for (const name of ["will-navigate", "will-redirect", "will-frame-navigate"] as const) {
    contents.on(name as "will-navigate", (event) => {
      if (!event.url.startsWith(`${ORIGIN}/`)) event.preventDefault();
    });
  }
  contents.on("will-attach-webview", (event) => event.preventDefault());
}
