import { ExamineFile } from './examine-file.js';
import { ExaminationSweep } from './examination-sweep.js';
import { FileChecksQuery } from './file-checks.query.js';
import { FileGate } from './file-gate.js';
import { HeldFiles } from './held-files.js';
import { HoldCopies } from './hold-copies.js';
import { RecordExamination } from './record-examination.js';
import { ReleaseFile } from './release-file.js';
import { RequestExamination } from './request-examination.js';
import { ReturnHeld } from './return-held.js';
import { StrikeFile } from './strike-file.js';
import { WithdrawFile } from './withdraw-file.js';
import { WithdrawnContent } from './withdrawn-content.js';

export { holdCopiesJob } from './hold-copies.job.js';
export { examineFileJob } from './examine-file.job.js';
export { ExaminationClock } from './examination-clock.js';
export { FileCheck } from './file-check.entity.js';
export { isHeld } from './check-row.js';
export { WithdrawnFile } from './withdrawn-file.entity.js';
export {
  ExaminationSweep,
  ExamineFile,
  FileChecksQuery,
  FileGate,
  HoldCopies,
  ReleaseFile,
  RequestExamination,
  WithdrawFile,
};

/** What the applications do with the checks of files. */
export const examinationUseCases = [
  ExaminationSweep,
  ExamineFile,
  FileChecksQuery,
  FileGate,
  HoldCopies,
  ReleaseFile,
  RequestExamination,
  WithdrawFile,
];

/** What stands behind them. */
export const examinationProviders = [HeldFiles, RecordExamination, ReturnHeld, StrikeFile, WithdrawnContent];
