import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

/** The same server, another of its databases. */
export function urlOf(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** @returns the url of a new database; a copy of `template` where one is named. Copying its files costs half of what logging each page would. */
export async function createDatabase(url: string, template?: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await run(url, `create database ${name} ${template ? `template ${template} strategy file_copy` : ''}`);
  return urlOf(url, name);
}

export const dropDatabase = (url: string): Promise<void> =>
  run(urlOf(url, 'postgres'), `drop database ${new URL(url).pathname.slice(1)} with (force)`);
