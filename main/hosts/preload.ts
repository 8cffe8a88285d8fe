import { contextBridge, ipcRenderer } from "electron";

// All that the page can reach: four functions, none of which hands out Electron itself.
contextBridge.exposeInMainWorld(
  "keji",
  Object.freeze({
    call: (area: string, method: string, input: unknown) => ipcRenderer.invoke("keji:call", area, method, input),
    upload: (name: string, bytes: Uint8Array) => ipcRenderer.invoke("keji:upload", name, bytes),
    save: (ticket: string) => ipcRenderer.invoke("keji:save", ticket),
    print: (ticket: string) => ipcRenderer.invoke("keji:print", ticket),
  }),
);
