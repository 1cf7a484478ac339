import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importPackage } from './packages.ts';

// The few calls of `@duckdb/node-api` that are used. Its own types are there only once it is installed.
type Chunk = { rowCount: number; getColumnValues(column: number): unknown[] };
type Stream = { fetchChunk(): Promise<Chunk | null> };
type Reader = { getRowObjectsJson(): Record<string, unknown>[] };
type Connection = {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<Reader>;
  stream(sql: string): Promise<Stream>;
  closeSync(): void;
};
type Instance = { connect(): Promise<Connection>; closeSync(): void };
type DuckDb = { DuckDBInstance: { create(path: string, options: Record<string, string>): Promise<Instance> } };

/** A text as SQL writes it. */
export const sql = (text: string) => `'${text.replaceAll("'", "''")}'`;
/** A name of a column as SQL writes it. */
export const name = (column: string) => `"${column.replaceAll('"', '""')}"`;

export class Database {
  readonly #instance: Instance;
  readonly #connection: Connection;

  private constructor(instance: Instance, connection: Connection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  /**
   * A database in memory; what does not fit goes into the folder. It asks no network for anything. Not a file: packing each
   * table for the disk takes most of the time of a large import.
   */
  static async open(folder: string): Promise<Database> {
    const { DuckDBInstance } = await importPackage<DuckDb>('@duckdb/node-api');
    const instance = await DuckDBInstance.create(':memory:', {
      temp_directory: join(folder, 'spill'),
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false'
    });
    const database = new Database(instance, await instance.connect());
    await database.run(readFileSync(join(import.meta.dirname, 'macros.sql'), 'utf8'));
    return database;
  }

  async run(statements: string): Promise<void> {
    await this.#connection.run(statements);
  }

  /** Values as in JSON; whole numbers of 64 bits are texts. */
  async rows<T = Record<string, unknown>>(query: string): Promise<T[]> {
    return (await this.#connection.runAndReadAll(query)).getRowObjectsJson() as T[];
  }

  async one<T = Record<string, unknown>>(query: string): Promise<T> {
    return (await this.rows<T>(query))[0] as T;
  }

  /** Writes the one column of a query to a file, each value as a line as it stands; none may hold a line end. */
  async copyLines(query: string, path: string): Promise<void> {
    await this.run(`COPY (${query}) TO ${sql(path)} (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\x1f')`);
  }

  /** The rows of a query, chunk by chunk, each as its columns. */
  async *chunks(query: string, columns: number): AsyncIterable<unknown[][]> {
    const stream = await this.#connection.stream(query);
    for (let chunk = await stream.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await stream.fetchChunk()) {
      yield Array.from({ length: columns }, (_, column) => chunk!.getColumnValues(column));
    }
  }

  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }
}
