import { CancelNumber } from './cancel-number.js';
import { EnterDocument } from '../enter-document.js';
import { Numbering } from './numbering.js';
import { NumberingQuery } from './numbering.query.js';
import { OutgoingNumbers } from './outgoing-numbers.js';
import { RegisterRecord } from './register-record.js';
import { ReserveNumber } from './reserve-number.js';
import { SetNumbering } from './set-numbering.js';

/** The use cases of the outgoing register. */
export const registerUseCases = [CancelNumber, NumberingQuery, ReserveNumber, SetNumbering];

export const registerProviders = [EnterDocument, Numbering, OutgoingNumbers, RegisterRecord];

export { CancelNumber, NumberingQuery, ReserveNumber, SetNumbering };
