import { Agency } from './agency.entity.js';
import { DocumentType } from './document-type.entity.js';

export const directoryEntities = [Agency, DocumentType];
