export { admitApplication } from './admit-application.js';
export { entities } from './entities.js';
export { migrateDatabase } from './migrate-database.js';
export { migrations } from './migrations.js';
export { schemaDrift } from './schema-drift.js';
