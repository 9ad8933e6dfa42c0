export { AddAgencies, agencySearchText, type NewAgency } from './add-agencies.js';
export { AgenciesQuery } from './agencies.query.js';
export { DirectoryModule } from './directory.module.js';
export { DocumentTypesQuery } from './document-types.query.js';
export * from './entities.js';
export { Agency } from './agency.entity.js';
export { DocumentType } from './document-type.entity.js';
export { AgencySuccession } from './agency-succession.entity.js';
export { AgencyVersion } from './agency-version.entity.js';
