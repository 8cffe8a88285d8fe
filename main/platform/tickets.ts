import { randomUUID } from "node:crypto";

// The window never names a path. It holds tickets for files that a person chose or that the program made.

/** A file in memory under a ticket. */
export interface TicketedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Tickets {
  issue(file: TicketedFile): string;
  /** Undefined for a ticket that was never issued, or is too old. */
  open(ticket: string): TicketedFile | undefined;
}

/** Keeps the newest files only, by number and by bytes in all, so that a long day does not fill the memory. */
export function createTickets(most = 500, mostBytes = 512 * 1024 * 1024): Tickets {
  const files = new Map<string, TicketedFile>();
  let held = 0;
  return {
    issue(file) {
      const ticket = randomUUID();
      files.set(ticket, file);
      held += file.bytes.length;
      for (const [oldest, { bytes }] of files) {
        // The one just issued stays, whatever its size.
        if ((files.size <= most && held <= mostBytes) || oldest === ticket) break;
        files.delete(oldest);
        held -= bytes.length;
      }
      return ticket;
    },
    open: (ticket) => files.get(ticket),
  };
}
