import type { ChosenFile } from "../../shared/api/api.ts";
import type { Envelope } from "../../shared/api/envelope.ts";

// The one door to the main process: Electron's preload where it is there, else the loopback host that served this page.

export interface Bridge {
  call(area: string, method: string, input: unknown): Promise<Envelope>;
  upload(file: File): Promise<ChosenFile>;
  /** Hands a file of the program to the person; false where they cancelled. */
  save(ticket: string, name: string): Promise<boolean>;
  /** Address of a printable page by ticket, for looking at it in a frame; both hosts serve it. */
  printable(ticket: string): string;
  /** A printable page by ticket: opens the print dialog, or makes a PDF and hands it over. */
  print(ticket: string): Promise<void>;
}

interface Preload {
  call(area: string, method: string, input: unknown): Promise<Envelope>;
  upload(name: string, bytes: Uint8Array): Promise<ChosenFile>;
  save(ticket: string): Promise<boolean>;
  print(ticket: string): Promise<string | null>;
}

declare global {
  interface Window {
    keji?: Preload;
  }
}

const printable = (ticket: string): string => `/print/${ticket}`;

export const bridge: Bridge = window.keji === undefined ? loopback() : electron(window.keji);

function electron(preload: Preload): Bridge {
  return {
    call: preload.call,
    upload: async (file) => preload.upload(file.name, new Uint8Array(await file.arrayBuffer())),
    save: (ticket) => preload.save(ticket),
    printable,
    async print(ticket) {
      const pdf = await preload.print(ticket);
      if (pdf !== null) await preload.save(pdf);
    },
  };
}

function loopback(): Bridge {
  const token = takeToken();
  const post = async (path: string, type: string, body: BodyInit | null, name?: string): Promise<Response> => {
    const headers: Record<string, string> = { "content-type": type, "x-keji-token": token };
    if (name !== undefined) headers["x-keji-name"] = encodeURIComponent(name);
    const response = await fetch(path, { method: "POST", headers, body });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response;
  };
  return {
    async call(area, method, input) {
      const response = await post("/call", "application/json", JSON.stringify({ area, method, input }));
      return (await response.json()) as Envelope;
    },
    async upload(file) {
      const response = await post("/upload", "application/octet-stream", await file.arrayBuffer(), file.name);
      return (await response.json()) as ChosenFile;
    },
    async save(ticket, name) {
      const response = await post(`/file/${ticket}`, "application/json", null);
      const address = URL.createObjectURL(await response.blob());
      const link = document.createElement("a");
      link.href = address;
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
      return true;
    },
    printable,
    async print(ticket) {
      const frame = document.createElement("iframe");
      frame.className = "print-frame";
      frame.src = printable(ticket);
      frame.addEventListener("load", () => {
        frame.contentWindow?.print();
        setTimeout(() => frame.remove(), 60_000);
      });
      document.body.append(frame);
    },
  };
}

/** The token comes once in the address's fragment; it moves to this tab's memory so that it shows in no history. */
function takeToken(): string {
  const given = /^#([0-9a-f]{64})$/.exec(location.hash)?.[1];
  if (given !== undefined) {
    sessionStorage.setItem("token", given);
    history.replaceState(null, "", "#/");
  }
  return sessionStorage.getItem("token") ?? "";
}
