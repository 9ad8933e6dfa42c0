/** Where the database is, for the parts that keep a connection of their own (LISTEN, the queue). */
export class DatabaseAddress {
  constructor(readonly url: string) {}
}
