/** The system's dialogs. Under the loopback host and the command line nobody answers; tests supply answers. */
export interface Dialogs {
  /** Absolute paths; empty where the person cancelled. */
  choose(kind: "dataFolder"): Promise<string[]>;
}

export const noDialogs: Dialogs = { choose: async () => [] };
