/** What a builder needs of the database: `Database` of the platform, in a transaction or not. */
export interface Queries {
  query(sql: string, parameters?: readonly unknown[]): Promise<unknown[]>;
}

/** Writes a row whose properties are the columns in camel case, as in the row classes. */
export async function insertRow<Row extends object>(database: Queries, table: string, row: Row): Promise<Row> {
  const columns = Object.keys(row).map((property) =>
    property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  );
  const places = columns.map((_, index) => `$${index + 1}`);
  await database.query(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`,
    Object.values(row),
  );
  return row;
}

let last = 0;

/** Tells the rows of one test file apart in what people read. */
export function nextNumber(): number {
  last += 1;
  return last;
}
