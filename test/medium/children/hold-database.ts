import { EmbeddedPostgres } from '#platform';

const [dataDir = ''] = process.argv.slice(-1);

try {
  await EmbeddedPostgres.start({ dataDir });
  console.log('started');
  // Stays until it is killed.
  setInterval(() => undefined, 60_000);
} catch (error) {
  console.log(String(error));
}
