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

/** Keeps the newest files only, so that a long day does not fill the memory. */
export function createTickets(most = 500): Tickets {
  const files = new Map<string, TicketedFile>();
  return {
    issue(file) {
      const ticket = randomUUID();
      files.set(ticket, file);
      for (const oldest of files.keys()) {
        if (files.size <= most) break;
        files.delete(oldest);
      }
      return ticket;
    },
    open: (ticket) => files.get(ticket),
  };
}
