import { AsyncLocalStorage } from "node:async_hooks";
import type BetterSqlite3 from "better-sqlite3";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import { createQueue } from "./queue.ts";
import { refusalOf } from "./refusals.ts";

// One SQLite connection behind Kysely. Our own small driver instead of Kysely's, for four things that one lacks:
// transactions that begin IMMEDIATE, statements prepared once, a queue that refuses to wait for itself, and reads
// that cannot write.

export interface TransactionSettings {
  /** Whether the commit may empty the WAL into the file, as SQLite does once it is long. */
  readonly checkpoint?: boolean;
  /** Whether the commit waits until the disk has it; without that, the next one that does brings it along. */
  readonly lasting?: boolean;
}

export interface Connection<S> {
  readonly raw: BetterSqlite3.Database;
  readonly kysely: Kysely<S>;
  /** The statement for this SQL, prepared once per connection. */
  prepare(sql: string): BetterSqlite3.Statement<unknown[], unknown>;
  /**
   * Runs `work` in a transaction of its own, after all that were asked for before, under the settings given.
   */
  transaction<T>(work: (tx: Kysely<S>) => Promise<T>, settings?: TransactionSettings): Promise<T>;
  /** Runs `work` on the bare connection when no transaction is open and nobody else is using it. */
  alone<T>(work: (raw: BetterSqlite3.Database) => T | Promise<T>): Promise<T>;
}

/** Statements kept; lists of different lengths make ever new SQL. */
const KEPT_STATEMENTS = 500;

/** The transaction from within which code runs, if any. `open` turns false when it ends, for work that outlives it. */
interface Inside {
  readonly raw: BetterSqlite3.Database;
  open: boolean;
}
const inside = new AsyncLocalStorage<Inside>();

/** Handles given out → their connection, so that prepared statements run inside the very same transaction. */
const connections = new WeakMap<object, Connection<unknown>>();

/** Throws for a handle whose transaction is over: its rows would land outside any transaction. */
export function connectionOf(handle: object): Connection<unknown> {
  const connection = connections.get(handle);
  if (connection === undefined) throw new Error("this handle's transaction is over, or it never was one of ours");
  return connection;
}

export function register(handle: object, connection: Connection<unknown>): void {
  connections.set(handle, connection);
}

export function connect<S>(raw: BetterSqlite3.Database): Connection<S> {
  const queue = createQueue();
  const statements = new Map<string, BetterSqlite3.Statement<unknown[], unknown>>();

  const prepare = (sql: string): BetterSqlite3.Statement<unknown[], unknown> => {
    const kept = statements.get(sql);
    if (kept !== undefined) return kept;
    const statement = raw.prepare<unknown[], unknown>(sql);
    statements.set(sql, statement);
    if (statements.size > KEPT_STATEMENTS) {
      for (const oldest of statements.keys()) {
        statements.delete(oldest);
        break;
      }
    }
    return statement;
  };

  /** Waiting for one's own transaction would be for ever; the mistake is named where it is made. */
  const refuseInside = (): void => {
    const holder = inside.getStore();
    if (holder?.raw === raw && holder.open) {
      throw new Error(
        "the outer database handle was used inside a write: use the transaction that the write was given",
      );
    }
  };

  const enter = (): Promise<() => void> => {
    refuseInside();
    return queue.enter();
  };

  const session: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      try {
        const statement = prepare(query.sql);
        if (!statement.readonly && !raw.inTransaction) {
          throw new Error("a read handle was used to write: writes go through Database.write");
        }
        const parameters = query.parameters.map(bindable);
        // SQLite's rows have the shape that Kysely's types derived for this very query.
        if (statement.reader) return { rows: statement.all(...parameters) as R[] };
        const { changes, lastInsertRowid } = statement.run(...parameters);
        return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
      } catch (error) {
        throw refusalOf(error, raw.name) ?? error;
      }
    },
    async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
      // A statement of its own: a kept one would be busy while somebody iterates over it.
      const rows = raw.prepare<unknown[], unknown>(query.sql).iterate(...query.parameters.map(bindable));
      for (const row of rows) yield { rows: [row as R] };
    },
  };

  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => session,
    beginTransaction: async () => void raw.exec("BEGIN IMMEDIATE"),
    commitTransaction: async () => void raw.exec("COMMIT"),
    async rollbackTransaction() {
      // SQLite rolls back by itself when the disk is full; a second rollback would hide the first error.
      if (raw.inTransaction) raw.exec("ROLLBACK");
    },
    releaseConnection: async () => {},
    destroy: async () => {},
  };
  let leave: (() => void) | null = null;
  const queued: Driver = {
    ...driver,
    async acquireConnection() {
      leave = await enter();
      return session;
    },
    async releaseConnection() {
      leave?.();
    },
  };
  const kysely = new Kysely<S>({ dialect: dialect(queued) });
  // For whoever is at the head of the queue already. Kysely would only queue some turns after it was called, and a
  // write would be overtaken by what was asked for later.
  const direct = new Kysely<S>({ dialect: dialect(driver) });

  const connection: Connection<S> = {
    raw,
    kysely,
    prepare,
    async transaction(work, { checkpoint = true, lasting = true } = {}) {
      const done = await enter();
      const mark: Inside = { raw, open: true };
      const putBack: (() => void)[] = [];
      const settle = (name: string, value: string | number): void => {
        const usual = String(raw.pragma(name, { simple: true }));
        raw.pragma(`${name} = ${value}`);
        putBack.push(() => void raw.pragma(`${name} = ${usual}`));
      };
      try {
        if (!checkpoint) settle("wal_autocheckpoint", 0);
        if (!lasting) settle("synchronous", "NORMAL");
        return await direct.transaction().execute(async (tx) => {
          connections.set(tx, connection as unknown as Connection<unknown>);
          try {
            return await inside.run(mark, () => work(tx));
          } finally {
            mark.open = false;
            connections.delete(tx);
          }
        });
      } catch (error) {
        throw refusalOf(error, raw.name) ?? error;
      } finally {
        for (const back of putBack) back();
        done();
      }
    },
    async alone(work) {
      const done = await enter();
      try {
        return await work(raw);
      } catch (error) {
        throw refusalOf(error, raw.name) ?? error;
      } finally {
        done();
      }
    },
  };
  return connection;
}

/** SQLite has no booleans. Undefined would become NULL without a word, and a blank must be said. */
function bindable(value: unknown): unknown {
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value === undefined) throw new Error("undefined was bound to a statement; say null for blank");
  return value;
}

/** Several connections, as far as Kysely is concerned: the waiting is done here, where it can be refused. */
class OwnQueueAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

function dialect(driver: Driver): Dialect {
  return {
    createDriver: () => driver,
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new OwnQueueAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}
