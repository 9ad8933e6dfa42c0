import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Database } from '#platform';
import { waitUntil } from '#testing';
import type { TestApp } from '../../start-app.js';

/** Every table that a refused request might have half-written. Sessions and the queue live their own life. */
const tables = [
  'agencies',
  'people',
  'person_identities',
  'api_clients',
  'api_client_secrets',
  'posts',
  'documents',
  'document_types',
  'calendar_days',
  'document_relations',
  'document_recipients',
  'document_recipient_groups',
  'document_group_members',
  'document_external_recipients',
  'document_informed_posts',
  'document_notices',
  'external_bodies',
  'scheduled_sendings',
  'paper_reasons',
  'document_reviewers',
  'document_versions',
  'document_opinions',
  'review_rounds',
  'review_steps',
  'saved_views',
  'recipient_groups',
  'recipient_group_members',
  'access_changes',
  'access_change_posts',
  'attachments',
  'file_checks',
  'attachment_renditions',
  'withdrawn_files',
  'uploads',
  'upload_pieces',
  'number_sequences',
  'numbering_settings',
  'outgoing_entries',
  'dispatches',
  'deliveries',
  'delivery_tries',
  'delivery_pauses',
  'recipient_lines',
  'mailbox_links',
  'agency_connections',
  'alert_settings',
  'notifications',
  'notification_settings',
  'webhooks',
  'webhook_messages',
  'tracking_events',
  'sender_requests',
  'arrivals',
  'arrival_attachments',
  'paper_issuers',
  'assignments',
  'archive_entries',
  'archived_files',
  'reorganisation_plans',
  'reorganisation_steps',
  'exchanges',
  'share_deltas',
  'totp_factors',
  'passkeys',
  'recovery_codes',
  'second_factor_rules',
  'second_factor_resets',
  'outbox_messages',
  'idempotency_keys',
] as const;

const everyTable = tables
  .map(
    (table) =>
      `SELECT '${table}' AS name, count(*) || ' rows ' || coalesce(sum(hashtextextended(t::text, 0)), 0) AS kept
         FROM ${table} AS t`,
  )
  .join(' UNION ALL ');

/** What the system keeps: the number of rows of every table with a sum over the hashes of all of them, and the stored files. */
export async function everythingKept(app: TestApp): Promise<Record<string, string | readonly string[]>> {
  // What was sent, attached or completed before is delivered, looked at and verified in the background: that ends first.
  await waitUntil('nothing is under way', 20_000, async () => {
    return (await countOf(app, 'outbox_messages WHERE failed_at IS NULL')) === 0;
  });
  const rows = await app.server.get(Database).query<{ name: string; kept: string }>(everyTable);
  // Who signed in, read or was refused is on record, whatever became of the request.
  const trail = await countOf(app, "audit_entries WHERE action !~ '^session[.]|[.]read$|^access.refused$'");
  const kept = Object.fromEntries(rows.map(({ name, kept }) => [name, kept]));
  return { ...kept, trail: `${trail} rows`, files: await storedFiles(app) };
}

/** Digests of the files that can be seen in the store. */
export async function storedFiles(app: TestApp): Promise<string[]> {
  const entries = await readdir(join(app.dataDir, 'files'), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('incoming'))
    .map(({ name }) => name)
    .toSorted();
}

/** Uploads that are under way. */
export async function uploadsUnderWay(app: TestApp): Promise<number> {
  return (await readdir(join(app.dataDir, 'files', 'incoming'))).length;
}

export async function countOf(app: TestApp, from: string, values: readonly unknown[] = []): Promise<number> {
  const [row] = await app.server
    .get(Database)
    .query<{ count: number }>(`SELECT count(*) AS count FROM ${from}`, values);
  return row?.count ?? 0;
}
