import { AttachScan } from './attach-scan.js';
import { CorrectPaper } from './correct-paper.js';
import { JoinPaper } from './join-paper.js';
import { NotePaper } from './note-paper.js';
import { PaperFactsReader } from './paper-facts.js';
import { PaperIssuers } from './paper-issuers.js';
import { PaperTableReader } from './read-paper-table.js';
import { PaperRegister } from './paper-register.js';
import { RegisterPaper } from './register-paper.js';
import { RemoveScan } from './remove-scan.js';
import { TellPaper } from './tell-paper.js';

export { AttachScan, CorrectPaper, JoinPaper, NotePaper, PaperIssuers, PaperTableReader, RegisterPaper, RemoveScan };

/** What comes on paper: the doors, and what they share. */
export const paperDoors = [
  AttachScan,
  CorrectPaper,
  JoinPaper,
  NotePaper,
  PaperIssuers,
  PaperTableReader,
  RegisterPaper,
  RemoveScan,
];
export const paperParts = [...paperDoors, PaperFactsReader, PaperRegister, TellPaper];
