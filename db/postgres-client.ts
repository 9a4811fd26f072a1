import pg from 'pg';

/**
 * A connection that survives the loss of its server: the error reaches whoever waits for a query, and nobody else.
 * Without a listener, a lost connection that is in use ends the process.
 */
export class PostgresClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }

  /** After a timeout the server may still be silent, so the connection is cut: nobody may wait behind that query. */
  override query(...given: any[]): any {
    const answer = (super.query as (...given: any[]) => unknown).apply(this, given);
    if (answer instanceof Promise)
      answer.catch((error: Error) => {
        if (error.message === 'Query read timeout') this.#cut();
      });
    return answer;
  }

  /** The pool lends nobody a connection that says it cannot be asked. */
  #cut(): void {
    const client = this as unknown as { connection: { stream: { destroy(): void } }; _queryable: boolean };
    client._queryable = false;
    client.connection.stream.destroy();
  }
}
