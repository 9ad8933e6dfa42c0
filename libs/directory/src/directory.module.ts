import { Module } from '@nestjs/common';
import { AddAgencies } from './add-agencies.js';
import { AgenciesQuery } from './agencies.query.js';
import { AgencyStructure } from './agency-structure.js';
import { DocumentTypesQuery } from './document-types.query.js';

const provided = [AddAgencies, AgenciesQuery, AgencyStructure, DocumentTypesQuery];

@Module({ providers: provided, exports: provided })
export class DirectoryModule {}
