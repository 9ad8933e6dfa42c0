import { FileCheck } from './file-check.entity.js';
import { WithdrawnFile } from './withdrawn-file.entity.js';

export const examinationEntities = [FileCheck, WithdrawnFile];
