import { openDatabase } from '../platform/database.ts';
import { migrate } from '../platform/migrate.ts';
import { openDatabaseFor } from './open.ts';

export async function migrateCommand(): Promise<void> {
  const { url, stopDatabase } = await openDatabaseFor((line) => console.error(line));
  const database = openDatabase(url);
  try {
    const done = await migrate(database);
    console.log(done.length === 0 ? 'the database is up to date' : `applied: ${done.join(', ')}`);
  } finally {
    await database.close();
    await stopDatabase();
  }
}
